"""A school looks for a paper and takes it along, without any script."""

import datetime

import pytest
from playwright.sync_api import expect

from pep_plugin.library.models import DownloadCount, Template
from tests.library.making import document, edition, template

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]
LIBRARY = "/personal-education-plans/templates/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture
def booklet(council_site):
    """In Ukrainian, for carers of the youngest; its second version is current."""
    made = template(
        "first-steps",
        phase="early-years",
        audience="carer",
        language="uk",
        purpose="What a small child likes, told by who looks after them.",
        accessibility="Large print",
    )
    today = datetime.date.today()
    for version, days in (("1", 40), ("2", 10)):
        start = (today - datetime.timedelta(days=days)).isoformat()
        edition(made, version, start, document=document(content=b"%PDF-1.7 " + b"x" * 59_000))
    return made


@pytest.mark.parametrize("width", [1280, 320])
def test_by_phase_and_audience_to_the_file(width, booklet, new_page, scrolls_sideways):
    page = new_page(java_script_enabled=False, width=width, user_agent=FIREFOX)
    page.goto(LIBRARY)
    page.get_by_label("Phase", exact=True).select_option(label="Early Years")
    page.get_by_label("For", exact=True).select_option(label="Carers and parents")
    page.get_by_role("button", name="Show templates").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "2 templates: Early Years, for carers and parents"
    )
    assert page.title().startswith("2 templates: Early Years, for carers and parents")
    line = page.get_by_role("listitem").filter(has_text="First Steps")
    for words in (
        "(PDF, 58\xa0KB)",
        "Українська",
        "Large print",
        "version 2",
        "What a small child",
    ):
        expect(line).to_contain_text(words)
    with page.expect_download() as download:
        line.get_by_role("link").click()
    assert download.value.suggested_filename == "first-steps-2.pdf"
    assert list(DownloadCount.objects.values_list("version", "count")) == [("2", 1)]
    assert page.context.cookies() == []


def test_a_link_in_an_old_letter_leads_to_the_new_version(booklet, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/pep/templates/first-steps/1/")
    expect(page.get_by_role("main")).to_contain_text("Version 1 was replaced on")
    with page.expect_download() as download:
        page.get_by_role("link", name="get version 1 all the same").click()
    assert download.value.suggested_filename == "first-steps-1.pdf"


def test_when_nothing_fits_the_page_says_what_to_try(booklet, new_page):
    Template.objects.get(form_key="carers-view").unpublish()
    page = new_page(java_script_enabled=False)
    page.goto(f"{LIBRARY}?phase=post-16&audience=carer")
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "No templates: Post-16, for carers and parents"
    )
    expect(page.get_by_role("link", name="Show this phase for everyone")).to_be_visible()
    page.get_by_role("link", name="Show every template").click()
    expect(page.get_by_role("link", name="First Steps")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_of_the_library_has_a_barrier(
    width, scheme, booklet, new_page, axe_violations, scrolls_sideways
):
    page = new_page(width=width, color_scheme=scheme)
    for address in (
        LIBRARY,
        f"{LIBRARY}?audience=child",
        "/pep/templates/first-steps/1/",
        "/pep/templates/nothing-here/",
    ):
        page.goto(address)
        assert axe_violations(page) == [], address
        assert not scrolls_sideways(page), address
