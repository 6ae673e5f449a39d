"""Documents of what was sent: made once, and made anew when their reader would see other parts."""

from __future__ import annotations

import logging
from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.walk import walk
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Submission
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.schema import Form

logger = logging.getLogger("pep_plugin.documents")


def outline_of(opened: OpenPlan, *, audience: str = "full") -> OutlineDocument:
    """The plan as it stands for whoever opened it: being written, or as it was sent."""
    return outline_as(opened, opened.identity, audience=audience)


def outline_as(
    opened: OpenPlan, roles: Collection[str], *, audience: str = "full"
) -> OutlineDocument:
    """The same, as somebody with these roles would have it."""
    if opened.submission:
        sent = opened.submission
        return outline_of_submission(sent, roles, audience=audience, live=opened.live)
    return walk(
        opened.form,
        opened.answers,
        opened.context,
        opened.head,
        roles=roles,
        audience=audience,
        is_school_confidential=opened.child.is_school_confidential,
    )


def outline_of_submission(
    submission: Submission,
    roles: Collection[str],
    *,
    audience: str = "full",
    live: Form | None = None,
) -> OutlineDocument:
    """What was sent, under the readers of then and of today; ``live``: if it is known already."""
    return walk(
        submission.form,
        submission.answers,
        submission.context,
        {
            **submission.head,
            "reference": submission.plan.reference,
            "sent_at": submission.sent_at.isoformat(),
            "number": submission.number,
        },
        roles=roles,
        audience=audience,
        live=live or submission.plan.form(),
        is_school_confidential=submission.plan.child.is_school_confidential,
    )


def document_for(
    submission: Submission, roles: Collection[str], *, audience: str = "full", format: str = "pdf"
) -> PrivateFile:
    """The kept document with exactly the parts that somebody with these roles may see today.

    Raises :class:`KeyError` for an unknown audience or format, ``CannotBeMade``.
    """
    outline = outline_of_submission(submission, roles, audience=audience)
    made_of = {
        "submission": submission,
        "audience": audience,
        "parts": outline.parts_digest(),
        "format": format,
    }
    kept = RenderedDocument.objects.filter(**made_of).select_related("file").first()
    if kept is not None:
        return kept.file
    file = PrivateFile.keep(
        written(outline, format),
        child_id=submission.plan.child_id,
        name=file_name(outline, format),
        content_type=FORMATS[format].content_type,
    )
    try:
        with transaction.atomic():
            RenderedDocument.objects.create(**made_of, file=file)
    except IntegrityError:
        # Somebody else made it in the meantime; theirs stays.
        file.delete()
        return RenderedDocument.objects.select_related("file").get(**made_of).file
    return file


def written(outline: OutlineDocument, format: str) -> bytes:
    """The bytes of a document. Raises ``CannotBeMade``, whatever it was that went wrong."""
    how = FORMATS[format]
    try:
        return how.write(outline)
    except CannotBeMade:
        raise
    except Exception as error:
        # The kind of failure only: a message may quote what somebody typed.
        logger.error("A document (%s) could not be made: %s.", format, type(error).__name__)
        raise CannotBeMade(_("The document is not ready yet. We go on trying.")) from error


def file_name(outline: OutlineDocument, format: str) -> str:
    """A name that may lie about in a downloads folder: the reference, and for whom the copy is."""
    audience = "" if outline.audience == "full" else f"-{outline.audience}"
    how = FORMATS[format]
    return f"{outline.reference or outline.form_key}{audience}{how.mark}.{how.extension}"
