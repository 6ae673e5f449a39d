"""The invented people of the sandbox council: who they are, and what they wrote in their PEPs."""
