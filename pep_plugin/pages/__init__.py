"""The thin page types, in an app of their own: a host with its own page model leaves it out."""
