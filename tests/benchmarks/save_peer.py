"""The peer of ``save``: formtools' session wizard as its documentation has it, behind a login.

It has our form class and our template, and does nothing else: nobody is asked who they are to the
child, nothing is merged, no history is kept.
"""

from collections import OrderedDict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.urls import include, path, reverse
from formtools.wizard.views import NamedUrlSessionWizardView

from pep_plugin.entry.around import Around
from pep_plugin.entry.forms import PageForm
from pep_plugin.sections.schema import Form


class Peer(NamedUrlSessionWizardView):
    template_name = "pep_plugin/wizard/step.html"
    form_list = [("start", PageForm)]
    #: Given before the first visit: the form's definition, and what the template shows of a plan.
    form: Form
    around: Around
    about: dict[str, Any]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.form_list = OrderedDict((step.name, PageForm) for step in self.form.steps())

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {"step": self.form.step(str(step)), "around": self.around}

    def get_context_data(self, form: PageForm, **kwargs: Any) -> dict[str, Any]:
        step = form.step
        return {
            **super().get_context_data(form=form, **kwargs),
            **self.about,
            "step": step,
            "section": step.section,
            "title": step.title or step.section.title,
            "page": 1,
            "pages": 2,
            "details": [one for one in step.section.steps() if one.is_detail],
            "saved": "Saved today at 2:32pm",
        }

    def get_step_url(self, step: str) -> str:
        return reverse("peer", args=[step])


urlpatterns = [
    path("peer/<str:step>/", login_required(Peer.as_view(url_name="peer")), name="peer"),
    path("", include("council.urls")),
]
