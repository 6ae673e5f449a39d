"""Alderbrook Council: an invented council's ordinary Wagtail site that installs the package."""
