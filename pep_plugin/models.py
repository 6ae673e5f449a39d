"""Every model of every room, gathered: Django finds models here and nowhere deeper."""

from pep_plugin.access.models import Delegation, Invitation, LinkGrant
from pep_plugin.audit.models import AuditEvent
from pep_plugin.documents.models import (
    Bundle,
    BundlePart,
    CopyGiven,
    FilledFile,
    RenderedDocument,
)
from pep_plugin.files.models import PrivateFile
from pep_plugin.formbuilder.models import PEPForm, PEPFormSection, PEPSection
from pep_plugin.formversions.models import FormVersion
from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.guidance.feedback.models import Feedback
from pep_plugin.guidance.starter.models import MadeOnce
from pep_plugin.library.models import DownloadCount, Edition, Template
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.people.models import (
    Attendance,
    Child,
    ChildName,
    ChildNumber,
    Enrolment,
    Involvement,
    Person,
    Post,
    School,
    Team,
)
from pep_plugin.plans.models import (
    Ask,
    Attachment,
    Fact,
    Plan,
    Presence,
    RemovalRequest,
    SectionAnswers,
    SectionHistory,
    Submission,
    Term,
)
from pep_plugin.voice.models import Telling, VoiceDraft, Worry
from pep_plugin.wizard.models import GlossaryWord

__all__ = [
    "Ask",
    "Attachment",
    "Attendance",
    "AuditEvent",
    "Bundle",
    "BundlePart",
    "Child",
    "ChildName",
    "ChildNumber",
    "ContactCard",
    "CopyGiven",
    "Delegation",
    "DownloadCount",
    "Edition",
    "Enrolment",
    "Fact",
    "Feedback",
    "FilledFile",
    "FormVersion",
    "GlossaryWord",
    "Invitation",
    "Involvement",
    "LinkGrant",
    "MadeOnce",
    "OutboxItem",
    "PEPForm",
    "PEPFormSection",
    "PEPSection",
    "Person",
    "Plan",
    "Post",
    "Presence",
    "PrivateFile",
    "RemovalRequest",
    "RenderedDocument",
    "School",
    "SectionAnswers",
    "SectionHistory",
    "Submission",
    "Team",
    "Telling",
    "Template",
    "Term",
    "VoiceDraft",
    "Worry",
]
