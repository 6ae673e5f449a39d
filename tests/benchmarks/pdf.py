"""A primary plan as PDF, from its answers to its bytes, beside WeasyPrint on the same HTML."""

from typing import Any

from tests.benchmarks.pairs import compare


def outline() -> Any:
    """The shipped primary form with a sample of every answer."""
    from pep_plugin.documents.walk import walk
    from pep_plugin.sections import answers, definitions
    from pep_plugin.sections.roles import VIRTUAL_SCHOOL
    from tests.documents.scene import CONTEXT, HEAD

    form = definitions.shipped()["primary"]
    return walk(form, answers.sample(form), CONTEXT, HEAD, roles=VIRTUAL_SCHOOL)


def run() -> dict[str, Any]:
    import weasyprint

    from pep_plugin.documents.html import html
    from pep_plugin.documents.pdf import pdf

    document = html(outline())
    return compare(
        "A primary plan as PDF",
        lambda: pdf(outline()),
        lambda: weasyprint.HTML(string=document).write_pdf(pdf_variant="pdf/ua-1"),
        described="raw WeasyPrint on the same HTML",
        at_most=1.1,
    )
