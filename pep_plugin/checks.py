"""System checks of every room, gathered; each room writes its own in its ``checks.py``."""
