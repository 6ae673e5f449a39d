"""System checks of every room, gathered; each room writes its own in its ``checks.py``."""

from pep_plugin.documents import checks as documents
from pep_plugin.door import checks as door
from pep_plugin.files import checks as files
from pep_plugin.guidance import checks as guidance
from pep_plugin.library import checks as library
from pep_plugin.notices import checks as notices
from pep_plugin.plans import checks as plans
from pep_plugin.voice import checks as voice

__all__ = ["documents", "door", "files", "guidance", "library", "notices", "plans", "voice"]
