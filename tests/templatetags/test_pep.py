"""Dates, times and small words as every page prints them."""

import datetime

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory, override_settings

from pep_plugin.sections import roles
from pep_plugin.templatetags import pep

UTC = datetime.timezone.utc


def test_a_date_is_day_month_year_in_words():
    assert pep.pep_date(datetime.date(2026, 1, 12)) == "12 January 2026"
    assert pep.pep_day(datetime.date(2026, 1, 2)) == "2 January"
    assert pep.pep_date(None) == ""


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (9, 12, "9:12am"),
        (12, 0, "midday"),
        (14, 32, "2:32pm"),
    ],
)
def test_a_time_has_no_leading_zero_and_names_its_half_of_the_day(hour, minute, words):
    assert pep.pep_time(datetime.time(hour, minute)) == words


def test_moments_are_printed_in_the_councils_zone_whatever_the_hosts_is():
    after_midnight_in_london = datetime.datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert pep.pep_moment(after_midnight_in_london) == "1 July 2026 at 12:30am"


@pytest.mark.parametrize("role", roles.LABELS)
def test_every_role_has_a_colour_of_the_stylesheet(role):
    from django.contrib.staticfiles import finders

    sheet = open(finders.find("pep_plugin/pep.css"), encoding="utf-8").read()  # noqa: SIM115
    assert f".pep-owner--{pep.pep_owner(role)} " in sheet


@pytest.mark.parametrize(
    ("name", "letters"), [("Ngozi Okafor", "NO"), ("Sam", "S"), ("", ""), ("Ana de la Cruz", "AC")]
)
def test_initials_are_two_letters_at_most(name, letters):
    assert pep.pep_initials(name) == letters


def test_a_share_of_nothing_is_nothing():
    assert pep.pep_share(0, 0) == 0
    assert pep.pep_share(2, 8) == 25


def test_every_icon_that_a_template_names_is_drawn():
    import re
    from pathlib import Path

    root = Path(pep.__file__).parents[1]
    sprite = (root / "static/pep_plugin/icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'symbol id="([^"]+)"', sprite))
    named = {
        name
        for path in (root / "templates").rglob("*.html")
        for name in re.findall(r'pep_icon "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert named <= drawn


def render(user, **context):
    request = RequestFactory().get("/pep/")
    request.user = user
    page = Template(
        '{% extends "pep_plugin/private_base.html" %}{% block content %}Words{% endblock %}'
    )
    return page.render(Context({"request": request, "user": user, **context}))


@pytest.mark.django_db
def test_the_private_frame_offers_nothing_to_somebody_who_is_signed_out():
    html = render(AnonymousUser())
    assert "My PEPs" not in html
    assert 'href="/sign-in/"' in html
    assert "Words" in html


@pytest.mark.django_db
def test_the_private_frame_names_the_place_one_is_at(django_user_model):
    html = render(django_user_model.objects.create_user("robin"))
    assert 'href="/pep/" aria-current="page"' in html
    assert 'action="/sign-out/"' in html


@pytest.mark.django_db
def test_the_private_frame_has_nothing_inline_and_nothing_from_elsewhere():
    html = render(AnonymousUser())
    assert "<style" not in html
    assert ' style="' not in html
    assert "<script>" not in html
    assert "//" not in html.replace("<!doctype html>", "").split("<body")[0]


@pytest.mark.django_db
@override_settings(PEP_PLUGIN={"COUNCIL_NAME": "<b>Elsewhere</b>"})
def test_a_council_that_sets_almost_nothing_still_gets_a_whole_frame():
    html = render(AnonymousUser())
    assert "&lt;b&gt;Elsewhere&lt;/b&gt;" in html
    assert "mailto:" not in html
    assert settings.PEP_PLUGIN["COUNCIL_NAME"] in "<b>Elsewhere</b>"
