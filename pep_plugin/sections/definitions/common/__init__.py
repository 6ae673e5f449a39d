"""Sections that every phase asks, one module each: ``section()`` gives it.

``YEAR`` is a year in terms: a carried answer that is older is asked again on its own.
"""

YEAR = 3
