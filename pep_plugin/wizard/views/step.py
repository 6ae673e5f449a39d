"""One screen of a section: drawing it, saving it, and where it leads."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from formtools.wizard.forms import ManagementForm
from formtools.wizard.views import NamedUrlWizardView

from pep_plugin import access
from pep_plugin.entry.forms import PageForm
from pep_plugin.plans.delegations import may_give
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.plans.presence import editing
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.schema import Step
from pep_plugin.wizard import asking, settling, steps
from pep_plugin.wizard.around import around
from pep_plugin.wizard.rows.finding import find as find_row
from pep_plugin.wizard.saving import Outcome, save_page
from pep_plugin.wizard.schools.place import find as find_school_place
from pep_plugin.wizard.words import editing_too, when

#: Where a screen may lead back to, besides the task list.
BACK = ("check", "changed")


class StepView(NamedUrlWizardView):
    """formtools' wizard on the plan's rows: the step and the answers come with the address.

    What is ours: the list of steps is the plan's own form; a POST saves one screen, valid or not;
    the last page of a section leads to the task list, never to ``done``.
    """

    storage_name = "pep_plugin.wizard.storage.PlanStorage"
    template_name = "pep_plugin/wizard/step.html"
    url_name = "pep_plugin:step"
    # formtools wants a list when the address is made; ``setup`` puts the plan's own in its place.
    form_list: Any = [("start", PageForm)]
    http_method_names = ["get", "head", "post", "options"]

    opened: OpenPlan

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.opened = asking.opened_for(request, kwargs["plan_id"])
        self.form_list = OrderedDict((step.name, PageForm) for step in self.opened.form.steps())

    def get_prefix(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Short: it stands in the name of the one field that formtools adds."""
        return "wizard"

    @cached_property
    def step(self) -> Step:
        """Raises :class:`Http404` for a step that the plan does not have for this person."""
        try:
            step = self.opened.form.step(self.kwargs["step"])
        except KeyError:
            raise Http404 from None
        if not self._is_here(step):
            raise Http404
        return step

    def _is_here(self, step: Step) -> bool:
        """A page is there while it asks something. What was typed into one that somebody else's
        save has emptied since is still taken in: it is kept, and not printed."""
        if self.request.method == "POST":
            return any(self.opened.may_read(step.section, q) for q in step.questions)
        return bool(steps.questions_of(self.opened, self.asked, step))

    @cached_property
    def asked(self) -> Asked:
        return self.opened.asked

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {
            "step": self.step,
            "around": around(self.opened, self.asked, self.step, to_draw=self.is_drawn),
        }

    def get_form_initial(self, step: str) -> dict[str, Answer]:
        """Answers are initial data, so that a page just opened shows no errors."""
        return self.opened.answers.get(self.step.section.key, {})

    def get_step_url(self, step: str) -> str:
        return reverse(self.url_name, kwargs={"plan_id": self.opened.plan.pk, "step": step})

    @property
    def _page_url(self) -> str:
        return reverse("pep_plugin:step", args=[self.opened.plan.pk, self.step.name])

    # Looking ----------------------------------------------------------------------------------

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        section = self.step.section
        if not self.opened.may_write(section):
            address = reverse("pep_plugin:read", kwargs={"plan_id": self.opened.plan.pk})
            return HttpResponseRedirect(f"{address}#{section.key}")
        response: HttpResponse = super().get(request, *args, **kwargs)
        shown = [
            question.key for question in steps.questions_of(self.opened, self.asked, self.step)
        ]
        asking.note_reading(self.opened, where=self.step.name, questions=shown)
        return response

    def get_context_data(self, form: PageForm, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(form=form, **kwargs)
        section = self.step.section
        every = steps.steps_of(self.opened, self.asked, section)
        before, _after = steps.neighbours(every, self.step.name)
        pages = [step.name for step in every if not step.is_detail]
        saved = self.opened.saved.get(section.key)
        back = self.request.POST.get("back") or self.request.GET.get("back", "")
        context.update(
            {
                **asking.about(self.opened),
                "step": self.step,
                "section": section,
                "schools_at": f"{self._page_url}school/",
                "title": self.step.title or section.title,
                "page": pages.index(self.step.name) + 1 if self.step.name in pages else 0,
                "pages": len(pages),
                "before": before,
                "details": [] if self.step.is_detail else [s for s in every if s.is_detail],
                "problems": form.problems,
                "editing": editing_too(
                    editing(self.opened.plan.pk, self.opened.actor.person_id).get(section.key, ())
                ),
                "saved": _("Saved %(when)s") % {"when": when(saved.saved_at)}
                if saved and saved.saved_by_id
                else "",
                "note": kwargs.get("note") or self.request.GET.get("note", ""),
                "back": back if back in BACK else "",
                "may_give": may_give(self.opened, section),
            }
        )
        return context

    # Saving -----------------------------------------------------------------------------------

    @cached_property
    def is_drawn(self) -> bool:
        """Whether this request ends in a page; a page that was saved ends in a redirect."""
        posted = self.request.POST
        return self.request.method != "POST" or any(
            name in posted for name in ("add", "remove", "use")
        )

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        request = self.request
        section = self.step.section
        if not self.opened.writes(section):
            raise access.Forbidden("plan.write")
        if settling.FIELD in request.POST:
            return self._settle()
        self._check_it_is_this_page()
        form = self.get_form(data=request.POST)
        if self.is_drawn:
            return self._redraw(form)
        posted = form.collect()
        outcome = save_page(
            self.opened, section.key, posted, form.bases(), confirms=self._goes_on()
        )
        if outcome.conflicts:
            return self._choose(outcome, posted)
        return self._lead_on(form, outcome)

    def _goes_on(self) -> bool:
        """Whether Continue was pressed, and nothing that leaves the page in the middle of it."""
        return self.request.POST.get("go", "continue") == "continue"

    def _check_it_is_this_page(self) -> None:
        """A page whose own step is missing is still saved; one of another step is not."""
        management = ManagementForm(self.request.POST, prefix=self.prefix)
        if management.is_valid() and management.cleaned_data["current_step"] != self.step.name:
            raise SuspiciousOperation("The page is of another step than its address.")

    def _redraw(self, form: PageForm) -> HttpResponse:
        """A button that changes the page: nothing is saved, nothing is judged."""
        posted = self.request.POST
        note = ""
        if "add" in posted:
            form.add_row(posted["add"])
        elif "remove" in posted:
            key, _, row_id = posted["remove"].partition(":")
            note = "removed" if form.remove_row(key, row_id) else ""
        else:
            form.use_last(posted["use"])
        return self.render(form, note=note)

    def _lead_on(self, form: PageForm, outcome: Outcome) -> HttpResponse:
        """Saved. "Save and come back later" goes home; Continue looks whether all is well first."""
        go = self.request.POST.get("go", "continue")
        if go == "later":
            return self._to_task_list("saved")
        if go.startswith("detail:") and go.partition(":")[2] in self.form_list:
            return redirect(self.get_step_url(go.partition(":")[2]))
        if go.startswith("files:"):
            return self._to_files(go.partition(":")[2])
        if go.startswith("school:"):
            return self._to_school(go.partition(":")[2])
        if go.startswith(("row:", "remove:")):
            return self._to_row(*go.split(":", 2))
        if not form.is_valid():
            return self._show_problems()
        if form.newly_asked():
            back = self.request.POST.get("back")
            back = f"&back={back}" if back in BACK else ""
            return redirect(f"{self.get_step_url(self.step.name)}?note=more{back}")
        if self.request.POST.get("back") in BACK:
            return redirect(f"pep_plugin:{self.request.POST['back']}", self.opened.plan.pk)
        return self._next(form, outcome)

    def _next(self, form: PageForm, outcome: Outcome) -> HttpResponse:
        section = self.step.section
        every = steps.steps_of(self.opened, form.asked_after(), section)
        _before, after = steps.neighbours(every, self.step.name)
        if after is None:
            return self._to_task_list("hidden" if outcome.hidden else "saved")
        note = "?note=hidden" if outcome.hidden else ""
        return redirect(self.get_step_url(after.name) + note)

    def _to_files(self, key: str) -> HttpResponse:
        """The page of its own where files are added; what stood on this one is saved."""
        if key not in [question.key for question in self.step.questions]:
            raise SuspiciousOperation("The page holds no such question.")
        path = f"{self.step.section.key}.{key}"
        return redirect("pep_plugin:files", self.opened.plan.pk, path)

    def _to_school(self, path: str) -> HttpResponse:
        """The page on which a school is looked up; it comes back to this one."""
        place = find_school_place(self.opened, self.step, path)
        inside = [place.row_id, place.asked.key] if place.row_id else []
        found = ".".join([place.question.key, *inside])
        address = reverse("pep_plugin:school", args=[self.opened.plan.pk, self.step.name, found])
        back = self.request.POST.get("back", "")
        return redirect(f"{address}?back={back}" if back in BACK else address)

    def _to_row(self, what: str, key: str = "", row_id: str = "") -> HttpResponse:
        """The page of a row, or the one that asks whether to remove it."""
        place = find_row(self.opened, self.step, row_id, [key])
        name = "pep_plugin:row" if what == "row" else "pep_plugin:row_remove"
        address = reverse(name, args=[self.opened.plan.pk, self.step.name, row_id])
        query = {} if place.is_stored else {"new": place.question.key}
        if (back := self.request.POST.get("back", "")) in BACK:
            query["back"] = back
        return redirect(f"{address}?{urlencode(query)}" if query else address)

    def _to_task_list(self, note: str) -> HttpResponse:
        address = reverse("pep_plugin:plan", kwargs={"plan_id": self.opened.plan.pk})
        return redirect(f"{address}?note={note}")

    def _reopen(self) -> None:
        """Look again at what is stored, now that it was saved."""
        self.opened = asking.opened_for(self.request, self.opened.plan.pk)
        for name in ("asked", "is_drawn"):
            self.__dict__.pop(name, None)
        self.__dict__["is_drawn"] = True

    def _show_problems(self) -> HttpResponse:
        """The page as it is stored now: what others changed meanwhile is in sight too."""
        self._reopen()
        form = self.get_form()
        form.check()
        return self.render(form)

    # Two people at once -----------------------------------------------------------------------

    def _choose(self, outcome: Outcome, posted: dict[str, Answer | None]) -> HttpResponse:
        """409: both texts, and nothing lost of either."""
        field = settling.pack(
            self.opened, self.step.section.key, outcome.conflicts, posted, outcome.revision
        )
        return self._render_choices(field, data=None)

    def _render_choices(self, field: str, data: Any) -> HttpResponse:
        self._reopen()
        settled = settling.unpack(self.opened, self.step.section, field, data)
        saved = self.opened.saved.get(self.step.section.key)
        context = {
            **asking.about(self.opened),
            "step": self.step,
            "section": self.step.section,
            "title": self.step.title or self.step.section.title,
            "field_name": settling.FIELD,
            "field": field,
            "clashes": settled.clashes,
            "problems": settled.unsettled if data is not None else [],
            "theirs": self._theirs(saved),
        }
        return render(self.request, "pep_plugin/wizard/conflict.html", context, status=409)

    def _theirs(self, saved: SectionAnswers | None) -> str:
        """The name of whoever else saved last; "" where that was this person too."""
        person = saved.saved_by if saved else None
        return person.name if person and person.pk != self.opened.actor.person_id else ""

    def _settle(self) -> HttpResponse:
        field = self.request.POST[settling.FIELD]
        section = self.step.section
        settled = settling.unpack(self.opened, section, field, self.request.POST)
        if settled.unsettled:
            return self._render_choices(field, self.request.POST)
        answers = settled.answers(self.opened.answers.get(section.key, {}))
        outcome = save_page(
            self.opened, section.key, answers, dict.fromkeys(answers, settled.revision)
        )
        if outcome.conflicts:
            return self._choose(outcome, answers)
        return redirect(f"{self.get_step_url(self.step.name)}?note=settled")
