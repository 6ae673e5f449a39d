"""My PEPs: what needs somebody now, by date, with the reason."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.asking import actor_of
from pep_plugin.access.wagtail_admin import wagtail_admin
from pep_plugin.conf import today
from pep_plugin.home import by_worker, my_list
from pep_plugin.home import standing as stands
from pep_plugin.home.asked_of_me import asked_of
from pep_plugin.home.resume import left_off
from pep_plugin.plans.delegations import given_to
from pep_plugin.plans.terms import term_on
from pep_plugin.sections import roles as role_keys
from pep_plugin.voice.tellings.waiting import duty_count, waiting_for

A_PAGE = 25


@require_safe
def my_peps(request: HttpRequest) -> HttpResponse:
    """The list, a tab of it, a page of that. The address holds neither names nor numbers."""
    actor, day = actor_of(request), today()
    term = term_on(day)
    children = stands.with_standing(access.children(actor), term=term, day=day)
    if actor.is_virtual_school:
        children = stands.review_first(stands.with_nobody(children, day), day)
    tabs = stands.tabs(is_virtual_school=actor.is_virtual_school)
    counts = stands.counts(children, tabs, day)
    wanted = request.GET.get("show", "")
    tab = next((tab for tab in tabs if tab.key == wanted), tabs[0])
    listed, count = children.filter(tab.which(day)), counts[tab.key]
    manages = role_keys.TEAM_MANAGER in actor.post_roles
    team = by_worker.workers(listed, day) if manages else []
    worker = by_worker.chosen(team, request.GET.get("worker", ""))
    if worker is not None:
        listed, count = by_worker.of_worker(listed, worker, day), worker.count
    paginator = Paginator(listed, A_PAGE)
    # The count is known already: asking the database again would cost as much as the list.
    paginator.count = count
    page = paginator.get_page(request.GET.get("page"))
    asked, asked_more = asked_of(actor)
    children_here = list(page)
    names = by_worker.names([child.pk for child in children_here], day) if manages else None
    return render(
        request,
        "pep_plugin/home/my_peps.html",
        {
            "rows": my_list.rows(children_here, actor=actor, term=term, day=day, workers=names),
            "team": team,
            "worker": worker,
            "page": page,
            "tab": tab,
            "page_query": f"show={tab.key}&" + (f"worker={worker.id}&" if worker else ""),
            "tabs": [(each, counts[each.key]) for each in tabs if not each.is_figure],
            "figures": [(each, counts[each.key]) for each in tabs if each.is_figure],
            "counts": counts,
            "term": term,
            "today": day,
            "left_off": left_off(actor),
            "given": given_to(actor),
            "asked": asked,
            "asked_more": asked_more,
            "actor": actor,
            "tellings": waiting_for(actor),
            "on_duty": duty_count(actor),
            "shows_school": actor.post_roles - role_keys.SCHOOL,
            "may_bundle": access.allows(actor.post_roles, "plans.export"),
            "may_add": access.allows(actor.post_roles, "child.add"),
            "registers_url": _registers(request, actor),
            "may_name_people": access.allows(actor.post_roles, "post.give_deputy"),
        },
    )


def _registers(request: HttpRequest, actor: Actor) -> str:
    """The registers' address, for the roles that may look at them."""
    if not access.allows(actor.post_roles, "register.view"):
        return ""
    return wagtail_admin(request, name="pep_children_modeladmin_index")
