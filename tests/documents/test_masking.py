"""A name that a copy leaves out in its own place is found in no sentence of it either."""

import pytest

from pep_plugin.documents.json import as_json
from pep_plugin.documents.masking import MASK, Masks
from tests.documents import scene
from tests.documents.scene import outline, said


def written(text: str, **how):
    """A sentence of the school's, as it stands in a copy."""
    given = scene.answers()
    given["every"]["long_text"] = {"value": text}
    return said(outline(given=given, **how), "every.long_text").text


@pytest.mark.parametrize(
    "sentence",
    [
        "Jo Hart reads with her.",
        "Mrs Hart reads with her.",
        "Jo  Hart’s house has a garden.",
        "Ring 01632 960123 first.",
        "Ring 01632960123 or 01632 960 123 first.",
    ],
)
def test_the_carer_is_not_told_by_a_sentence_of_the_parents_copy(sentence):
    copy = written(sentence, audience="parent")
    assert MASK in copy
    for secret in ("Hart", "960123", "960 123"):
        assert secret not in copy
    assert written(sentence, audience="school") == sentence


@pytest.mark.parametrize("sentence", ["Hartley and a hart.", "016329601234 is a long number."])
def test_a_word_that_only_looks_like_it_stays(sentence):
    assert written(sentence, audience="parent") == sentence


def test_the_stored_value_of_the_data_is_masked_too():
    given = scene.answers()
    given["every"]["long_text"] = {"value": "With Jo Hart."}
    assert "Hart" not in as_json(outline(given=given, audience="parent"))


@pytest.mark.parametrize(("audience", "changed"), [("child", False), ("parent", True)])
def test_nobodys_own_words_are_changed_in_their_own_copy(audience, changed):
    given = scene.answers()
    given["words"]["long"] = {"value": "Mr Hart and my friend Dan"}
    copy = said(outline(given=given, audience=audience), "words.long").text
    assert ("Hart" not in copy) == changed


def test_a_carer_with_the_childs_surname_does_not_take_it_from_the_child():
    people = [
        {**person, "name": "Jo Kestrel"} if person["role"] == "carer" else person
        for person in scene.HEAD["people"]
    ]
    head = {**scene.HEAD, "people": people}
    copy = written("Maya Kestrel reads with Jo Kestrel.", audience="parent", head=head)
    assert copy == f"Maya Kestrel reads with {MASK}."


def test_a_confidential_school_is_not_told_by_a_sentence():
    sentence = "Harrow Lane Primary is fun, says Ms Okafor."
    copy = written(sentence, audience="parent", is_school_confidential=True)
    assert copy == f"{MASK} is fun, says Ms {MASK}."
    assert written(sentence, audience="parent") == sentence


def test_who_came_to_the_meeting_is_named_by_role_only():
    from pep_plugin.documents.walk import walk
    from pep_plugin.sections import definitions

    form = definitions.shipped()["primary"]
    row = {
        "id": "a1b2c3d4e5",
        "cells": {"role": {"value": "carer"}, "name": {"value": "Wilma Thrush"}},
    }
    given = {
        "meeting": {"people": {"value": [row]}, "notes": {"value": "Mrs Thrush will ring."}},
    }
    parent = walk(form, given, {"kind": "termly"}, scene.HEAD, roles=scene.STAFF, audience="parent")
    full = walk(form, given, {"kind": "termly"}, scene.HEAD, roles=scene.STAFF)
    assert "Thrush" not in as_json(parent)
    assert as_json(full).count("Thrush") > 2


def test_another_set_of_names_makes_another_document():
    people = [*scene.HEAD["people"], {"role": "carer", "role_label": "Carer", "name": "Al Pine"}]
    more = outline(audience="parent", head={**scene.HEAD, "people": people})
    assert more.parts_digest() != outline(audience="parent").parts_digest()
    assert "Hart" not in repr(more)


def test_no_words_no_masks():
    assert Masks(()).text("Jo Hart") == "Jo Hart"
