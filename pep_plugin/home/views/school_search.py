"""Looking up schools, for scripts as JSON and for everyone as a page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.people.schools import MOST, find_schools


@require_safe
def school_search(request: HttpRequest) -> HttpResponse:
    """``?q=``: up to fifteen schools, with what tells them apart."""
    actor = actor_of(request)
    access.require(actor.post_roles, "school.search")
    words = request.GET.get("q", "")
    found = find_schools(words)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {
                "schools": [
                    {
                        "id": str(school.pk),
                        "name": school.name,
                        "town": school.town,
                        "postcode": school.postcode,
                        "urn": school.urn or "",
                        "is_open": school.is_open,
                    }
                    for school in found
                ]
            }
        )
    return render(
        request,
        "pep_plugin/home/school_search.html",
        {"words": words, "found": found, "looked": len(words.strip()) >= 2, "most": MOST},
    )
