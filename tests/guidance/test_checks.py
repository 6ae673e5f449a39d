"""What the system checks say about the public pages."""

from django.conf import settings
from django.core.checks import run_checks
from django.test import override_settings

from pep_plugin.guidance import checks


def found():
    return {message.id: message for message in run_checks()}


def test_the_sandbox_has_nothing_to_mend():
    assert checks.OWN_PAGE_MODEL not in found()
    assert checks.NO_WORD not in found()


@override_settings(WAGTAIL_PAGE_MODEL="council.OwnPage")
def test_a_page_model_of_the_hosts_own_is_told_what_to_do():
    (message,) = checks.pages_fit_the_page_model(None)
    assert "council.OwnPage" in message.msg
    assert "GuidanceMixin" in message.hint
    assert "INSTALLED_APPS" in message.hint


def test_a_missing_word_library_is_said_with_what_to_install(monkeypatch):
    monkeypatch.setattr(checks, "word_problem", lambda: "Install “pep-plugin[word]”.")
    (message,) = checks.library_can_write_word(None)
    assert message.hint == "Install “pep-plugin[word]”."


@override_settings(PEP_PLUGIN={**settings.PEP_PLUGIN, "PARTS": ("private",)})
def test_a_private_only_installation_needs_no_library(monkeypatch):
    monkeypatch.setattr(checks, "word_problem", lambda: "Install it.")
    assert checks.library_can_write_word(None) == []
