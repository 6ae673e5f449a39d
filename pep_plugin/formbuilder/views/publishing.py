"""The screen "Publish forms": what is wrong, what changed, what a new label means, and go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.formbuilder import drafts, permission
from pep_plugin.formbuilder.actions import (
    DraftsChanged,
    FormsHaveProblems,
    NeedsSecondPerson,
    NothingToPublish,
    publish_forms,
)
from pep_plugin.formbuilder.actions.publish_forms import is_own_draft
from pep_plugin.formbuilder.places import Linked, linked
from pep_plugin.formbuilder.reviewing import Bundle, NewLabel, Review, bundles
from pep_plugin.formbuilder.telling import Group, grouped, in_each_of, since

SAME, OTHER = "same", "other"


@dataclass(frozen=True)
class LabelQuestion:
    """One new label as the page asks about it; ``chosen`` is what was posted, if anything."""

    label: NewLabel
    name: str
    chosen: str = ""
    is_missing: bool = False


@dataclass(frozen=True)
class Shown:
    """A review as the page shows it."""

    review: Review
    changes: list[Group]
    problems: list[Linked]


@dataclass(frozen=True)
class ShownBundle:
    """A bundle as the page shows it; ``refusal`` stands over it after a POST that did nothing."""

    bundle: Bundle
    shared: list[Group]
    forms: list[Shown]
    labels: list[LabelQuestion]
    is_own: bool
    numbers: str
    refusal: str = ""


class PublishFormsView(WagtailAdminTemplateMixin, View):
    """Looking is for whoever edits forms; publishing is asked of ``access`` by the action."""

    template_name = "pep_plugin/formbuilder/publish.html"
    page_title = gettext_lazy("Publish forms")
    header_icon = "upload"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": "", "label": gettext_lazy("Publish forms")},
    ]
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.actor = Actor.for_user(request.user)
        permission.require_sight(request.user, self.actor)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        keys = [key for key in request.POST.get("forms", "").split(",") if key]
        chosen = {
            name.removeprefix("label:"): str(value)
            for name, value in request.POST.items()
            if name.startswith("label:")
        }
        try:
            missing = self._unanswered(keys, chosen)
            if missing:
                return self._again(keys, chosen, _("Say what each new label means."))
            versions = publish_forms(
                actor=self.actor,
                form_keys=keys,
                mark=request.POST.get("mark", ""),
                others=[path for path, value in chosen.items() if value == OTHER],
            )
        except access.Forbidden:
            return self._again(keys, chosen, _("Publishing is for the Virtual School."), 403)
        except NothingToPublish:
            told = _("Somebody else published these a moment ago, or took the changes back.")
            return self._again(keys, chosen, told, 409)
        except DraftsChanged:
            told = _("Something changed since you opened this page. Nothing was published.")
            return self._again(keys, chosen, told, 409)
        except NeedsSecondPerson:
            return self._again(keys, chosen, _("You drafted a part of this: ask a second person."))
        except FormsHaveProblems as error:
            told = _("Nothing was published. Put this right first:")
            sentences = [str(one) for found in error.problems.values() for one in found]
            return self._again(keys, chosen, told, problems=sentences)
        names = ", ".join(str(version) for version in versions)
        messages.success(
            request,
            ngettext("Published: %(names)s.", "Published together: %(names)s.", len(versions))
            % {"names": names},
        )
        return redirect(reverse("pep_publish_forms"))

    def _unanswered(self, keys: list[str], chosen: Mapping[str, str]) -> bool:
        """Whether a new label of these forms has no answer yet."""
        return any(
            chosen.get(label.path) not in (SAME, OTHER)
            for bundle in bundles(drafts.reviews())
            if bundle.name == ",".join(keys)
            for label in bundle.new_labels
        )

    def _again(
        self,
        keys: list[str],
        chosen: Mapping[str, str],
        refusal: str,
        status: int = 400,
        problems: Sequence[str] = (),
    ) -> HttpResponse:
        """The page once more: nothing was published, and why."""
        told = since(self.request.POST.get("numbers", ""))
        context = self.get_context_data(
            refused=",".join(keys),
            chosen=chosen,
            refusal=refusal,
            since=told,
            refusal_problems=list(dict.fromkeys(problems)),
        )
        return self.render_to_response(context, status=status)

    def get_context_data(
        self,
        refused: str = "",
        chosen: Mapping[str, str] | None = None,
        refusal: str = "",
        since: list[str] | None = None,
        refusal_problems: list[str] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        reviews = drafts.reviews()
        shown = [
            self._shown(bundle, chosen or {}, refusal if bundle.name == refused else "")
            for bundle in bundles(reviews)
        ]
        context.update(
            {
                "bundles": shown,
                "unchanged": [review for review in reviews if not review.is_changed],
                "may_publish": access.allows(self.actor.post_roles, "form.publish"),
                "refusal": refusal,
                "is_told": any(bundle.refusal for bundle in shown),
                "since": since or [],
                "refusal_problems": refusal_problems or [],
            }
        )
        return context

    def _shown(self, bundle: Bundle, chosen: Mapping[str, str], refusal: str) -> ShownBundle:
        shared = in_each_of(bundle.reviews)
        return ShownBundle(
            bundle=bundle,
            shared=grouped(bundle.reviews[0], only=shared) if shared else [],
            forms=[
                Shown(review, grouped(review, leaving_out=shared), linked(review, review.problems))
                for review in bundle.reviews
            ],
            labels=[
                LabelQuestion(
                    label,
                    f"label:{label.path}",
                    chosen.get(label.path, ""),
                    bool(refusal) and label.path not in chosen,
                )
                for label in bundle.new_labels
            ],
            is_own=is_own_draft(self.actor, bundle),
            numbers=",".join(
                f"{review.draft.key}:{review.live.number if review.live else 0}"
                for review in bundle.reviews
            ),
            refusal=refusal,
        )
