"""The library is looked at on the same site as the guidance."""

from tests.guidance.conftest import home, quick_word

__all__ = ["home", "quick_word"]
