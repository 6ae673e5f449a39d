"""Starting a PEP from the child's page."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.plans.actions import AlreadyStarted
from pep_plugin.plans.actions import start_plan as start
from pep_plugin.plans.proposing import live_forms
from pep_plugin.plans.states import Kind


@require_POST
def start_plan(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """The plan's task list. Pressed twice, or by two people at once, both come to the same plan."""
    actor = actor_of(request)
    child = access.get_child(actor, child_id)
    kind, form = request.POST.get("kind", ""), request.POST.get("form", "")
    known = {version.form_key for version in live_forms()}
    try:
        plan_id = start(
            actor=actor,
            child=child,
            kind=kind if kind in Kind.values else None,
            # What is no form of a PEP is answered with the one that fits the child.
            form_key=form if form in known else "",
        ).pk
    except AlreadyStarted as started:
        plan_id = started.plan_id
    # Who filled in the form in Word before there was a plan brings it in at once.
    goes_on = "word_in" if request.POST.get("then") == "word_in" else "plan"
    return redirect(f"pep_plugin:{goes_on}", plan_id)
