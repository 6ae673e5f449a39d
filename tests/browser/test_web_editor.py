"""A web editor's day: a block on a page, a paper uploaded, a better version in its place."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from pep_plugin.guidance.groups import WEB_EDITORS
from pep_plugin.library.models import Template
from tests.factories import PASSPHRASE, UserFactory
from tests.library.making import word

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]


@pytest.fixture
def admin(new_page) -> Page:
    """Signed in on the way to the admin, as somebody who keeps the public pages."""
    user = UserFactory(username="wendy.page")
    user.groups.add(Group.objects.get(name=WEB_EDITORS))
    page = new_page()
    page.goto("/admin/")
    page.get_by_label("E-mail address or username").fill("wendy.page")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Documents", exact=True)).to_be_visible()
    return page


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messages .success")).to_be_visible()


def upload(page: Page, name: str, content: bytes) -> None:
    """Through the chooser's own second tab."""
    chooser = page.get_by_role("dialog")
    chooser.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    chooser.locator("input[name$=title]").fill("My school day")
    chooser.get_by_role("button", name="Upload").click()


def add_version(page: Page, number: int, label: str) -> None:
    page.get_by_role("button", name="Add version").click()
    page.locator(f"#id_editions-{number}-version").fill(label)
    version = page.locator(f"#inline_child_editions-{number}")
    version.get_by_title("Insert a block").first.click()
    page.get_by_role("option", name="Document").click()
    version.get_by_role("button", name="Choose a document").click()
    page.get_by_role("tab", name="Upload").click()


def test_a_paper_is_uploaded_and_a_better_version_takes_its_place(admin, new_page):
    admin.goto("/admin/snippets/pep_plugin/template/add/")
    admin.locator("#id_title").fill("My school day")
    add_version(admin, 0, "1")
    # The first file names its author: it is refused where it is uploaded, and says why.
    upload(admin, "day.docx", word(creator="Jo Marsh"))
    expect(admin.get_by_role("dialog")).to_contain_text("name a person: “Jo Marsh”")
    upload(admin, "day.docx", word())
    expect(admin.get_by_role("dialog")).to_be_hidden()
    publish(admin)

    template = Template.objects.get(title="My school day")
    assert template.slug == "my-school-day"
    school = new_page(java_script_enabled=False)
    school.goto("/personal-education-plans/templates/")
    expect(school.get_by_role("link", name="My school day")).to_have_count(1)

    admin.goto(f"/admin/snippets/pep_plugin/template/edit/{template.pk}/")
    add_version(admin, 1, "2")
    upload(admin, "day.docx", word("<w:p/>"))
    expect(admin.get_by_role("dialog")).to_be_hidden()
    publish(admin)

    school.goto("/pep/templates/my-school-day/1/")
    expect(school.get_by_role("main")).to_contain_text("Version 1 was replaced on")
    with school.expect_download() as download:
        school.get_by_role("link", name="Download version 2").click()
    assert download.value.suggested_filename == "my-school-day-2.docx"


def test_a_block_is_added_to_a_guidance_page_and_published(admin, new_page):
    admin.goto("/admin/pages/search/?q=Personal")
    admin.get_by_role("link", name="Personal Education Plans", exact=True).first.click()
    body = admin.locator("#panel-child-content-body-section")
    body.get_by_title("Insert a block").last.click()
    admin.get_by_role("option", name="Related downloads").click()
    heading = body.locator("input[name$=heading]").last
    heading.fill("Papers for carers")
    body.locator("select[name$=audience]").last.select_option("carer")
    publish(admin)

    visitor = new_page()
    visitor.goto("/personal-education-plans/")
    expect(visitor.get_by_role("heading", name="Papers for carers")).to_be_visible()
    expect(visitor.get_by_role("link", name="The carer’s view")).to_have_count(1)


def test_the_screens_of_the_library_have_no_barriers_of_our_making(admin, axe_violations):
    for address in ("/admin/snippets/pep_plugin/template/", "/admin/reports/pep-templates/"):
        admin.goto(address)
        ours = [line for line in axe_violations(admin) if "pep" in line]
        assert ours == [], address
