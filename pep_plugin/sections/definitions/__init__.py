"""The forms that the package ships, written with the classes of ``sections.schema``.

What all phases share stands in ``common``, one module a section; a phase composes them.
"""

from functools import cache

from pep_plugin.sections.schema import Form


@cache
def shipped() -> dict[str, Form]:
    """Every shipped form by its key; built when first asked for, the same objects ever after."""
    from pep_plugin.sections.definitions import primary

    return {form.key: form for form in (primary.form(),)}
