"""The next PEP opens as soon as one is agreed; it belongs to the term that comes next."""

import pytest

from pep_plugin.conf import today
from pep_plugin.plans.actions import start_plan
from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import ensure_terms, term_after, term_for, terms_since
from tests.factories import FormVersionFactory, PlanFactory, TermFactory


@pytest.fixture
def this_term(db):
    ensure_terms()
    return term_for(today())


def start(scene, kind=None):
    return start_plan(actor=scene.actor("designated_teacher"), child=scene.child, kind=kind)


def test_where_this_terms_is_agreed_the_next_one_is_for_the_next_term(scene, this_term):
    PlanFactory(child=scene.child, signed_off=True, term=this_term)
    plan = start(scene)
    assert plan.term == term_after(this_term)
    assert plan.due_on == plan.term.last_day_to_send


def test_where_none_of_this_term_is_agreed_it_is_for_this_term(scene, this_term):
    PlanFactory(child=scene.child, signed_off=True, term=TermFactory(last=True))
    assert start(scene).term == this_term


def test_what_an_event_asks_for_belongs_to_the_term_of_the_event(scene, this_term):
    PlanFactory(child=scene.child, signed_off=True, term=this_term)
    assert start(scene, "change_of_school").term == this_term


def test_a_council_that_entered_no_later_term_gets_this_one(scene):
    only = TermFactory()
    Term.objects.exclude(pk=only.pk).delete()
    FormVersionFactory()
    PlanFactory(child=scene.child, signed_off=True, term=only)
    assert start(scene).term == only


def test_terms_that_nobody_entered_are_counted_as_they_usually_lie(this_term):
    first = Term.objects.order_by("starts").first()
    long_ago = first.starts.replace(year=first.starts.year - 2, month=12, day=1)
    known = list(Term.objects.all())
    # From that autumn on: spring, summer, three of the next year, and the first one known.
    assert terms_since(long_ago, first, known) == 6
    assert terms_since(first.starts, first, known) == 0
