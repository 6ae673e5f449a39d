"""A council's list of children in care, from its case system, as CSV or XLSX."""

from pep_plugin.exchange.children.columns import HEADINGS
from pep_plugin.exchange.children.resource import ChildResource

__all__ = ["HEADINGS", "ChildResource"]
