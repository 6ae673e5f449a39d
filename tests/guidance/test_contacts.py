"""Whom to ask: cards, by phase and area, without a script or a cookie."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.pages.models import ContactPage
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client, home):
    page = ContactPage(title="Your representative", slug="whom-to-ask")
    home.add_child(instance=page)
    return lambda **query: client.get(page.url, query).content.decode()


@pytest.fixture
def cards(db):
    ContactCard.objects.bulk_create(
        [
            ContactCard(name="Priya Shah", job_title="Early years", phases="early-years",
                        areas="North Alderbrook, Millbank", telephone="01632 960 151"),
            ContactCard(name="Dan Whitlock", phases="primary,secondary", areas="Millbank",
                        email="dan@alderbrook.example"),
            ContactCard(name="Helen Marsh", job_title="Head", telephone="01632 960 142"),
        ]
    )  # fmt: skip


def test_everybody_is_there_at_first(read, cards):
    html = read()
    assert all(name in html for name in ("Priya Shah", "Dan Whitlock", "Helen Marsh"))
    assert "01632 960 151" in html
    assert "mailto:dan@alderbrook.example" in html


def test_by_phase_who_is_for_every_phase_stays(read, cards):
    html = read(phase="primary")
    assert "Dan Whitlock" in html
    assert "Helen Marsh" in html
    assert "Priya Shah" not in html
    assert "2 people to ask" in html


def test_by_area_however_it_is_written(read, cards):
    html = read(area="north ALDERBROOK")
    assert "Priya Shah" in html
    assert "Dan Whitlock" not in html


def test_the_choice_stays_chosen(read, cards):
    html = read(phase="primary", area="Millbank")
    assert '<option value="primary" selected>' in html
    assert "<option selected>Millbank</option>" in html


def test_a_value_that_is_none_is_as_if_nothing_was_chosen(read, cards):
    html = read(phase="<script>", area="Atlantis\x00")
    assert "Priya Shah" in html
    assert "Show everybody" not in html
    assert "Atlantis" not in html


def test_where_nobody_is_named_for_a_phase_the_team_is(read, cards):
    ContactCard.objects.filter(name="Helen Marsh").delete()
    html = read(phase="post-16")
    assert "Nobody is named for that yet." in html
    assert "01632 960 142" in html


def test_without_any_card_there_is_nothing_to_choose_from(read):
    html = read()
    assert "Nobody is named here yet." in html
    assert 'name="phase"' not in html


def test_a_card_that_says_how_to_reach_nobody_is_refused():
    with pytest.raises(ValidationError, match="telephone number or an e-mail"):
        ContactCard(name="Nobody").full_clean()


def test_an_editor_makes_a_card_in_the_admin(client, db):
    client.force_login(UserFactory(superuser=True))
    data = {
        "name": "Priya Shah",
        "job_title": "Adviser",
        "phases": ["early-years", "primary"],
        "areas": "Millbank",
        "telephone": "01632 960 151",
        "email": "",
        "note": "",
        "position": "1",
    }
    client.post(reverse("wagtailsnippets_pep_plugin_contactcard:add"), data)
    card = ContactCard.objects.get()
    assert card.phase_keys == ["early-years", "primary"]
    html = client.get(
        reverse("wagtailsnippets_pep_plugin_contactcard:edit", args=[card.pk])
    ).content.decode()
    assert html.count("checked") >= 2


def test_what_an_editor_types_on_a_card_is_words(read):
    ContactCard.objects.create(name="<b>Robin</b>", telephone="1")
    assert "&lt;b&gt;Robin" in read()
