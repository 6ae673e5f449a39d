"""Takes the pictures in docs/pictures anew: ``make pictures``.

``pictures.py public`` takes those of the public site only, ``private`` the others.

A sandbox of its own, filled with the invented children, shows what the docs speak of. Nothing of a
demo on this machine is touched.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 860}
#: One page of each type, by the name of its picture.
GUIDANCE = {
    "guidance": "",
    "guidance_page": "the-meeting/",
    "contact_page": "contact/",
    "dates_page": "dates/",
    "young_people_page": "for-young-people/",
    "carers_page": "for-carers/",
    "faq_page": "questions/",
    "library": "templates/",
}
#: Two pages with every block: as an editor fills them in, and as empty as one can leave them.
GALLERY = """
from council.home.models import HomePage
from pep_plugin.pages.models import GuidancePage
from tests.guidance.blocks import EMPTY, full

home = HomePage.objects.first()
for title, body in (("Blocks", full()), ("Blocks left empty", list(EMPTY.items()))):
    slug = title.lower().replace(" ", "-")
    home.add_child(instance=GuidancePage(title=title, slug=slug, body=body))
"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


@contextmanager
def site() -> Iterator[tuple[str, str]]:
    """The address of a running sandbox that goes afterwards, and its people's passphrase."""
    with tempfile.TemporaryDirectory(prefix="pep-pictures-") as folder:
        environment = {
            **os.environ,
            "PEP_VAR_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "council.settings.demo",
            "PYTHONPATH": str(ROOT),
        }
        manage = [sys.executable, str(ROOT / "sandbox" / "manage.py")]
        for command in (
            ["migrate", "--verbosity", "0"],
            ["load_council"],
            ["pep_setup", "--publish"],
        ):
            subprocess.run([*manage, *command], env=environment, check=True, capture_output=True)
        loaded = subprocess.run(
            [*manage, "load_sandbox"], env=environment, check=True, capture_output=True, text=True
        )
        passphrase = re.search(r"passphrase is (\S+)", loaded.stdout)[1]
        subprocess.run(
            [*manage, "shell", "-v", "0", "-c", GALLERY], env=environment, check=True, cwd=ROOT
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [*manage, "runserver", "--noreload", f"127.0.0.1:{port}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}", passphrase
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _attempt in range(120):
        try:
            urllib.request.urlopen(address)  # noqa: S310  our own server
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise SystemExit("The sandbox did not start.")


def visitor(browser: Browser, address: str, username: str = "", passphrase: str = "") -> Page:
    """Somebody at a browser, signed in when a name is given."""
    page = browser.new_context(base_url=address, viewport=SIZE).new_page()
    if username:
        page.goto("/sign-in/?next=/pep/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", passphrase)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state()
    return page


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


def take_blocks(page: Page, name: str) -> None:
    """The words of a page from its first to its last block, however long."""
    page.set_viewport_size({"width": 820, "height": SIZE["height"]})
    page.wait_for_load_state("networkidle")
    page.locator(".pep-details--question").evaluate_all(
        "all => all.forEach(one => one.open = true)"
    )
    page.locator(".pep-page").screenshot(path=PICTURES / f"{name}.png")
    page.set_viewport_size(SIZE)


def public_pages(browser: Browser, address: str) -> None:
    page = visitor(browser, address)
    page.goto("/")
    take(page, "home")
    for name, under in GUIDANCE.items():
        page.goto(f"/personal-education-plans/{under}")
        take(page, name)
    for name in ("blocks", "blocks-left-empty"):
        page.goto(f"/{name}/")
        take_blocks(page, name.replace("-", "_"))


def private_pages(browser: Browser, address: str, passphrase: str) -> None:
    page = visitor(browser, address, "ngozi.okafor", passphrase)
    take(page, "my_peps")
    page.get_by_role("row").filter(has_text="Maya K").get_by_role("link").last.click()
    take(page, "task_list")
    page.get_by_role("link", name="What helps with learning").first.click()
    take(page, "section")
    page.goto("/pep/")
    page.get_by_role("row").filter(has_text="Noam A").get_by_role("link").last.click()
    plan = page.url
    page.goto(f"{plan}check/")
    take(page, "check")
    pdf_page(page.request.get(f"{plan}pdf/").body())


def pdf_page(pdf: bytes) -> None:
    """The first page of the PDF as a picture, with the tool that Debian calls poppler-utils."""
    program = shutil.which("pdftoppm")
    if program is None:
        raise SystemExit("pdftoppm is missing: apt-get install poppler-utils.")
    subprocess.run(
        [program, "-png", "-singlefile", "-r", "90", "-", str(PICTURES / "pdf")],
        input=pdf,
        check=True,
    )


def main(parts: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    with site() as (address, passphrase), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        if "public" in parts:
            public_pages(browser, address)
        if "private" in parts:
            private_pages(browser, address, passphrase)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["public", "private"])
