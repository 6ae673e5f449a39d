"""The windows that every public page is seen in: wide and as narrow as a zoomed telephone."""

from playwright.sync_api import Page

WINDOWS = ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))


def resize(page: Page, window: tuple[int, str]) -> None:
    """The same page in another window, without asking the server again.

    A colour that is still on its way from light to dark would be judged half-way: hence no motion.
    """
    width, scheme = window
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
