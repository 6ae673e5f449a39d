"""What a child is asked, and how, by age; and where the answers come to stand."""

import datetime
from dataclasses import replace

import pytest

from pep_plugin.conf import today
from pep_plugin.formversions.publish import publish
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import definitions
from pep_plugin.voice.own_page import ages
from tests.factories import PlanFactory, born_for_year, council
from tests.voice.conftest import a_link
from tests.voice.own import OWN, at, opened, page_of, say, send, text_of

pytestmark = pytest.mark.django_db


def aged(child, years: int) -> None:
    child.date_of_birth = today() - datetime.timedelta(days=round(365.25 * years) + 40)
    child.save()


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, ages.OBSERVED),
        (4, ages.OBSERVED),
        (5, ages.FACES),
        (7, ages.FACES),
        (8, ages.MIX),
        (10, ages.MIX),
        (11, ages.WORDS),
        (15, ages.WORDS),
        (16, ages.ADULT),
        (18, ages.ADULT),
    ],
)
def test_the_age_decides_how_one_is_asked(scene, years, band):
    aged(scene.child, years)
    assert ages.band_of(scene.child) == band


def of_form(key: str, years: int, year_group: str):
    """A child of an age on the form of that phase, and their page."""
    version = publish(definitions.shipped()[key])
    scene = council()
    aged(scene.child, years)
    scene.child.enrolments.update(year_group=year_group)
    plan = PlanFactory(child=scene.child, form_version=version)
    grant = a_link(plan, "child")
    return scene, opened(grant), page_of(grant)


def test_a_small_child_is_watched_by_an_adult_and_the_page_says_so(db):
    scene, client, page = of_form("early-years", 3, "N1")
    text = text_of(client.get(OWN))
    assert "This page is for an adult who knows" in text
    names = {screen.name for screen in page.screens}
    assert {"views.play", "views.my_words", "views.my_day"} <= names
    say(client, "views.play", "Builds towers of anything")
    assert client.get(f"{OWN}readers/").status_code == 404
    client.post(f"{OWN}first/", {"first": str(scene.designated_teacher.pk)})
    client.post(f"{OWN}send/")
    held = SectionAnswers.objects.get(section="views").data
    assert held["play"]["for"] == "child"
    assert held["how_asked"]["value"] == "watched"


def test_a_child_of_six_has_faces_and_pictures_and_few_words(db):
    _scene, client, page = of_form("primary", 6, "2")
    names = {screen.name for screen in page.screens}
    assert "views.faces.playtime" in names
    assert "views.worries" not in names
    html = client.get(at("views.faces.playtime")).content.decode()
    assert html.count("pictures/face-") == 5
    assert "pictures/playtime.svg" in html
    assert "What would I like help with?" in text_of(client.get(at("views.would_like_help")))


def test_a_child_of_nine_is_asked_more(db):
    _scene, client, page = of_form("primary", 9, "5")
    names = {screen.name for screen in page.screens}
    assert {"views.worries", "views.best_bit", "views.faces.friends"} <= names
    assert "Is there anything that worries me?" in text_of(client.get(at("views.worries")))


def test_a_child_of_thirteen_has_numbers_and_words_and_no_pictures(db):
    _scene, client, page = of_form("secondary", 13, "9")
    html = client.get(at("views.ratings.safe")).content.decode()
    assert html.count('type="radio"') == 11
    assert "pictures/" not in html
    client.post(at("views.ratings.safe"), {"answer-score": "7", "answer-why": "Mostly"})
    assert "7: Mostly" in text_of(client.get(f"{OWN}check/"))
    assert "views.who_may_know" in {screen.name for screen in page.screens}


def test_subjects_are_added_one_by_one(db):
    scene, client, _page = of_form("secondary", 13, "9")
    html = client.get(at("views.subjects")).content.decode()
    row = html.partition('name="row" value="')[2].partition('"')[0]
    data = {"row": row, f"{row}-subject": "Art", f"{row}-going": "Well", "do": "more"}
    assert client.post(at("views.subjects"), data)["Location"] == at("views.subjects")
    assert client.get(at("views.subjects")).content.decode().count('name="row"') == 2
    send(client, scene.designated_teacher)
    held = SectionAnswers.objects.get(section="views").data["subjects"]["value"]
    assert held[0]["cells"]["subject"]["value"] == "Art"


def test_sixteen_and_over_are_asked_as_adults(db):
    _scene, client, page = of_form("post-16", 17, "13")
    assert page.band == ages.ADULT
    assert "This page is yours" in text_of(client.get(OWN))
    assert "pictures/" not in client.get(at("views.going_well")).content.decode()


def test_a_councils_own_words_are_shown_as_they_are(scene):
    form = definitions.shipped()["primary"]
    views = form.section("views")
    pages = tuple(
        replace(
            page,
            questions=tuple(
                replace(question, label="What are your superpowers?")
                if question.key == "good_at"
                else question
                for question in page.questions
            ),
        )
        for page in views.pages
    )
    changed = replace(
        form,
        sections=tuple(
            replace(section, pages=pages) if section.key == "views" else section
            for section in form.sections
        ),
    )
    plan = PlanFactory(child=scene.child, form_version=publish(changed))
    client = opened(a_link(plan, "child"))
    assert "What are your superpowers?" in text_of(client.get(at("views.good_at")))


# Targets -----------------------------------------------------------------------------------------

ROW = "0000000001"


def with_targets(scene):
    """Not the first plan: the last targets are to be looked at, and there are new ones."""
    scene.plan.previous = PlanFactory(child=scene.child, signed_off=True)
    scene.plan.save()
    cells = {
        "area": {"value": "reading"},
        "target": {"value": "I can read a whole chapter to my carer."},
    }
    for section, key in (("targets", "targets"), ("last_targets", "review")):
        SectionAnswers.objects.create(
            plan=scene.plan,
            section=section,
            revision=1,
            data={key: {"value": [{"id": ROW, "cells": {**cells}}]}},
        )


def test_last_targets_and_new_ones_are_asked_and_the_answer_stands_beside_the_target(scene):
    with_targets(scene)
    client = opened(a_link(scene.plan, "child"))
    last, new = f"last_targets.review.{ROW}.child_view", f"targets.targets.{ROW}.child_agrees"
    assert "I can read a whole chapter" in text_of(client.get(at(last)))
    assert "How did this go?" in text_of(client.get(at(last)))
    assert "Is this one all right?" in text_of(client.get(at(new)))
    client.post(at(last), {"answer-child_view": "I read two!"})
    client.post(at(new), {"answer-child_agrees": "change"})
    assert "for everyone at my meeting" in text_of(client.get(f"{OWN}readers/"))
    send(client, scene.designated_teacher)
    rows = {
        row.section: next(iter(row.data.values()))["value"][0]["cells"]
        for row in SectionAnswers.objects.exclude(section="views")
    }
    assert rows["last_targets"]["child_view"]["value"] == "I read two!"
    assert rows["targets"]["child_agrees"]["value"] == "change"
    assert rows["targets"]["target"]["value"] == "I can read a whole chapter to my carer."


def test_a_target_that_is_taken_away_meanwhile_takes_no_answer(scene):
    with_targets(scene)
    client = opened(a_link(scene.plan, "child"))
    new = f"targets.targets.{ROW}.child_agrees"
    client.post(at(new), {"answer-child_agrees": "no"})
    say(client, "views.going_well", "Football")
    SectionAnswers.objects.filter(section="targets").update(data={"targets": {"value": []}})
    assert client.get(at(new)).status_code == 404
    send(client, scene.designated_teacher)
    assert SectionAnswers.objects.get(section="targets").data == {"targets": {"value": []}}


def test_year_seven_is_eleven(scene):
    """The factories' own years agree with the ages above."""
    scene.child.date_of_birth = born_for_year(7)
    scene.child.save()
    assert scene.child.age_on(today()) in (11, 12)
