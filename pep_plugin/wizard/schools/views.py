"""Find a school: what was typed is saved first, and the choice comes back to the same page.

Words are posted and never stand in an address: which school a child goes to may be a secret.
"""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.entry.parts import Problem
from pep_plugin.people.models import School
from pep_plugin.people.schools import find_schools, school_words
from pep_plugin.plans.revisions import answers_at
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.wizard import asking, settling
from pep_plugin.wizard.saving import save_page
from pep_plugin.wizard.schools.place import SchoolPlace, find
from pep_plugin.wizard.views.step import BACK, StepView

#: The choice that keeps what was typed, for a school or setting that is not in the register.
NOT_LISTED = "not-listed"


class SchoolView(StepView):
    """The search page of one answer; scripts ask it for a list of schools as JSON."""

    @cached_property
    def place(self) -> SchoolPlace:
        return find(self.opened, self.step, self.kwargs["path"])

    @property
    def _stored(self) -> Answer | None:
        answers = self.opened.answers.get(self.step.section.key, {})
        return answers.get(self.place.question.key)

    def get_step_url(self, step: str) -> str:
        """The page that the answer stands on."""
        given = [self.opened.plan.pk, self.step.name]
        table = self.place.question.table
        if self.place.row_id and table and table.has_row_pages:
            required = self.place.asked.required is not False
            name = "pep_plugin:row" if required else "pep_plugin:row_more"
            return reverse(name, args=[*given, self.place.row_id])
        return reverse("pep_plugin:step", args=given)

    def _back(self) -> str:
        back = self.request.POST.get("back") or self.request.GET.get("back", "")
        return back if back in BACK else ""

    def _page(self) -> str:
        """The page that was left, with the focus in the box."""
        query = f"?back={self._back()}" if self._back() else ""
        place = self.place
        inside = f"-{place.row_id}-{place.asked.key}" if place.row_id else ""
        control = f"id_{self.step.name}-{place.question.key}{inside}"
        return f"{self.get_step_url(self.step.name)}{query}#{control}"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        place = self.place
        if not self.opened.may_write(self.step.section):
            return redirect(self.get_step_url(self.step.name))
        asking.note_reading(self.opened, where="school", questions=[place.question.key])
        held = place.held(self._stored) or {}
        value = held.get("value") or {}
        return self._draw(str(value.get("name") or held.get("typed") or ""))

    def _draw(self, words: str, *, problem: str = "") -> HttpResponse:
        found = find_schools(words)
        looked = len(words.strip()) >= 2
        revision = self.opened.revisions.get(self.step.section.key, 0)
        context = {
            **asking.about(self.opened),
            "section": self.step.section,
            "label": self.place.asked.label,
            "words": " ".join(words.split()),
            "looked": looked,
            "found": [(str(one.pk), one, school_words(one)) for one in found],
            "not_listed": NOT_LISTED,
            "base": self.request.POST.get("base") or revision,
            "back": self._back(),
            "page_url": self._page(),
            "problems": [Problem(problem, "id_school_0" if looked else "id_q")] if problem else [],
        }
        return render(self.request, "pep_plugin/wizard/school.html", context)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        request = self.request
        if not self.opened.writes(self.step.section):
            raise access.Forbidden("plan.write")
        if settling.FIELD in request.POST:
            return self._settle()
        place, words = self.place, request.POST.get("q", "")
        if "application/json" in request.headers.get("Accept", ""):
            return _as_json(words)
        if "find" in request.POST:
            return self._draw(words)
        chosen = request.POST.get("school", "")
        if chosen == NOT_LISTED:
            return self._save(answers_of.read(place.asked, words))
        school = _school(chosen)
        if school is None:
            return self._draw(words, problem=_("Choose a school, or say that it is not listed."))
        return self._save({"value": {"name": school.name, "urn": school.urn or ""}})

    def _save(self, school: Answer | None) -> HttpResponse:
        key, section = self.place.question.key, self.step.section.key
        posted_base = self.request.POST.get("base", "")
        base = int(posted_base) if posted_base.isdecimal() and len(posted_base) < 10 else 0
        answers: Any = self.opened.answers.get(section, {})
        if base != self.opened.revisions.get(section, 0):
            # Other cells of the table are as the page showed them, so that no other's are undone.
            answers = answers_at(self.opened.plan.pk, section, base)
        posted = {key: self.place.put(answers.get(key), school)}
        outcome = save_page(self.opened, section, posted, {key: base})
        if outcome.conflicts:
            return self._choose(outcome, posted)
        return redirect(self._page())


def _school(chosen: str) -> School | None:
    try:
        return School.objects.filter(pk=uuid.UUID(chosen)).first()
    except ValueError:
        return None


def _as_json(words: str) -> JsonResponse:
    """Pairs of what is put into the box and what is said beside it."""
    pairs = [
        [f"{one.name} ({one.urn})" if one.urn else one.name, school_words(one)]
        for one in find_schools(words)
    ]
    return JsonResponse({"schools": pairs})
