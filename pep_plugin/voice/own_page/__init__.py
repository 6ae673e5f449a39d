"""A page of one's own: the way in, one question after another, and what was said goes to people.

The child's page is drawn here. What walks the questions of a role, keeps the draft and sends it is
the same for a carer and a parent.
"""
