"""What changes forms under permission, one verb a file."""

from pep_plugin.formbuilder.actions.publish_forms import (
    DraftsChanged,
    FormsHaveProblems,
    NeedsSecondPerson,
    NothingToPublish,
    publish_forms,
)

__all__ = [
    "DraftsChanged",
    "FormsHaveProblems",
    "NeedsSecondPerson",
    "NothingToPublish",
    "publish_forms",
]
