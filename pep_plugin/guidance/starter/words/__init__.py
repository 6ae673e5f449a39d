"""The words that a new site starts with. Editors change them on the pages, not here.

What the law asks is restated from its text and says where it stands; what is our advice says so.
"""
