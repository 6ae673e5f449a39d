"""What the lists show, and how they are narrowed: by their own filters and nothing else."""

import pytest
from django.urls import reverse

from pep_plugin.people.models import Child
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    FormVersionFactory,
    PlanFactory,
    SchoolFactory,
    TermFactory,
)


def shown(client, register, **query):
    """The names or references in the rows of a list."""
    response = client.get(reverse(f"pep_{register}_modeladmin_index"), query)
    assert response.status_code == 200
    return response, [str(row.pk) for row in response.context["object_list"]]


@pytest.fixture
def adviser(signed_in):
    return signed_in("vs_adviser")


def test_children_are_listed_with_school_and_unfinished_plan(scene, adviser):
    plan = scene.plan

    page = shown(adviser, "children")[0].content.decode()

    assert "Maya Kestrel" in page
    assert "Harrow Lane Primary" in page
    assert plan.reference in page


def test_a_confidential_school_is_not_named_in_the_list(scene, adviser):
    Child.objects.update(is_school_confidential=True)

    page = shown(adviser, "children")[0].content.decode()

    assert "Harrow Lane Primary" not in page
    assert "Confidential" in page


def test_children_are_narrowed_by_status_phase_and_plan(scene, adviser):
    left = ChildFactory(left_care=True)
    older = EnrolmentFactory(year_group="9").child
    scene.plan  # noqa: B018  made when it is asked for

    assert shown(adviser, "children", status="left_care")[1] == [str(left.pk)]
    assert shown(adviser, "children", phase="secondary")[1] == [str(older.pk)]
    assert shown(adviser, "children", phase="primary")[1] == [str(scene.child.pk)]
    assert shown(adviser, "children", phase="none")[1] == [str(left.pk)]
    assert shown(adviser, "children", pep="open")[1] == [str(scene.child.pk)]
    assert set(shown(adviser, "children", pep="none")[1]) == {str(left.pk), str(older.pk)}


def test_plans_are_narrowed_by_state_term_phase_and_kind(scene, adviser):
    last = TermFactory(last=True)
    sent = PlanFactory(submitted=True, kind="initial")
    old = PlanFactory(signed_off=True, term=last)
    other = PlanFactory(form_version=FormVersionFactory(form_key="secondary"))

    assert shown(adviser, "plans", state="submitted")[1] == [str(sent.pk)]
    assert shown(adviser, "plans", term=str(last.pk))[1] == [str(old.pk)]
    assert shown(adviser, "plans", phase="secondary")[1] == [str(other.pk)]
    assert shown(adviser, "plans", kind="initial")[1] == [str(sent.pk)]
    assert len(shown(adviser, "plans")[1]) == 3


def test_schools_are_narrowed_and_searched(scene, adviser):
    closed = SchoolFactory(name="Old Mill School", closed=True)
    ours = SchoolFactory(name="Millbrook Academy", phase_name="Secondary", overrides={"town": "x"})

    assert shown(adviser, "schools", open="False")[1] == [str(closed.pk)]
    assert shown(adviser, "schools", phase="Secondary")[1] == [str(ours.pk)]
    assert shown(adviser, "schools", ours="yes")[1] == [str(ours.pk)]
    assert shown(adviser, "schools", q="mill")[1] == [str(ours.pk), str(closed.pk)]
    assert shown(adviser, "schools", q="mill academy")[1] == [str(ours.pk)]
    assert shown(adviser, "schools", q="\0mill\0 academy")[1] == [str(ours.pk)]


@pytest.mark.parametrize("register", ["children", "plans"])
def test_no_name_is_searched_by_address(scene, adviser, register):
    response, rows = shown(adviser, register, q="Nobody of this name")

    assert 'name="q"' not in response.content.decode()
    assert rows == shown(adviser, register)[1]


@pytest.mark.parametrize(
    ("register", "query"),
    [
        ("children", {"last_name__startswith": "Z"}),
        ("plans", {"started_by__user__password__startswith": "pbkdf2"}),
        ("plans", {"child__last_name": "Z"}),
        ("schools", {"posts__person__name__startswith": "Z"}),
        ("children", {"status": "adopted"}),
        ("children", {"status": "\0"}),
        ("plans", {"term": "nonsense"}),
        ("plans", {"state__exact": "draft"}),
        ("plans", {"nonsense__isnull": "x"}),
        ("children", {"o": "99.-x"}),
        ("children", {"p": "-1"}),
        ("children", {"p": "99999999999999999999"}),
        ("children", {"p": "x"}),
        ("children", {"export": "csv"}),
        ("plans", {"export": "xlsx"}),
    ],
)
def test_nothing_else_in_an_address_reaches_the_database(scene, adviser, register, query):
    scene.plan  # noqa: B018  made when it is asked for
    response, rows = shown(adviser, register, **query)

    assert rows == shown(adviser, register)[1]
    assert response["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("column", range(6))
def test_lists_can_be_put_in_order_by_their_columns(scene, adviser, column):
    ChildFactory(last_name="Finch")

    assert len(shown(adviser, "children", o=f"-{column}")[1]) == 2
    assert len(shown(adviser, "plans", o=str(column))[1]) == 0


def test_a_list_asks_the_database_no_more_often_the_longer_it_is(
    scene, adviser, django_assert_max_num_queries
):
    for _ in range(30):
        EnrolmentFactory()
    shown(adviser, "children")

    with django_assert_max_num_queries(20):
        shown(adviser, "children")


@pytest.mark.parametrize("register", ["children", "plans", "schools"])
def test_no_page_of_a_register_is_kept_by_anyone(scene, adviser, register):
    record = {"children": scene.child, "plans": scene.plan, "schools": scene.school}[register]
    for address in (
        reverse(f"pep_{register}_modeladmin_index"),
        reverse(f"pep_{register}_modeladmin_inspect", args=[record.pk]),
        reverse(f"pep_{register}_modeladmin_inspect", args=[scene.vs_head.pk]),
    ):
        response = adviser.get(address)
        assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
        assert response["X-Robots-Tag"] == "noindex, nosnippet, noarchive"
        assert "ETag" not in response


def test_titles_and_addresses_hold_no_name(scene, adviser):
    page = adviser.get(reverse("pep_children_modeladmin_inspect", args=[scene.child.pk]))

    title = page.content.decode().split("<title>")[1].split("</title>")[0]
    assert "Maya" not in title
    assert "Kestrel" not in title
    assert "Maya Kestrel" in page.content.decode()


def test_the_register_of_children_leads_to_finding_one_without_a_name_in_the_address(adviser):
    page = shown(adviser, "children")[0].content.decode()
    assert f'href="{reverse("pep_plugin:find_child")}"' in page


def test_the_admin_leads_back_to_my_peps_whoever_has_a_part_in_them(signed_in):
    menu = reverse("pep_plugin:home")
    for role, is_led in (("vs_adviser", True), ("web_editor", False), ("superuser", False)):
        page = signed_in(role).get(reverse("wagtailadmin_home")).content.decode()
        assert (f'"url": "{menu}"' in page) is is_led, role
