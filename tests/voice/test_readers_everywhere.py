"""Words that a child limits stand in no screen, paper or export of anybody else."""

import io
import zipfile

import pytest
from django.core.management import call_command
from docx import Document
from pypdf import PdfReader

from pep_plugin.access import Actor, Forbidden, person_key
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.audiences import AUDIENCES
from pep_plugin.plans.actions.save_answers import save_answers
from pep_plugin.plans.reading import open_plan
from tests.voice.conftest import WORDS, a_link
from tests.voice.own import opened, say, send

pytestmark = pytest.mark.django_db
#: Who is named, and so may read it.
MAY = {"designated_teacher", "iro"}


@pytest.fixture
def plan(scene, carer, parent):
    child = opened(a_link(scene.plan, "child"))
    say(child, "views.would_like_help", WORDS)
    say(child, "views.going_well", "Football with my friends")
    send(child, scene.designated_teacher, would_like_help=[person_key(scene.iro.pk)])
    return scene.plan


SCREENS = ("", "check/", "read/", "steps/views/", "views/", "people/", "meeting/")


@pytest.mark.parametrize(
    "role",
    ["designated_teacher", "deputy", "social_worker", "team_manager", "iro", "vs_head"],
)
def test_screens_pdf_and_word_of_each_colleague(scene, plan, signed_in, role):
    client = signed_in(role)
    base = f"/pep/plans/{plan.pk}/"
    texts = {path: client.get(base + path).content.decode() for path in SCREENS}
    assert "Football" in texts["read/"], role
    texts["pdf"] = _pdf(client.get(f"{base}pdf/"))
    texts["word"] = _word(client.get(f"{base}word/"))
    found = {where for where, text in texts.items() if WORDS in text}
    assert bool(found) == (role in MAY), (role, found)
    if role in MAY:
        assert {"read/", "pdf", "word"} <= found


def _pdf(response) -> str:
    data = b"".join(response.streaming_content) if response.streaming else response.content
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _word(response) -> str:
    data = b"".join(response.streaming_content) if response.streaming else response.content
    return _words_of(data)


def _words_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return " ".join("".join(node.itertext()) for node in document.element.body.iter() if node.text)


@pytest.mark.parametrize("role", ["carer", "parent"])
def test_carers_and_parents_pages_never_hold_them(scene, plan, carer, parent, role):
    person = {"carer": carer, "parent": parent}[role]
    client = opened(a_link(scene.plan, role, person=person))
    paths = ["", "check/", "plan/"]
    paths += ["q/carer.going_well/", "q/views.would_like_help/"]
    for path in paths:
        response = client.get(f"/pep/own/{path}", follow=True)
        assert WORDS not in response.content.decode(), path


def test_a_carer_may_be_named_and_is_still_never_the_only_one(scene, carer):
    child = opened(a_link(scene.plan, "child"))
    say(child, "views.good_at", "Goals")
    send(child, scene.designated_teacher, good_at=[person_key(carer.pk)])
    held = scene.plan.answers.get(section="views").data["good_at"]["readers"]
    assert held == sorted([person_key(carer.pk), person_key(scene.designated_teacher.pk)])


def test_a_draft_stands_nowhere_at_all(scene, signed_in):
    child = opened(a_link(scene.plan, "child"))
    say(child, "views.would_like_help", WORDS)
    for role in ("designated_teacher", "social_worker", "vs_head"):
        client = signed_in(role)
        for path in SCREENS:
            text = client.get(f"/pep/plans/{scene.plan.pk}/{path}").content.decode()
            assert WORDS not in text, (role, path)
        actor = Actor.for_person(scene.people()[role])
        assert WORDS not in str(open_plan(actor, scene.plan.pk).answers)


@pytest.mark.parametrize("kind", ["html", "text", "json", "word"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_audience_of_any_copy_is_given_them(scene, plan, audience, kind):
    """Asked for by those to whom the words were not told."""
    for role in ("social_worker", "vs_head"):
        actor = Actor.for_person(scene.people()[role])
        try:
            data = give_document(actor=actor, plan_id=plan.pk, format=kind, audience=audience).data
        except Forbidden:
            continue
        text = _words_of(data) if kind == "word" else data.decode()
        assert WORDS not in text, (role, audience, kind)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_export_holds_what_is_for_everyone_only(scene, plan, tmp_path, kind):
    where = tmp_path / f"plans.{kind}"
    call_command("pep_export", "plans", "-o", str(where))
    data = where.read_bytes()
    if kind == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = b"".join(book.read(name) for name in book.namelist())
    assert b"Football with my friends" in data
    assert WORDS.encode() not in data


def test_a_colleague_may_still_type_a_childs_words_and_never_over_limited_ones(scene, plan):
    """Whoever talked with the child writes there; what they cannot read they cannot change."""
    actor = Actor.for_person(scene.social_worker)
    opened_by = open_plan(actor, plan.pk)
    save_answers(
        actor=actor,
        plan_id=plan.pk,
        section="views",
        posted={
            "wish": {"value": "A dog, she told me", "for": "child"},
            "would_like_help": {"value": "Typed over"},
        },
        base_revision=opened_by.revisions["views"],
    )
    held = plan.answers.get(section="views").data
    assert held["wish"]["value"] == "A dog, she told me"
    assert held["would_like_help"]["value"] == WORDS
