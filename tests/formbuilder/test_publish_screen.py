"""The screen "Publish forms", pressed as a browser without scripts would press it."""

import pytest
from django.contrib.auth.models import Permission
from django.test import override_settings
from lxml import html as parser

from pep_plugin.formversions.models import FormVersion

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/pep-forms/publish/"


@pytest.fixture
def head(scene, signed_in):
    """A Virtual School head with a way into the admin."""
    user = scene.user("vs_head")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return signed_in(user)


def words(response):
    [main] = parser.fromstring(response.content).xpath("//div[@class='pep-publish']")
    return " ".join(main.text_content().split())


def fields(response, button="//form[@class='pep-publish__form']"):
    """What the first form of the page would post, without its radios."""
    form = parser.fromstring(response.content).xpath(button)[0]
    return {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}


def live_number(key):
    return FormVersion.objects.live(key).number


def test_a_head_reads_what_changed_and_publishes(change, head):
    change("one", more={"help": "Say it in your own words."})
    page = head.get(ADDRESS)
    assert "It has help now: “Say it in your own words.”." in words(page)
    assert "Reaches plans that are being written." in words(page)

    after = head.post(ADDRESS, fields(page), follow=True)
    assert after.redirect_chain == [(ADDRESS, 302)]
    assert "Published: First, version 2." in after.content.decode()
    assert live_number("first") == 2
    assert "there is nothing to publish" in words(after)


def test_nothing_drafted_is_said_and_each_form_with_its_version(forms, head):
    found = words(head.get(ADDRESS))
    assert "Every form is live as it is drafted" in found
    assert "First version 1, since" in found


def test_a_new_label_must_be_explained_first(change, head):
    change("one", more={"label": "Anything else?"})
    page = head.get(ADDRESS)
    assert "“What else?” is now called “Anything else?”. Is it:" in words(page)

    refused = head.post(ADDRESS, fields(page))
    assert refused.status_code == 400
    assert "Say what each new label means." in words(refused)
    assert "Choose one." in words(refused)
    assert live_number("first") == 1

    head.post(ADDRESS, {**fields(page), "label:one.more": "same"})
    assert FormVersion.objects.live("first").reworded == ["one.more"]


def test_what_was_chosen_stays_chosen_after_a_refusal(change, head):
    change("one", more={"label": "Anything else?"})
    page = head.get(ADDRESS)
    posted = {**fields(page), "label:one.more": "other", "mark": "another"}
    refused = head.post(ADDRESS, posted)
    assert refused.status_code == 409
    chosen = parser.fromstring(refused.content).xpath("//input[@type='radio'][@checked]")
    assert [one.get("value") for one in chosen] == ["other"]


def test_another_question_is_told_as_such(change, head):
    change("one", more={"label": "Who else should know?"})
    page = head.get(ADDRESS)
    head.post(ADDRESS, {**fields(page), "label:one.more": "other"})
    assert FormVersion.objects.live("first").form.question("one.more_2")


def test_problems_link_to_the_block_and_there_is_no_button(change, head):
    row = change("one", more={"label": ""})
    page = head.get(ADDRESS)
    [link] = parser.fromstring(page.content).xpath("//div[contains(@class,'critical')]//li/a")
    block = row.get_latest_revision_as_object().questions[1].id
    assert link.get("href").endswith(f"/edit/{row.pk}/#block-{block}-section")
    assert "The question has no label." in words(page)
    assert not parser.fromstring(page.content).xpath("//form[@class='pep-publish__form']")


def test_the_second_of_two_is_told_what_the_first_published(change, head, scene, signed_in):
    change("one", more={"help": "Say it."})
    page = head.get(ADDRESS)
    head.post(ADDRESS, fields(page))
    again = head.post(ADDRESS, fields(page))
    assert again.status_code == 409
    found = words(again)
    assert "Somebody else published these a moment ago" in found
    assert "First, version 2 was published." in found
    assert "What else?: It has help now: “Say it.”." in found
    assert live_number("first") == 2


def test_an_editor_looks_and_cannot_publish(change, editor, signed_in):
    change("one", by=editor, more={"help": "Say it."})
    client = signed_in(editor)
    page = client.get(ADDRESS)
    assert "Publishing is for Virtual School heads and advisers." in words(page)
    assert not parser.fromstring(page.content).xpath("//form[@class='pep-publish__form']")
    forced = client.post(ADDRESS, {"forms": "first", "mark": ""})
    assert forced.status_code == 403
    assert live_number("first") == 1


def test_a_superuser_looks_and_cannot_publish(change, scene, signed_in):
    change("one", more={"help": "Say it."})
    client = signed_in(scene.superuser)
    page = client.get(ADDRESS)
    assert "Publishing is for Virtual School heads and advisers." in words(page)
    assert client.post(ADDRESS, {"forms": "first", "mark": ""}).status_code == 403
    assert live_number("first") == 1


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "iro", "vs_admin"])
def test_others_do_not_see_drafts_even_with_a_way_into_the_admin(forms, scene, signed_in, role):
    user = scene.user(role)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert signed_in(user).get(ADDRESS).status_code in (302, 403)
    paper = f"/admin/pep-forms/form/{forms['first'].pk}/word/"
    assert signed_in(user).get(paper).status_code in (302, 403)


def test_a_stranger_is_sent_to_sign_in(forms, client):
    assert client.get(ADDRESS).status_code == 302
    assert client.post(ADDRESS).status_code == 302


@override_settings(PEP_PLUGIN={"FORMS_NEED_SECOND_PERSON": True})
def test_who_drafted_it_is_told_to_ask_a_second_person(change, head, scene):
    change("one", by=scene.user("vs_head"), more={"help": "Say it."})
    page = head.get(ADDRESS)
    assert "Somebody else of the Virtual School must publish it." in words(page)
    assert head.post(ADDRESS, {"forms": "first", "mark": ""}).status_code in (400, 409)
    assert live_number("first") == 1


@pytest.mark.parametrize("posted", [{}, {"forms": "gone"}, {"forms": ",,", "label:": "x"}])
def test_a_post_of_nonsense_publishes_nothing(change, head, posted):
    change("one", more={"help": "Say it."})
    assert head.post(ADDRESS, posted).status_code in (400, 409)
    assert live_number("first") == 1


def test_words_of_an_editor_are_only_words(change, head):
    change("one", more={"label": "<script>alert(1)</script> {{ settings }}"})
    content = head.get(ADDRESS).content.decode()
    assert "<script>alert(1)" not in content
    assert "{{ settings }}" in content


@pytest.mark.parametrize(("how", "start"), [("word", b"PK"), ("pdf", b"%PDF-")])
def test_a_draft_on_paper(change, editor, signed_in, forms, how, start):
    row = change("one", more={"help": "Say it."})
    client = signed_in(editor)
    for what, pk in (("form", forms["first"].pk), ("section", row.pk)):
        response = client.get(f"/admin/pep-forms/{what}/{pk}/{how}/")
        assert response.status_code == 200
        assert response.content.startswith(start)
        assert 'filename="draft-first' in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]


def test_a_draft_that_is_not_there_or_in_no_such_way(editor, signed_in, forms):
    client = signed_in(editor)
    assert client.get("/admin/pep-forms/form/999999/word/").status_code == 404
    assert client.get(f"/admin/pep-forms/form/{forms['first'].pk}/papyrus/").status_code == 404
