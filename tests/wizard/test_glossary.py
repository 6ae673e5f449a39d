"""The council's kinder words beside what people write in a plan; made once, then the council's."""

from django.test import Client
from django.urls import reverse

from pep_plugin.guidance.groups import WEB_EDITORS, ensure_web_editors
from pep_plugin.guidance.starter.glossary import ensure_words
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.wizard.glossary.starter import WORDS
from pep_plugin.wizard.models import GlossaryWord
from tests.factories import UserFactory

WELL = "progress-going_well"


def test_a_word_is_suggested_after_saving_and_the_text_stays(browser):
    GlossaryWord.objects.create(word="contact", instead="family time")
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    assert "family time</strong>" not in teacher.text
    teacher.press("later", **{WELL: "After contact Maya reads."})
    teacher.open("step", "progress")
    assert "For “contact” perhaps: family time." in teacher.words
    assert teacher.answer("progress", "going_well") == "After contact Maya reads."


def test_the_check_lists_them_with_the_way_to_each(browser):
    GlossaryWord.objects.create(word="contact", instead="family time")
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{WELL: "After contact Maya reads."})
    teacher.open("check")
    assert "Kinder words for 1 answer" in teacher.words
    address = teacher.address("step", "progress")
    assert f'href="{address}?back=check#q-going_well"' in teacher.text


def test_the_check_names_no_answer_that_is_somebody_elses_to_change(browser, scene):
    GlossaryWord.objects.create(word="contact", instead="family time")
    data = {"no_contact": {"value": "No contact."}, "legal_status": {"value": "contact"}}
    SectionAnswers.objects.create(plan=scene.plan, section="care", data=data, revision=1)
    teacher = browser("designated_teacher")
    teacher.open("check")
    assert "Kinder words" not in teacher.words


def test_a_word_that_is_switched_off_is_not_suggested(browser):
    GlossaryWord.objects.create(word="contact", instead="family time", is_on=False)
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{WELL: "contact"})
    teacher.open("step", "progress")
    assert "family time" not in teacher.text


def test_the_first_words_are_made_once_and_what_a_council_took_out_stays_out(db):
    GlossaryWord.objects.create(word="Contact", instead="our own words")
    assert ensure_words() == len(WORDS) - 1
    assert GlossaryWord.objects.get(word="Contact").instead == "our own words"
    GlossaryWord.objects.filter(word="NEET").delete()
    assert ensure_words() == 0
    assert not GlossaryWord.objects.filter(word="NEET").exists()


def editor():
    user = UserFactory()
    user.groups.add(ensure_web_editors(None))
    client = Client()
    client.force_login(user)
    return client


def test_web_editors_keep_the_words_in_wagtails_admin(db):
    client = editor()
    added = {"word": " difficult   child ", "instead": "child who is upset", "is_on": "on"}
    assert client.post(reverse("pep_glossary:add"), added).status_code == 302
    word = GlossaryWord.objects.get()
    assert word.word == "difficult child"
    assert "difficult child" in client.get(reverse("pep_glossary:index")).content.decode()
    path = reverse("pep_glossary:edit", args=[word.pk])
    client.post(path, {"word": "difficult child", "instead": "child", "why": "Kinder."})
    word.refresh_from_db()
    assert (word.instead, word.is_on) == ("child", False)
    client.post(reverse("pep_glossary:delete", args=[word.pk]))
    assert not GlossaryWord.objects.exists()


def test_a_word_is_there_once_however_it_is_written(db):
    GlossaryWord.objects.create(word="contact", instead="family time")
    page = editor().post(reverse("pep_glossary:add"), {"word": "CONTACT", "instead": "x"})
    assert "This word is in the glossary already." in page.content.decode()
    page = editor().post(reverse("pep_glossary:add"), {"word": "home", "instead": "Home"})
    assert "Enter other words than the word itself." in page.content.decode()


def test_whoever_has_no_part_in_it_does_not_reach_it(db, scene):
    client = Client()
    client.force_login(scene.user("designated_teacher"))
    assert client.get(reverse("pep_glossary:index")).status_code in (302, 403)
    assert WEB_EDITORS
