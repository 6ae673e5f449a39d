"""A section read from its newest revision is the very section that was loaded."""

import pytest

from pep_plugin.formbuilder import conversion
from pep_plugin.formbuilder.drafts import newest
from pep_plugin.formbuilder.loading import load_form
from pep_plugin.sections import definitions

pytestmark = pytest.mark.django_db


def test_every_section_of_primary_comes_back_from_its_revision():
    shipped = definitions.shipped()["primary"]
    form = load_form(shipped)
    for row in conversion.sections_of(newest(form)):
        assert conversion.to_section(newest(row)) == shipped.section(row.key)
