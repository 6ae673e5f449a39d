"""Asking for a bundle, watching it grow, fetching it."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.documents.actions.make_part import go_on
from pep_plugin.documents.actions.start_bundle import agreed, start_handover, start_term
from pep_plugin.documents.bundles import zipped
from pep_plugin.documents.models import Bundle
from pep_plugin.home.bundles.progress import progress_of
from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import term_on

_methods = require_http_methods(["GET", "HEAD", "POST"])
#: As many as somebody looks through.
_MOST = 20


@_methods
def handover_pack(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """What is in the pack, and the button that asks for it."""
    actor = actor_of(request)
    child = access.get_child(actor, child_id)
    access.require(access.roles(actor, child), "record.hand_over")
    access.require_open_record(child)
    if request.method == "POST":
        return redirect("pep_plugin:bundle", start_handover(actor=actor, child_id=child_id).pk)
    plans = child.plans.exclude(state="withdrawn").filter(submissions__isnull=False).distinct()
    context = {"child": child, "plans": plans.select_related("term")}
    return render(request, "pep_plugin/home/bundles/handover_pack.html", context)


@_methods
def bundles(request: HttpRequest) -> HttpResponse:
    """The agreed plans of a term, for the Virtual School, and what was asked for before."""
    actor = actor_of(request)
    access.require(actor.post_roles, "plans.export")
    terms = list(Term.objects.filter(starts__lte=today()).order_by("-starts")[:12])
    if request.method == "POST":
        term = next((one for one in terms if str(one.pk) == request.POST.get("term")), None)
        if term is None:
            raise Http404
        return redirect("pep_plugin:bundle", start_term(actor=actor, term=term).pk)
    own = Bundle.objects.filter(owner=actor.person_id).select_related("term", "child")
    context = {
        "terms": [(term, len(agreed(actor, term))) for term in terms],
        "this_term": term_on(today()),
        "bundles": [(bundle, progress_of(bundle)) for bundle in own[:_MOST]],
    }
    return render(request, "pep_plugin/home/bundles/bundles.html", context)


@_methods
def bundle(request: HttpRequest, bundle_id: uuid.UUID) -> HttpResponse:
    """How far it is. Pressing "Go on" makes more, where no worker does."""
    actor = actor_of(request)
    own = _own(actor, bundle_id)
    progress = progress_of(own)
    if request.method == "POST":
        if progress.goes_on_here and not progress.is_finished:
            go_on(actor=actor, bundle_id=bundle_id)
        return redirect("pep_plugin:bundle", bundle_id)
    context = {
        "bundle": own,
        "child": own.child,
        "progress": progress,
        "may_list": access.allows(actor.post_roles, "plans.export"),
    }
    return render(request, "pep_plugin/home/bundles/bundle.html", context)


@require_safe
def bundle_zip(request: HttpRequest, bundle_id: uuid.UUID) -> HttpResponseBase:
    """The zip, as what it holds may be read today; written down as it is handed out."""
    actor = actor_of(request)
    own = _own(actor, bundle_id)
    if not progress_of(own).is_finished:
        return redirect("pep_plugin:bundle", bundle_id)
    record(
        "bundle.give",
        actor=actor,
        child_id=own.child_id,
        object_id=own.pk,
        kind=str(own.kind),
        documents=own.parts.count(),
    )
    response = StreamingHttpResponse(zipped(own, actor), content_type="application/zip")
    name = f"{own.kind}-{own.pk.hex[:8]}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _own(actor: Actor, bundle_id: uuid.UUID) -> Bundle:
    """Somebody's own bundle, while they may still have one; 404 for any other."""
    owned = (
        Bundle.objects.filter(owner=actor.person_id) if actor.person_id else Bundle.objects.none()
    )
    found = owned.select_related("child", "term", "owner").filter(pk=bundle_id).first()
    if found is None:
        raise Http404
    if found.child_id:
        child = access.get_child(actor, found.child_id)
        access.require(access.roles(actor, child), "record.hand_over")
    else:
        access.require(actor.post_roles, "plans.export")
    return found
