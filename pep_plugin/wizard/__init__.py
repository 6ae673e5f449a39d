"""Filling a PEP in: the task list, the screens of its sections, checking, sending, reading."""
