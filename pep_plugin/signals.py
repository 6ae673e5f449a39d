"""What the package tells the host about. Bare signals; each is sent after the transaction."""

from django.dispatch import Signal

#: A plan was started. Arguments: ``plan_id``, ``person_id``.
plan_started = Signal()
#: A plan was sent to the Virtual School. Arguments: ``plan_id``, ``submission_id``.
plan_sent = Signal()
#: A plan was sent back. Arguments: ``plan_id``.
plan_returned = Signal()
#: A plan was agreed (signed off). Arguments: ``plan_id``.
plan_signed_off = Signal()
#: A form went live in a new version. Arguments: ``form_key``, ``number``.
form_published = Signal()
#: Somebody who was invited made an account. Arguments: ``person_id``, ``user_id``.
account_made = Signal()
