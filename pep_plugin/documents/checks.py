"""Checks of what documents are made with. Where fonts are missing, a PDF would end the process."""

from typing import Any

from django.core.checks import CheckMessage, Error, Warning
from django.core.checks import register as register_check

from pep_plugin.conf import conf, serves
from pep_plugin.documents import missing


@register_check("pep_plugin")
def documents_can_be_made(**kwargs: Any) -> list[CheckMessage]:
    """An error without fonts; a warning where PDFs or Word documents were left out on purpose."""
    if not serves("private"):
        return []
    problem = missing.pdf_problem()
    if not problem:
        return []
    if problem == missing.no_fonts():
        return [Error(problem, id="pep_plugin.E005")]
    return [Warning(problem, id="pep_plugin.W002")]


@register_check("pep_plugin")
def the_word_shell_can_be_used(**kwargs: Any) -> list[CheckMessage]:
    """What ``pep_check_shell`` says of the shell that the settings name."""
    if not conf.WORD_SHELL or missing.word_problem():
        return []
    from pep_plugin.documents.word import shell

    return [Error(problem, id="pep_plugin.E015") for problem in shell.problems(conf.WORD_SHELL)]
