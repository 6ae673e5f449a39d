"""Finding a child. What is looked for is posted, so that it stands in no address and no history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.home.finding import find_children
from pep_plugin.home.forms.find import FindForm
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans.years import year_words

MOST = 25


@require_http_methods(["GET", "HEAD", "POST"])
def find_child(request: HttpRequest) -> HttpResponse:
    """GET draws the form, POST the form with what was found."""
    actor = actor_of(request)
    form = FindForm(request.POST if request.method == "POST" else None)
    context = {
        "form": form,
        "may_add": access.allows(actor.post_roles, "child.add"),
        "is_virtual_school": actor.is_virtual_school,
    }
    if form.is_bound and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if value}
        found = list(find_children(actor, **given)[: MOST + 1])
        record("child.find", actor=actor, by=sorted(given), found=len(found))
        shown = found[:MOST]
        context |= {
            "looked": True,
            "found": _with_school(shown),
            "is_more": len(found) > MOST,
        }
    return render(request, "pep_plugin/home/find_child.html", context)


def _with_school(children: list[Child]) -> list[dict[str, object]]:
    """What tells two children of one name apart: year, school, date of birth."""
    day = today()
    rows = Enrolment.objects.on(day).filter(child__in=children, is_main=True)
    enrolments = {row.child_id: row for row in rows.select_related("school")}
    found = []
    for child in children:
        enrolment = enrolments.get(child.pk)
        year = (enrolment.year_group if enrolment else "") or child.year_group_on(day)
        found.append(
            {
                "child": child,
                "year": year_words(year),
                "school": enrolment.school.name if enrolment else "",
            }
        )
    return found
