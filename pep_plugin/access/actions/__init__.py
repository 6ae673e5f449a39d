"""What changes who belongs to whom: one verb a file. Permission, rule, change, audit.

A broken rule raises Django's ``ValidationError`` with sentences for the person who asked.
"""
