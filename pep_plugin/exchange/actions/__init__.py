"""Importing a file and exporting plans: permission, rule, effect, audit."""
