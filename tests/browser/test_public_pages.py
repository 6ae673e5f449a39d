"""What a visitor meets: the council's site, guidance, the library, signing in."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]

PAGES = [
    "/",
    "/virtual-school/",
    "/news/",
    "/personal-education-plans/",
    "/personal-education-plans/the-meeting/",
    "/personal-education-plans/questions/",
    "/personal-education-plans/contact/",
    "/personal-education-plans/dates/",
    "/personal-education-plans/for-carers/",
    "/personal-education-plans/for-young-people/",
    "/personal-education-plans/templates/",
    "/sign-in/",
    "/sign-in/forgotten/",
    "/sign-in/forgotten/sent/",
    "/signed-out/",
    "/no-such-page/",
    "/look/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_free_of_barriers_and_fits_its_window(
    width, scheme, new_page, axe_violations, scrolls_sideways
):
    page = new_page(width=width, color_scheme=scheme)
    for address in PAGES:
        page.goto(address)
        assert axe_violations(page) == [], address
        assert not scrolls_sideways(page), address


def test_every_page_has_a_title_of_its_own(new_page):
    page = new_page()
    titles = []
    for address in PAGES:
        page.goto(address)
        titles.append(page.title())
    assert len(set(titles)) == len(PAGES)


def test_wider_spacing_of_text_hides_nothing(new_page, scrolls_sideways):
    page = new_page(width=320, bypass_csp=True)
    for address in PAGES:
        page.goto(address)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
        )
        assert not scrolls_sideways(page), address


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
    assert page.locator(":focus").get_attribute("name") == "username"


@pytest.mark.parametrize("address", ["/", "/personal-education-plans/", "/sign-in/"])
def test_the_first_key_offers_to_skip_to_the_words(address, new_page):
    page = new_page()
    page.goto(address)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to main content"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"
