"""Walking a page of one's own as a browser does: what tests of it share."""

from __future__ import annotations

import io
import re
from typing import Any

from django.test import Client
from django.urls import reverse
from PIL import Image

from pep_plugin.access import Actor
from pep_plugin.access.links import token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.people.models import Person
from pep_plugin.voice.own_page.page import OwnPage

OWN = "/pep/own/"
HERE = {"Origin": "http://testserver"}


def landing(grant: LinkGrant) -> str:
    return reverse("pep_plugin:mine", args=[token_for("grant", grant.pk)])


def opened(grant: LinkGrant) -> Client:
    """A browser in which somebody pressed the button on the first page."""
    client = Client(headers=HERE)
    response = client.post(landing(grant))
    assert response.status_code == 302, response.content
    return client


def page_of(grant: LinkGrant) -> OwnPage:
    return OwnPage(
        Actor.for_grant(LinkGrant.objects.select_related("plan__child").get(pk=grant.pk))
    )


def at(name: str) -> str:
    return reverse("pep_plugin:own_screen", args=[name])


def say(client: Client, name: str, value: Any, **more: Any) -> Any:
    """Press Next on a question with one control."""
    return client.post(at(name), {"answer": value, "do": "next", **more})


def text_of(response: Any) -> str:
    """What stands on a page, without its tags, on one line."""
    bare = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.S)
    return " ".join(bare.split())


def send(client: Client, first: Person, **limited: list[str]) -> Any:
    """From the last check to the button. ``limited``: question -> keys of who alone may read it."""
    paths = {f"views.{key}": keys for key, keys in limited.items()}
    client.post(f"{OWN}readers/", {f"who-{path}": "some" for path in paths})
    for path, keys in paths.items():
        client.post(f"{OWN}readers/{path}/", {"reader": keys})
    client.post(f"{OWN}first/", {"first": str(first.pk)})
    return client.post(f"{OWN}send/")


def a_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "#7a3f9d").save(stream, kind)
    return stream.getvalue()
