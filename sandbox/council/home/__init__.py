"""The council's own pages: what stood on its site before the package was installed."""
