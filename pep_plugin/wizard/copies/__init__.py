"""Copies of a plan: who may have which, who got one, and the files themselves."""
