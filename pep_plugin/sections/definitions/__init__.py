"""The forms that the package ships, written with the classes of ``sections.schema``.

What all phases share stands in ``common``, one module a section; a phase composes them.
"""

from functools import cache

from pep_plugin.sections.definitions import added
from pep_plugin.sections.schema import Form


def shipped() -> dict[str, Form]:
    """Every shipped PEP form by its key, with the sections that a council's own apps added.

    Built once, the same objects ever after.
    """
    return _shipped(len(added.ADDED))


@cache
def _shipped(how_many_added: int) -> dict[str, Form]:
    from pep_plugin.sections.definitions import early_years, post_16, primary, secondary

    forms = (early_years.form(), primary.form(), secondary.form(), post_16.form())
    return {form.key: added.with_added(form) for form in forms}


@cache
def papers() -> dict[str, Form]:
    """Every shipped paper of the library by its key: a child's views, an agenda, a checklist."""
    from pep_plugin.sections.definitions.templates import forms

    return {form.key: form for form in forms()}
