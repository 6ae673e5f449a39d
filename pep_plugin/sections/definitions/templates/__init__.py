"""The papers of the library: small forms that are no PEP, one module each."""

from pep_plugin.sections.definitions.templates import my_views_5_7
from pep_plugin.sections.schema import Form


def forms() -> tuple[Form, ...]:
    """Every paper, in the order in which the library shows them."""
    return (my_views_5_7.form(),)
