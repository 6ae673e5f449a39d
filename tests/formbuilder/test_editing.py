"""A section in Wagtail's editor: its blocks, its size, and two people at it."""

import pytest
from django.urls import reverse
from wagtail import blocks as wagtail_blocks

from pep_plugin.formbuilder.blocks import FAMILIES, QuestionsBlock
from pep_plugin.formbuilder.conversion.questions import family_of
from pep_plugin.formbuilder.loading import make_section
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds import texts
from pep_plugin.sections.schema import Section

MOST_FIELDS = 10_000


def test_every_kind_of_ours_has_a_block_and_no_block_is_of_another():
    ours = {
        key
        for key, kind in kinds.registered().items()
        if type(kind).__module__.startswith("pep_plugin.")
    }
    assert set(FAMILIES) == ours
    assert ours < set(QuestionsBlock().child_blocks)


def test_a_third_partys_kind_is_held_by_the_block_of_the_kind_it_grew_from():
    class Postcode(texts.LongText):
        key = "postcode_for_this_test"

    kinds.register(Postcode())
    try:
        assert family_of("postcode_for_this_test") == "long_text"
    finally:
        kinds._REGISTRY.pop("postcode_for_this_test")
    assert family_of("postcode_for_this_test") == "unknown"


def fields(block) -> int:
    """How many fields a browser posts for a block, its lists empty."""
    if isinstance(block, wagtail_blocks.StreamBlock | wagtail_blocks.ListBlock):
        return 1
    if isinstance(block, wagtail_blocks.StructBlock):
        return sum(fields(child) for child in block.child_blocks.values())
    return 1


def test_forty_questions_of_the_largest_kind_can_be_posted():
    marks_of_a_child = 4
    children = QuestionsBlock().child_blocks.values()
    assert 40 * (max(fields(child) for child in children) + marks_of_a_child) < MOST_FIELDS / 4


@pytest.mark.django_db
def test_of_two_people_who_save_one_section_neither_loses_a_word(editor, scene, signed_in):
    section = Section(key="ours", title="Ours", owner_role="designated_teacher", pages=())
    row = make_section(section, variant="")
    address = reverse("wagtailsnippets_pep_plugin_pepsection:edit", args=[row.pk])
    posted = {
        "intro": "",
        "questions-count": "0",
        "applies-count": "0",
        "key": "ours",
        "variant": "",
        "owner_role": "designated_teacher",
    }
    for user, title in ((editor, "As Wendy wrote it"), (scene.superuser, "As root wrote it")):
        signed_in(user).post(address, {**posted, "title": title})
    row.refresh_from_db()
    titles = [revision.content["title"] for revision in row.revisions.order_by("created_at")]
    assert titles[-2:] == ["As Wendy wrote it", "As root wrote it"]
    assert row.title == "Ours"
