"""What every register is: a scoped list, scoped look-ups, no history, no raw export, no delete."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, re_path
from wagtail_modeladmin.options import ModelAdmin

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.registers.asking import actor_of
from pep_plugin.registers.buttons import RegisterButtons
from pep_plugin.registers.permission import RegisterPermissions
from pep_plugin.registers.views import (
    RegisterIndexView,
    RegisterInspectView,
    RegisterMenuItem,
)

#: (label, value); labels may be translated late.
Facts = Sequence[tuple[Any, Any]]
_NOT_THERE = (
    Http404,
    ObjectDoesNotExist,
    PermissionDenied,
    access.Forbidden,
    IncorrectLookupParameters,
)
_HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nosnippet, noarchive",
    "Referrer-Policy": "same-origin",
}


class Register(ModelAdmin):
    """Base of all registers. A subclass says what is in scope and what is told of one record.

    ``actions``: the views that have an address. ``change_verb``: what ``access`` is asked before
    anything is added or edited; without one the register is read-only.
    """

    actions: ClassVar[Sequence[str]] = ("index", "inspect")
    change_verb: ClassVar[str] = ""
    #: Columns whose cells are never broken into two lines: references.
    unbroken: ClassVar[Sequence[str]] = ()
    history_view_enabled = False
    inspect_view_enabled = True
    list_export = ()
    list_per_page = 50
    index_view_class = RegisterIndexView
    inspect_view_class = RegisterInspectView
    button_helper_class = RegisterButtons
    inspect_template_name = "pep_plugin/registers/inspect.html"

    # What a subclass says.

    def in_scope(self, actor: Actor) -> QuerySet[Any]:
        """The rows that exist for the actor."""
        raise NotImplementedError

    def one(self, actor: Actor, pk: uuid.UUID) -> Model:
        """A row by id; raises ``DoesNotExist`` for what the actor may not see."""
        return self.in_scope(actor).get(pk=pk)

    def facts(self, instance: Any) -> Facts:
        """(label, value) pairs of the page about one record."""
        raise NotImplementedError

    def links(self, instance: Any) -> Sequence[tuple[str, str]]:
        """(text, address) pairs beneath the facts."""
        return ()

    def child_id(self, instance: Any) -> uuid.UUID | None:
        """The child whose record is looked at, for the audit; None for what holds no child."""
        return None

    # How modeladmin asks for it.

    def may_change(self, actor: Actor) -> bool:
        return bool(self.change_verb) and access.allows(actor.post_roles, self.change_verb)

    def get_permission_helper_class(self) -> type[RegisterPermissions]:
        return type("Permissions", (RegisterPermissions,), {"register": self})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return self.in_scope(actor_of(request)).order_by(*self.get_ordering(request))

    def get_menu_item(self, order: int | None = None) -> RegisterMenuItem:
        return RegisterMenuItem(self, order or self.get_menu_order())

    def get_extra_class_names_for_field_col(self, obj: Any, field_name: str) -> list[str]:
        return ["w-whitespace-nowrap"] if field_name in self.unbroken else []

    def register_admin_url_finders(self) -> None:
        """None: Wagtail would link to records from reports of its own."""

    def register_indexing(self) -> None:
        """None: Wagtail's reference index would be a second list of who belongs to whom."""

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                self._guarded(getattr(self, f"{action}_view"), action),
                name=self.url_helper.get_action_url_name(action),
            )
            for action in self.actions
        )

    def _guarded(self, view: Callable[..., HttpResponseBase], action: str) -> Callable[..., Any]:
        """The view behind a scoped look-up; what is refused is answered as what is not there."""

        def guarded(request: HttpRequest, **kwargs: str) -> HttpResponseBase:
            try:
                actor = actor_of(request)
                # modeladmin hands its helpers the user only.
                request.user.pep_actor = actor  # type: ignore[union-attr]
                access.require(actor.post_roles, "register.view")
                if "instance_pk" in kwargs:
                    self._look_up(actor, kwargs["instance_pk"], action)
                response = view(request, **kwargs)
            except _NOT_THERE:
                response = not_found(request)
            for name, value in _HEADERS.items():
                response[name] = value
            return response

        return guarded

    def _look_up(self, actor: Actor, text: str, action: str) -> None:
        """First in scope, so that modeladmin's own look-up only finds what may be seen."""
        try:
            instance = self.one(actor, uuid.UUID(text))
        except ValueError:
            raise Http404 from None
        child = self.child_id(instance)
        if child is not None:
            record(
                f"register.{action}",
                actor=actor,
                child_id=child,
                object_id=instance.pk,
                model=self.opts.model_name,
            )


def not_found(request: HttpRequest) -> HttpResponse:
    """The one answer for what is not there and for what is not for this person."""
    return render(request, "pep_plugin/registers/not_found.html", status=404)
