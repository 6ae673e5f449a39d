"""The door: one wrapper round every address of ours. Who comes in, what goes out, what is refused.

Refusals happen before views run - a token that no longer fits, too much text, a fault - and a
raised 404 or 500 would carry none of our headers. So everything passes here, and what somebody
typed is shown again instead of being thrown away.
"""
