"""Registers in the Wagtail admin, for setting up and looking up: children, schools, plans.

Wagtail's own permissions open none of them, and a superuser without a PEP post finds nothing.
"""
