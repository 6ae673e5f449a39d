"""A page as a browser without scripts would send it back, and the small forms tests draw."""

from typing import Any

from django.utils.datastructures import MultiValueDict
from lxml import html as parser

from pep_plugin.entry.around import Around
from pep_plugin.entry.forms import PageForm
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Form, Page, Question, Section


def one_page(*questions: Question, **section: Any) -> Form:
    """A form of one section called "part" with one page."""
    return Form(
        key="small",
        title="Small",
        phase="primary",
        sections=(
            Section(
                key="part",
                title="A part",
                owner_role="designated_teacher",
                pages=(Page(questions=questions),),
                **section,
            ),
        ),
    )


def draw(
    form: Form,
    answers: dict[str, Answer] | None = None,
    *,
    data: MultiValueDict[str, Any] | dict[str, Any] | None = None,
    step: str = "part",
    **around: Any,
) -> PageForm:
    """The page of a step, empty or with answers, unbound or posted."""
    section = form.step(step).section.key
    everything = {**around.pop("others", {}), section: answers or {}}
    return PageForm(
        data,
        step=form.step(step),
        around=Around(form, everything, around.pop("context", {}), **around),
        initial=answers or {},
    )


def sent(page: PageForm | str, **changes: Any) -> MultiValueDict[str, Any]:
    """What a browser would post for the page as drawn, with changes by field name."""
    root = parser.fromstring(f"<form>{page}</form>")
    data: MultiValueDict[str, Any] = MultiValueDict()
    for control in root.xpath("//input | //textarea | //select"):
        for value in _values(control):
            data.appendlist(control.get("name"), value)
    for name, value in changes.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def _values(control: Any) -> list[str]:
    if control.tag == "textarea":
        # A browser drops the first line end of a textarea, which Django puts there.
        return [(control.text or "").removeprefix("\n")]
    if control.tag == "select":
        chosen = control.xpath("option[@selected]") or control.xpath("option[1]")
        return [option.get("value") for option in chosen]
    if control.get("type") in ("radio", "checkbox"):
        return [control.get("value")] if control.get("checked") is not None else []
    return [control.get("value") or ""]


def posted(form: Form, answers: dict[str, Answer] | None = None, **kwargs: Any) -> PageForm:
    """The page, drawn, changed by ``changes`` (field name -> value) and sent back."""
    changes = kwargs.pop("changes", {})
    page = draw(form, answers, **kwargs)
    return draw(form, answers, data=sent(page, **changes), **kwargs)
