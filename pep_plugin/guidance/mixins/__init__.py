"""How the guidance pages behave, one mixin a type; the concrete page types are in ``pages``."""

from pep_plugin.guidance.mixins.contact import ContactMixin
from pep_plugin.guidance.mixins.dates import DatesMixin
from pep_plugin.guidance.mixins.guidance import GuidanceMixin
from pep_plugin.guidance.mixins.home import SectionHomeMixin
from pep_plugin.guidance.mixins.plain import CarersMixin, FaqMixin, YoungPeopleMixin

__all__ = [
    "CarersMixin",
    "ContactMixin",
    "DatesMixin",
    "FaqMixin",
    "GuidanceMixin",
    "SectionHomeMixin",
    "YoungPeopleMixin",
]
