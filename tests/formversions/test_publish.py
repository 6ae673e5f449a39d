import dataclasses

import pytest

from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.publish import FormHasProblems, publish, publish_shipped
from pep_plugin.sections.schema import Form
from tests.factories import small_form

pytestmark = pytest.mark.django_db


def test_publishing_gives_numbers_and_a_hash():
    first = publish(small_form())
    second = publish(dataclasses.replace(small_form(), title="Better words"))

    assert (first.number, second.number) == (1, 2)
    assert first.sha256 != second.sha256
    assert FormVersion.objects.live("primary") == second


def test_publishing_what_is_live_already_makes_nothing_new():
    assert publish(small_form()) == publish(small_form())


def test_a_published_version_never_changes():
    version = publish(small_form())
    version.title = "Changed"
    with pytest.raises(ValueError, match="never changes"):
        version.save()


def test_a_version_reads_back_as_the_very_form():
    publish(small_form())
    assert FormVersion.objects.live("primary").form == small_form()


def test_a_form_with_problems_is_not_published():
    section = small_form().sections[0]
    twice = dataclasses.replace(small_form(), sections=(section, section))
    with pytest.raises(FormHasProblems) as told:
        publish(twice)
    assert told.value.problems
    assert not FormVersion.objects.exists()


def test_the_shipped_forms_are_published_once():
    first = publish_shipped()
    assert [version.pk for version in publish_shipped()] == [version.pk for version in first]
    assert isinstance(first[0].form, Form)
