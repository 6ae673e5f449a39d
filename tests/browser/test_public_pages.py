"""What a visitor meets: the council's site, guidance, the library, signing in."""

import pytest

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.guidance.links import page_of_kind
from tests.browser.windows import WINDOWS, resize

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site", "somebody_to_ask"),
]

#: One page of each type of the package, by its mark.
OURS = {
    "home": "/personal-education-plans/",
    "guidance": "/personal-education-plans/the-meeting/",
    "faq": "/personal-education-plans/questions/",
    "contact": "/personal-education-plans/contact/",
    "dates": "/personal-education-plans/dates/",
    "carers": "/personal-education-plans/for-carers/",
    "young_people": "/personal-education-plans/for-young-people/",
    "library": "/personal-education-plans/templates/",
}
PAGES = [
    "/",
    "/virtual-school/",
    "/news/",
    *OURS.values(),
    "/sign-in/",
    "/sign-in/forgotten/",
    "/sign-in/forgotten/sent/",
    "/signed-out/",
    "/no-such-page/",
    "/look/",
]
#: The spacing that WCAG 1.4.12 asks a page to bear. A policy lets a test add it in this way only.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


@pytest.fixture
def somebody_to_ask(council_site):
    """A card, so that the contact page has somebody on it and can be narrowed."""
    ContactCard.objects.create(
        name="Dan Whitlock", telephone="01632 960 143", email="dan@example.org", areas="Millbank"
    )


def test_there_is_a_page_of_every_type_among_those_looked_at():
    for kind, address in OURS.items():
        live = page_of_kind(kind).objects.live()
        assert address in {page.url for page in live}, kind


def test_every_page_is_free_of_barriers_and_fits_its_window(
    new_page, axe_violations, scrolls_sideways
):
    page = new_page()
    found = []
    for address in PAGES:
        page.goto(address)
        for window in WINDOWS:
            resize(page, window)
            found += [f"{address} {window}: {line}" for line in axe_violations(page)]
            found += [f"{address} {window}: scrolls sideways"] * scrolls_sideways(page)
        page.evaluate(SPACING)
        found += [f"{address}: scrolls sideways with wider spacing"] * scrolls_sideways(page)
    assert found == []


def test_every_page_has_a_title_of_its_own(client):
    titles = {
        address: client.get(address).content.decode().split("<title>")[1].split("</title>")[0]
        for address in PAGES
    }
    assert len({title.strip() for title in titles.values()}) == len(PAGES), titles


def test_no_page_of_guidance_says_less_without_a_script(new_page):
    with_scripts, without = new_page(), new_page(java_script_enabled=False)
    for kind, address in OURS.items():
        with_scripts.goto(address)
        without.goto(address)
        said = without.locator("main").inner_text()
        assert said == with_scripts.locator("main").inner_text(), kind
        assert without.locator("main h1").is_visible(), kind


def test_on_paper_every_page_opens_its_answers_and_leaves_its_buttons_out(
    new_page, scrolls_sideways
):
    page = new_page(width=720)
    page.emulate_media(media="print")
    for kind, address in OURS.items():
        page.goto(address)
        assert page.locator("main h1").is_visible(), kind
        for answer in page.locator("details.pep-details--question > div").all():
            assert answer.is_visible(), (kind, answer.get_attribute("id"))
        for gone in page.locator(
            ".pep-breadcrumbs, .pep-contents, .pep-feedback, .pep-filter, .pep-start, nav a"
        ).all():
            inside_cards = gone.evaluate("one => !!one.closest('.pep-cards')")
            assert inside_cards or not gone.is_visible(), (kind, gone.inner_html()[:120])
        assert not scrolls_sideways(page), kind


def test_the_wizard_starts_from_the_guidance_page_and_asks_to_sign_in(new_page):
    page = new_page()
    page.goto("/")
    page.get_by_role("link", name="Personal Education Plans").click()
    page.get_by_role("link", name="Start or continue a PEP").click()
    assert page.get_by_role("heading", name="Sign in", level=1).is_visible()


def test_the_blank_form_is_a_word_file_that_one_can_keep(new_page):
    page = new_page()
    page.goto("/personal-education-plans/templates/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Primary").click()
    assert download.value.suggested_filename == "pep-form-primary-version-1.docx"
    assert download.value.path().read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_wrong_passphrase_is_said_at_the_top_and_leads_back_to_the_box(
    scripts, new_page, axe_violations
):
    page = new_page(java_script_enabled=scripts)
    page.goto("/sign-in/")
    page.get_by_label("E-mail address or username").fill("nobody@example.org")
    page.get_by_label("Passphrase").fill("not this one either")
    page.get_by_role("button", name="Sign in").click()
    assert page.title().startswith("Error: ")
    if scripts:
        assert page.evaluate("document.activeElement.className") == "pep-error-summary"
        assert axe_violations(page) == []
    page.get_by_role("link", name="We do not know that e-mail address").click()
    assert page.locator(":focus").get_attribute("name") == "login"


def test_the_first_key_offers_to_skip_to_the_words(new_page):
    page = new_page()
    for address in ("/", "/personal-education-plans/", "/sign-in/"):
        page.goto(address)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Skip to main content", address
        assert skip.bounding_box()["y"] >= 0, address
        page.keyboard.press("Enter")
        assert page.locator(":focus").get_attribute("id") == "main", address
