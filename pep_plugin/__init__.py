"""Personal Education Plans for a council's Wagtail site: guidance, templates and a wizard."""

__version__ = "0.1.0"
