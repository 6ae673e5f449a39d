"""A host that serves the public part alone: guidance and templates, and no child."""

from council.settings.test import *  # noqa: F403
from council.settings.test import PEP_PLUGIN

PEP_PLUGIN = {**PEP_PLUGIN, "PARTS": ("public",)}
