"""Making documents after a plan was sent, so that nobody waits for the first download."""

from __future__ import annotations

import logging
import uuid

from pep_plugin.documents.actions import make_part  # noqa: F401  it does what bundles promise
from pep_plugin.documents.made import document_for
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.outbox.promise import handler
from pep_plugin.plans.models import Submission
from pep_plugin.sections.roles import VIRTUAL_SCHOOL

logger = logging.getLogger("pep_plugin.documents")


@handler("documents.make", is_slow=True)
def make_documents(submission_id: uuid.UUID) -> None:
    """PDF and Word as the Virtual School reads them. Doing it twice makes nothing twice."""
    submission = Submission.objects.select_related("plan__form_version").filter(pk=submission_id)
    for sent in submission:
        for format in ("pdf", "word"):
            try:
                document_for(sent, VIRTUAL_SCHOOL, format=format)
            except MissingLibrary as error:
                # Trying again would not help; who asks for the document is told the same.
                logger.warning("%s", error)
