"""What the editor of forms adds to the Wagtail admin, and what it takes away from it."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.action_menu import ActionMenuItem

from pep_plugin.access import Actor
from pep_plugin.formbuilder import permission
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.views import on_paper
from pep_plugin.formbuilder.views.publishing import PublishFormsView
from pep_plugin.formbuilder.views.sharing import ImportFormView, export_form

_OURS = (PEPSection, PEPForm)
#: Wagtail publishes one object at a time and looks at nothing else; forms go live as a whole.
_TAKEN_AWAY = frozenset({"action-publish", "action-unpublish", "action-submit"})


def admin_urls() -> list[URLPattern]:
    """Addresses within the Wagtail admin, which lets only its own people in."""
    return [
        path("pep-forms/publish/", PublishFormsView.as_view(), name="pep_publish_forms"),
        path("pep-forms/import/", ImportFormView.as_view(), name="pep_import_form"),
        path("pep-forms/form/<int:pk>/share/", export_form, name="pep_export_form"),
        path(
            "pep-forms/form/<int:pk>/<str:how>/", on_paper.form_on_paper, name="pep_form_on_paper"
        ),
        path(
            "pep-forms/section/<int:pk>/<str:how>/",
            on_paper.section_on_paper,
            name="pep_section_on_paper",
        ),
    ]


def no_publishing(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take Publish and Unpublish off the menu of a form or section, a superuser's too."""
    if context.get("model") in _OURS:
        menu_items[:] = [item for item in menu_items if item.name not in _TAKEN_AWAY]


class _OnPaper(ActionMenuItem):
    """The saved draft as a file."""

    how = ""

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit"

    def get_url(self, context: dict[str, Any]) -> str:
        what = "section" if context["model"] is PEPSection else "form"
        return reverse(f"pep_{what}_on_paper", args=[context["instance"].pk, self.how])


class AsWord(_OnPaper):
    name = "pep-as-word"
    label = _("Saved draft as Word")
    icon_name = "doc-full"
    how = "word"


class AsPdf(_OnPaper):
    name = "pep-as-pdf"
    label = _("Saved draft as PDF")
    icon_name = "doc-full-inverse"
    how = "pdf"


class AsFile(_OnPaper):
    """The saved draft for another council."""

    name = "pep-as-file"
    label = _("Saved draft as a file to share")
    icon_name = "download"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return super().is_shown(context) and context["model"] is PEPForm

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("pep_export_form", args=[context["instance"].pk])


class ToPublishing(ActionMenuItem):
    """The way from a draft to the screen on which it is published."""

    name = "pep-publish-forms"
    label = _("Go to Publish forms")
    icon_name = "upload"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit"

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("pep_publish_forms")


def _for_ours(item: type[ActionMenuItem], order: int) -> Callable[[type[Model]], Any]:
    """A hook that gives the item to our models and to no other."""
    return lambda model: item(order=order) if model in _OURS else None


class PublishFormsMenuItem(MenuItem):
    """Shown to who edits forms, and to who publishes them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            _("Publish forms"),
            reverse_lazy("pep_publish_forms"),
            name="pep-publish-forms",
            icon_name="upload",
            order=241,
            **kwargs,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        actor = Actor.for_user(request.user)
        return permission.may_edit(request.user) or permission.may_publish(actor)


class ImportFormMenuItem(MenuItem):
    """Shown to who edits forms."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            _("Bring in a form"),
            reverse_lazy("pep_import_form"),
            name="pep-import-form",
            icon_name="download",
            order=242,
            **kwargs,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return permission.may_edit(request.user)


def hook_in() -> None:
    """Everything above, where Wagtail asks for it."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("construct_snippet_action_menu", no_publishing)
    for order, item in enumerate((AsWord, AsPdf, AsFile, ToPublishing), start=70):
        hooks.register("register_snippet_action_menu_item", _for_ours(item, order))
