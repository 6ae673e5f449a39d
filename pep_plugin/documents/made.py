"""Documents of what was sent: made once, and made anew when their reader would see other parts."""

from __future__ import annotations

from collections.abc import Collection

from django.db import IntegrityError, transaction

from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.walk import walk
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Submission
from pep_plugin.plans.reading import OpenPlan


def outline_of(opened: OpenPlan, *, audience: str = "full") -> OutlineDocument:
    """The plan as it stands for whoever opened it: being written, or as it was sent."""
    if opened.submission:
        return outline_of_submission(opened.submission, opened.identity, audience=audience)
    return walk(
        opened.form,
        opened.answers,
        opened.context,
        opened.head,
        roles=opened.identity,
        audience=audience,
        is_school_confidential=opened.child.is_school_confidential,
    )


def outline_of_submission(
    submission: Submission, roles: Collection[str], *, audience: str = "full"
) -> OutlineDocument:
    """What was sent, under the readers of then and of today."""
    return walk(
        submission.form,
        submission.answers,
        submission.context,
        {**submission.head, "sent_at": submission.sent_at.isoformat()},
        roles=roles,
        audience=audience,
        live=submission.plan.form(),
        is_school_confidential=submission.plan.child.is_school_confidential,
    )


def document_for(
    submission: Submission, roles: Collection[str], *, audience: str = "full", format: str = "pdf"
) -> PrivateFile:
    """The kept document with exactly the parts that somebody with these roles may see today.

    Raises :class:`KeyError` for an unknown audience or format, ``MissingLibrary``.
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
    how = FORMATS[format]
    data = how.write(outline)
    file = PrivateFile.keep(
        data,
        child_id=submission.plan.child_id,
        name=file_name(outline, format),
        content_type=how.content_type,
    )
    try:
        with transaction.atomic():
            RenderedDocument.objects.create(**made_of, file=file)
    except IntegrityError:
        # Somebody else made it in the meantime; theirs stays.
        file.delete()
        return RenderedDocument.objects.select_related("file").get(**made_of).file
    return file


def file_name(outline: OutlineDocument, format: str) -> str:
    """A name that may lie about in a downloads folder: the reference, and for whom the copy is."""
    audience = "" if outline.audience == "full" else f"-{outline.audience}"
    return f"{outline.reference or outline.form_key}{audience}.{FORMATS[format].extension}"
