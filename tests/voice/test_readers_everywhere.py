"""Words that a child limits stand in no screen, paper or export of anybody else."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from pep_plugin.access import Actor, person_key
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


def test_a_named_carer_is_let_read_it_on_their_own_part_and_nothing_beside(scene, carer):
    """The child may name a carer as a reader; they are still never the first."""
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
