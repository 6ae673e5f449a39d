"""Files as people have them, read into one plain table whatever their form."""

from pep_plugin.exchange.reading.files import read
from pep_plugin.exchange.reading.table import Heading, Table

__all__ = ["Heading", "Table", "read"]
