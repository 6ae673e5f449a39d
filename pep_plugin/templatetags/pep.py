"""Words and pictures that every template needs: ``{% load pep %}``."""

import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pep_plugin.conf import conf, local
from pep_plugin.door import page_token
from pep_plugin.guidance.links import guidance_url
from pep_plugin.sections import roles

register = template.Library()

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@register.simple_tag(takes_context=True)
def pep_form_tokens(context: template.Context) -> SafeString:
    """The hidden fields that every form of ours begins with: Django's token, and for whom it is."""
    request: HttpRequest = context["request"]
    actor = getattr(request, "pep_actor", None)
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="{}" value="{}">',
        get_token(request),
        page_token.FIELD,
        page_token.make(page_token.holder(actor)) if actor else "",
    )


@register.simple_tag(takes_context=True)
def pep_session(context: template.Context) -> SafeString:
    """For the page's body: where a script asks when its reader will be signed out, and who that is.

    Nothing for who is not signed in, such as somebody on a link.
    """
    request: HttpRequest | None = context.get("request")
    actor = getattr(request, "pep_actor", None)
    address = _address("session")
    if actor is None or actor.kind != "user" or not address:
        return SafeString("")
    return format_html(
        'data-pep-session="{}" data-pep-sign-in="{}" data-pep-page="{}"',
        address,
        conf.SIGN_IN_URL,
        page_token.make(actor.person_id),
    )


@register.simple_tag
def pep_icon(name: str) -> SafeString:
    """A drawing from ``icons.svg``; screen readers pass over it, so words stand beside it."""
    return format_html(
        '<svg class="pep-icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("pep_plugin/icons.svg"),
        name,
    )


@register.simple_tag
def pep_site() -> dict[str, Any]:
    """Who is speaking: the council, its team, how to reach it, its logo, colours and foot."""
    return {
        "council": conf.COUNCIL_NAME,
        "team": conf.TEAM_NAME,
        "phone": conf.TEAM_PHONE,
        "email": conf.TEAM_EMAIL,
        "logo": static(conf.LOGO) if conf.LOGO else "",
        "theme": static(conf.THEME_STYLESHEET) if conf.THEME_STYLESHEET else "",
        "footer_links": conf.FOOTER_LINKS,
        "sign_in_url": conf.SIGN_IN_URL,
        "sign_out_url": conf.SIGN_OUT_URL,
        "account_url": conf.ACCOUNT_URL,
    }


@register.simple_tag(takes_context=True)
def pep_nav(context: template.Context) -> list[dict[str, Any]]:
    """The lines of the private pages' navigation: label, address, whether one is there.

    Whoever has no part in PEPs is not shown the ways to lists that would be refused.
    """
    request: HttpRequest | None = context.get("request")
    here = request.path if request else ""
    actor = getattr(request, "pep_actor", None)
    lines = [("Guidance", guidance_url())]
    if actor is None or actor.is_somebody:
        lines = [("My PEPs", _address("home")), ("Find a child", _address("find_child")), *lines]
    return [{"label": label, "url": url, "current": url == here} for label, url in lines if url]


def _address(name: str) -> str:
    """The address of a view of ours, or nothing where this installation does not serve it."""
    try:
        return reverse(f"pep_plugin:{name}")
    except NoReverseMatch:
        return ""


@register.filter
def pep_date(value: datetime.date | datetime.datetime | None) -> str:
    """12 January 2026, in the council's zone; nothing for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.datetime):
        value = local(value) if timezone.is_aware(value) else value
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


@register.filter
def pep_day(value: datetime.date | datetime.datetime | None) -> str:
    """12 January, for a place where the year is already said."""
    return pep_date(value).rpartition(" ")[0]


@register.filter
def pep_time(value: datetime.time | datetime.datetime | None) -> str:
    """2:32pm, in the council's zone; midday and midnight by name."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = local(value)
    if value.minute == 0 and value.hour in (0, 12):
        return "midday" if value.hour else "midnight"
    hour = value.hour % 12 or 12
    return f"{hour}:{value.minute:02}{'pm' if value.hour >= 12 else 'am'}"


@register.filter
def pep_moment(value: datetime.datetime | None) -> str:
    """12 January 2026 at 2:32pm."""
    return f"{pep_date(value)} at {pep_time(value)}" if value else ""


@register.filter
def pep_owner(role: str) -> str:
    """The modifier of ``pep-owner--`` for a role: one colour for each side of the table."""
    if role in roles.VIRTUAL_SCHOOL:
        return "virtual-school"
    if role in roles.SOCIAL_CARE or role in (roles.IRO, roles.PERSONAL_ADVISER):
        return "social-worker"
    if role in (roles.CARER, roles.PARENT):
        return "carer"
    return "child" if role == roles.CHILD else "school"


@register.filter
def pep_initials(name: str) -> str:
    """Two letters for the circle beside a person's name."""
    words = name.split()
    return "".join(
        word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)
    ).upper()


#: What people call a kind of file, and the letter on the small sheet beside it.
FILE_KINDS = {
    "docx": ("Word", "W"),
    "odt": ("OpenDocument text", "O"),
    "pdf": ("PDF", "P"),
    "pptx": ("PowerPoint", "S"),
    "xlsx": ("Excel", "X"),
}


@register.filter
def file_kind(extension: str) -> str:
    """What people call a file with this ending: Word, PDF; else the ending in capitals."""
    return FILE_KINDS.get(extension.lower(), (extension.upper() or "File", ""))[0]


@register.filter
def file_letter(extension: str) -> str:
    """One letter for the sheet beside a file."""
    return FILE_KINDS.get(extension.lower(), ("", extension[:1].upper()))[1]


@register.filter
def pep_share(part: int, whole: int) -> int:
    """How many of 100 the part is, for a bar that is 100 wide."""
    return round(100 * part / whole) if whole else 0
