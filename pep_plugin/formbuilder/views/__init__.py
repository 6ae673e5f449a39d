"""Screens of ours in the Wagtail admin: publishing forms, and drafts on paper."""
