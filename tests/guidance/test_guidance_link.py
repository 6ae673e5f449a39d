"""Private pages know where the council's guidance is, if there is any."""

import pytest
from django.core.cache import cache

from pep_plugin.guidance.links import guidance_url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()
    yield
    cache.clear()


def test_it_is_the_first_live_guidance_page(published):
    assert guidance_url() == "/personal-education-plans/"


def test_without_a_live_page_there_is_no_link(published):
    for page in published.get_descendants(inclusive=True).live():
        page.unpublish()
    assert guidance_url() == ""


def test_it_is_not_looked_up_again_for_every_page(published, django_assert_num_queries):
    guidance_url()
    with django_assert_num_queries(0):
        guidance_url()
