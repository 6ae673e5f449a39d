"""What changes the state of a plan: one verb a file.

Each is keyword-only, takes ``actor=`` and never a request, in the order permission, rule, change
(in a transaction), audit, signal on commit.
"""

from pep_plugin.plans.actions.agree_plan import FeedbackTooLong, agree_plan
from pep_plugin.plans.actions.answer_ask import answer_ask
from pep_plugin.plans.actions.ask_removal import ask_removal
from pep_plugin.plans.actions.attach_file import attach_file, detach_file
from pep_plugin.plans.actions.confirm_answers import confirm_answers
from pep_plugin.plans.actions.delegate_section import delegate_section, end_delegation
from pep_plugin.plans.actions.remove_from_record import RemovalNeedsAnother, remove_from_record
from pep_plugin.plans.actions.restore_answers import restore_answers
from pep_plugin.plans.actions.return_plan import ReasonMissing, return_plan
from pep_plugin.plans.actions.save_answers import Saved, save_answers
from pep_plugin.plans.actions.send_plan import NotReady, SomethingChanged, send_plan
from pep_plugin.plans.actions.start_plan import AlreadyStarted, start_plan
from pep_plugin.plans.actions.withdraw_plan import withdraw_plan

__all__ = [
    "AlreadyStarted",
    "FeedbackTooLong",
    "NotReady",
    "ReasonMissing",
    "RemovalNeedsAnother",
    "Saved",
    "SomethingChanged",
    "agree_plan",
    "answer_ask",
    "ask_removal",
    "attach_file",
    "confirm_answers",
    "delegate_section",
    "detach_file",
    "end_delegation",
    "remove_from_record",
    "restore_answers",
    "return_plan",
    "save_answers",
    "send_plan",
    "start_plan",
    "withdraw_plan",
]
