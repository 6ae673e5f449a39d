"""A form as a file, out and in: what arrives is shown beside what is here before it is a draft."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pep_plugin.access import Actor
from pep_plugin.formbuilder import exchange, permission
from pep_plugin.formbuilder.exchange import Offered, Refused
from pep_plugin.formbuilder.models import PEPForm

#: Seconds between looking at a file and making drafts of it.
_KEPT_FOR = 30 * 60


@require_safe
def export_form(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest draft of a form as one JSON file."""
    permission.require_sight(request.user, Actor.for_user(request.user))
    row = get_object_or_404(PEPForm, pk=pk)
    response = HttpResponse(exchange.export(row), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="pep-form-{row.key}.json"'
    return response


class ImportFormView(WagtailAdminTemplateMixin, View):
    """Choose a file, see what it would change, make drafts of it. Nothing goes live from here."""

    template_name = "pep_plugin/formbuilder/import.html"
    page_title = gettext_lazy("Bring in a form")
    header_icon = "upload"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": "", "label": gettext_lazy("Bring in a form")},
    ]
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not permission.may_edit(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            if "token" in request.POST:
                return self._take(request, str(request.POST["token"]))
            return self._show(request)
        except Refused as refused:
            context = self.get_context_data(problems=list(refused.sentences))
            return self.render_to_response(context, status=422)

    def _show(self, request: HttpRequest) -> HttpResponse:
        upload = request.FILES.get("file")
        if upload is None:
            raise Refused(_("Choose a file first."))
        # One byte over the limit is enough to know, whatever else the file holds.
        content = upload.read(exchange.LARGEST + 1)
        offered = exchange.read(content)
        token = secrets.token_urlsafe(16)
        # A form holds nothing of anybody, so that it may wait in the cache.
        cache.set(self._key(request, token), content, _KEPT_FOR)
        return self.render_to_response(self.get_context_data(offered=offered, token=token))

    def _take(self, request: HttpRequest, token: str) -> HttpResponse:
        content = cache.get(self._key(request, token))
        if content is None:
            raise Refused(_("It is too long ago that you chose the file. Choose it again."))
        row = exchange.take(exchange.read(content).form, user=request.user)
        cache.delete(self._key(request, token))
        messages.success(
            request,
            _("“%(form)s” is here as a draft. Nothing is live before it is published.")
            % {"form": row.title},
        )
        return redirect(reverse("pep_publish_forms"))

    @staticmethod
    def _key(request: HttpRequest, token: str) -> str:
        return f"pep_plugin.form_file.{request.user.pk}.{token[:40]}"

    def get_context_data(
        self,
        offered: Offered | None = None,
        token: str = "",
        problems: list[str] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context.update({"offered": offered, "token": token, "problems": problems or []})
        return context
