"""The page of one row, that of its detail, and the question whether to remove it."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from pep_plugin import access
from pep_plugin.entry.around import row_words
from pep_plugin.entry.one_row import RowForm
from pep_plugin.entry.row_part import RowPart
from pep_plugin.sections import smart
from pep_plugin.sections.answers import Answer
from pep_plugin.wizard import settling
from pep_plugin.wizard.rows import finding
from pep_plugin.wizard.rows.finding import Place
from pep_plugin.wizard.saving import Outcome, save_page
from pep_plugin.wizard.views.step import BACK, StepView


class RowView(StepView):
    """One row of a table. Saving it is a save of that table in which only this row changed."""

    template_name = "pep_plugin/wizard/row.html"
    #: Whether this is the page of the optional columns.
    more = False

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.form_list = OrderedDict((name, RowForm) for name in self.form_list)

    @cached_property
    def place(self) -> Place:
        """Raises :class:`Http404` for an address that is no row's."""
        marks = self.request.POST.getlist(f"{self.step.name}__asked")
        named = [*(mark.rpartition("@")[0] for mark in marks), self.request.GET.get("new", "")]
        place = finding.find(self.opened, self.step, self.kwargs["row"], named)
        if self.more and not finding.has_more(self.opened, self.step, place):
            raise Http404
        return place

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(step),
            "question": self.place.question,
            "row_id": self.place.row_id,
            "columns": self.place.columns(more=self.more),
        }

    def get_step_url(self, step: str) -> str:
        """This page's own address; formtools asks for no other step's here."""
        name = "pep_plugin:row_more" if self.more else "pep_plugin:row"
        return reverse(name, args=[self.opened.plan.pk, self.step.name, self.kwargs["row"]])

    def _address(self, name: str, **query: str) -> str:
        """A page of this row or its list, from which the same place is led back to."""
        given = [self.opened.plan.pk, self.step.name]
        if name != "step":
            given.append(self.place.row_id)
        back = self.request.POST.get("back") or self.request.GET.get("back", "")
        if back in BACK:
            query["back"] = back
        address = reverse(f"pep_plugin:{name}", args=given)
        return f"{address}?{urlencode(query)}" if query else address

    def _to_list(self, note: str) -> HttpResponse:
        return redirect(self._address("step", note=note))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_new = request.GET.get("new") == self.place.question.key
        if self.opened.may_write(self.step.section):
            if not self.place.is_stored and not is_new:
                return self._to_list("row-gone")
            if self.place.is_full:
                return self._to_list("row-full")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, form: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=form, **kwargs)
        part: RowPart | None = form.part
        if part is None:
            raise Http404
        table = self.place.question.table
        context.update(
            {
                "part": part,
                "title": part.row.label,
                "row_name": table.row_name if table else "",
                "more": self.more,
                "meanings": smart.MEANINGS,
                "has_more": not self.more and finding.has_more(self.opened, self.step, self.place),
                "list_url": self._address("step"),
                "words": row_words(part.question, part.readable),
                "autosave_url": f"{self.get_step_url(self.step.name)}autosave/",
            }
        )
        return context

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.place.is_full and not self.place.is_stored:
            raise SuspiciousOperation("There are far more rows than people type.")
        return super().post(*args, **kwargs)

    def _redraw(self, form: Any) -> HttpResponse:
        """No button of this page redraws it."""
        return self.render(form)

    def _lead_on(self, form: Any, outcome: Outcome) -> HttpResponse:
        go = self.request.POST.get("go", "continue")
        if go == "later":
            return self._to_task_list("saved")
        if go == "more":
            return self._to_page("row_more")
        if go.startswith("school:"):
            return self._to_school(go.partition(":")[2])
        if not form.is_valid():
            return self._show_problems()
        if self.more:
            return self._to_page("row")
        return self._to_list("row-saved")

    def _to_page(self, name: str) -> HttpResponse:
        # A row in which nothing stands yet is not stored: the address says that it is meant.
        return redirect(self._address(name, new=self.place.question.key))

    def _reopen(self) -> None:
        super()._reopen()
        self.__dict__.pop("place", None)


class RemoveRowView(RowView):
    """Remove asks first; the row stays in the history of its section."""

    template_name = "pep_plugin/wizard/row_remove.html"

    def get_step_url(self, step: str) -> str:
        return reverse(
            "pep_plugin:row_remove", args=[self.opened.plan.pk, self.step.name, self.kwargs["row"]]
        )

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        section = self.step.section
        if not self.opened.writes(section):
            raise access.Forbidden("plan.write")
        if settling.FIELD in self.request.POST:
            return self._settle()
        form = self.get_form(data=self.request.POST)
        part: RowPart | None = form.part
        if part is None:
            raise Http404
        posted: dict[str, Answer | None] = {part.question.key: part.without()}
        outcome = save_page(self.opened, section.key, posted, {part.question.key: part.base})
        if outcome.conflicts:
            return self._choose(outcome, posted)
        return self._to_list("row-removed")
