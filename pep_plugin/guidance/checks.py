"""System checks of the public pages."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from pep_plugin.conf import serves
from pep_plugin.documents.missing import word_problem

OWN_PAGE_MODEL = "pep_plugin.E004"
NO_WORD = "pep_plugin.W001"


@register()
def pages_fit_the_page_model(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A host with its own base page model cannot have our concrete pages, and is told what to do.

    Django's own errors of the same cause (fields.E301 and others) stand beside this one.
    """
    model = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")
    if model.lower() == "wagtailcore.page" or not apps.is_installed("pep_plugin.pages"):
        return []
    # Only here: the mixins are models, and the app registry is still being filled when this loads.
    from pep_plugin.guidance import mixins

    return [
        Error(
            f"pep_plugin.pages cannot be used with the page model {model}.",
            hint=(
                "Take 'pep_plugin.pages' out of INSTALLED_APPS and make page types of your own "
                f"from the mixins of pep_plugin.guidance.mixins ({', '.join(mixins.__all__)}) and "
                "from pep_plugin.library.mixins.LibraryMixin, as pep_plugin/pages/models.py does."
            ),
            id=OWN_PAGE_MODEL,
        )
    ]


@register()
def library_can_write_word(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without the ``[word]`` extra the template library has no blank forms to offer."""
    problem = word_problem()
    if not serves("public") or not problem:
        return []
    return [
        Warning(
            "The template library offers no blank Word forms.",
            hint=problem,
            id=NO_WORD,
        )
    ]
