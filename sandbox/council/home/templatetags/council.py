"""What the council's own templates need."""

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

register = template.Library()


@register.simple_tag(takes_context=True)
def council_menu(context: template.Context) -> QuerySet[Page]:
    """The pages of the main menu: those under the home page that an editor put there."""
    request: HttpRequest | None = context.get("request")
    site = Site.find_for_request(request) if request else None
    return site.root_page.get_children().live().in_menu() if site else Page.objects.none()


@register.simple_tag
def council_icon(name: str) -> SafeString:
    """A drawing from the council's own sprite, beside words that say the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("council/icons.svg"),
        name,
    )


@register.simple_tag
def is_demo() -> bool:
    """Whether this is the demonstration, in which everyone is invented."""
    return settings.IS_DEMO


@register.simple_tag
def second_step_required() -> bool:
    """Whether the council asks everyone for a second step at sign-in."""
    return settings.SECOND_STEP_REQUIRED


@register.simple_tag
def mail_folder() -> str:
    """Where the demonstration keeps the e-mails that it does not send; nothing elsewhere."""
    folder = getattr(settings, "EMAIL_FILE_PATH", "")
    return str(folder) if settings.IS_DEMO else ""
