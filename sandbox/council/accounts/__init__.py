"""Accounts of a council that has no single sign-on: django-allauth, in the council's own words."""
