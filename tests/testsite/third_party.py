"""A host with an app of its own that brings a kind of question and a section along."""

from council.settings.test import *  # noqa: F403
from council.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.testsite.riverside"]
