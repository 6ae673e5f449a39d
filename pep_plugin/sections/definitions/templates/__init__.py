"""The papers of the library: small forms that are no PEP, one module each."""

from pep_plugin.sections.definitions.templates import (
    carers_view,
    meeting_agenda,
    my_profile,
    my_views_5_7,
    my_views_8_11,
    my_views_11_16,
    teachers_checklist,
)
from pep_plugin.sections.schema import Form


def forms() -> tuple[Form, ...]:
    """Every paper, in the order in which the library shows them."""
    return (
        my_views_5_7.form(),
        my_views_8_11.form(),
        my_views_11_16.form(),
        my_profile.form(),
        carers_view.form(),
        meeting_agenda.form(),
        teachers_checklist.form(),
    )
