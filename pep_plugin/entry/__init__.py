"""Answers being typed: each kind's control, each screen's form, and nothing typed is ever lost."""
