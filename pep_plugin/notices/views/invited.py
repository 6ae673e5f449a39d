"""The page of an invitation. A GET makes nothing: programs look at links before people do."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pep_plugin.access.actions.accept_invitation import accept_invitation
from pep_plugin.access.actions.renew_invitation import renew_invitation
from pep_plugin.access.invitations import find_invitation, standing
from pep_plugin.access.models import Invitation
from pep_plugin.notices.forms import PassphraseForm


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Choosing a passphrase, or what became of the invitation; 404 for what is none."""
    invitation = find_invitation(token)
    stands = standing(invitation)
    if request.method == "POST" and "again" in request.POST and stands == "run_out":
        renew_invitation(token=token)
        return redirect(f"{request.path}?sent=yes")
    if stands != "open":
        return _closed(request, invitation, stands)
    form = PassphraseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            accept_invitation(token=token, passphrase=form.cleaned_data["passphrase"])
        except ValidationError as error:
            form.add_error("passphrase", error)
        else:
            return redirect(request.path)
    return render(
        request,
        "pep_plugin/notices/invited.html",
        {"invitation": invitation, "form": form, "problems": form.problems()},
    )


def _closed(request: HttpRequest, invitation: Invitation, stands: str) -> HttpResponse:
    """Used, run out, taken back, or not needed: each says what to do now."""
    # What was asked for by a POST is said after it; nothing is looked up, so that it tells nothing.
    was_sent = stands in ("run_out", "taken_back") and request.GET.get("sent") == "yes"
    return render(
        request,
        "pep_plugin/notices/invited_closed.html",
        {"invitation": invitation, "stands": "sent" if was_sent else stands},
    )
