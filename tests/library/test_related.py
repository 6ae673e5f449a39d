"""Templates on any page: by phase, by audience, or picked by hand; a long shelf costs no more."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from pep_plugin.formversions.publish import publish_shipped
from pep_plugin.library import checks, shelf
from pep_plugin.library.blocks import RelatedBlock
from pep_plugin.library.models import Template
from pep_plugin.library.starter import ensure_templates
from pep_plugin.pages.models import LibraryPage
from tests.library.making import document, edition, template

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers():
    """One paper for each of these; all are offered."""
    made = {
        "post-16-staff": template("post-16-staff", phase="post-16", audience="staff"),
        "post-16-child": template("post-16-child", phase="post-16", audience="child"),
        "all-carers": template("all-carers", audience="carer"),
    }
    for paper in made.values():
        edition(paper, "1", "2026-01-01")
    return made


def shown(**chosen) -> list[str]:
    value = RelatedBlock().to_python({"heading": "Papers", "phase": "", "audience": "", **chosen})
    items = RelatedBlock().get_context(value)["items"]
    return sorted(item.template.slug for item in items)


def drawn(**chosen) -> str:
    return RelatedBlock().render(RelatedBlock().to_python({"heading": "Papers", **chosen}))


def test_by_phase_with_what_fits_every_phase(papers):
    assert shown(phase="post-16") == ["all-carers", "post-16-child", "post-16-staff"]
    assert shown(phase="primary") == ["all-carers"]


def test_by_audience(papers):
    assert shown(audience="child") == ["post-16-child"]
    assert shown(phase="all", audience="carer") == ["all-carers"]


def test_picked_by_hand(papers):
    assert shown(picks=[papers["post-16-staff"].pk]) == ["post-16-staff"]


def test_a_pick_that_was_deleted_or_has_nothing_to_offer_is_left_out(papers):
    picks = [papers["post-16-staff"].pk, papers["all-carers"].pk]
    papers["post-16-staff"].delete()
    papers["all-carers"].editions.all().delete()
    assert shown(picks=picks, audience="child") == ["post-16-child"]


def test_when_all_picks_are_gone_the_rest_of_the_library_does_not_take_their_place(papers):
    picks = [papers["post-16-staff"].pk, papers["all-carers"].pk]
    papers["post-16-staff"].delete()
    papers["all-carers"].editions.all().delete()
    assert shown(picks=picks) == []
    assert shown() == ["post-16-child"]


def test_an_empty_block_is_not_drawn():
    html = RelatedBlock().render(
        RelatedBlock().to_python({"heading": "Papers", "phase": "primary"})
    )
    assert html.strip() == ""


def test_a_full_block_names_kind_size_and_language(papers):
    papers["all-carers"].language = "uk"
    papers["all-carers"].save()
    html = RelatedBlock().render(
        RelatedBlock().to_python({"heading": "Papers", "audience": "carer"})
    )
    assert 'hreflang="uk"' in html
    assert "PDF, 1\xa0KB" in html
    assert "Українська" in html


# -- the set that comes with the package --------------------------------------------------------


def test_every_live_form_has_a_template_and_a_second_time_makes_none(quick_word):
    versions = publish_shipped()
    assert {t.form_key for t in Template.objects.all()} == {v.form_key for v in versions}
    assert ensure_templates() == []


def test_what_an_editor_changed_or_took_out_stays_so(quick_word):
    publish_shipped()
    Template.objects.filter(form_key="primary").update(title="Our PEP", live=False)
    publish_shipped()
    assert ensure_templates() == []
    assert Template.objects.filter(title="Our PEP", live=False).exists()


def test_an_installation_from_before_gets_its_templates(quick_word, home):
    publish_shipped()
    Template.objects.all().delete()
    template("primary", title="A paper of the council's own")
    call_command("pep_setup", verbosity=0)
    assert Template.objects.get(form_key="primary").slug == "primary-form"


# -- speed --------------------------------------------------------------------------------------


def test_a_library_of_two_hundred_costs_under_twenty_five_queries(
    home, client, quick_word, django_assert_max_num_queries
):
    publish_shipped()
    page = LibraryPage(title="Templates", slug="library", body=[])
    home.add_child(instance=page)
    paper, inner = document(), home.get_children().get(slug="virtual-school")
    for number in range(200):
        where = {"document": paper} if number % 2 else {"page": inner}
        edition(template(f"paper-{number}"), "1", "2026-01-01", **where)
    client.get("/library/")
    with django_assert_max_num_queries(24):
        html = client.get("/library/").content.decode()
    assert html.count('class="pep-download"') > 200
    with django_assert_max_num_queries(7):
        shelf.read()


# -- the check ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["", "wagtail.documents.forms.BaseDocumentForm", "no.such.Form"])
def test_a_site_that_does_not_look_uploads_over_is_told(form):
    with override_settings(WAGTAILDOCS_DOCUMENT_FORM_BASE=form):
        (warning,) = checks.uploads_are_looked_over(None)
    assert warning.id == "pep_plugin.W010"
    assert checks.FORM in warning.hint


def test_the_sandbox_looks_uploads_over():
    assert checks.uploads_are_looked_over(None) == []
