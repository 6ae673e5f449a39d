"""Files of one question, on a page of their own: adding, taking off, opening."""

from __future__ import annotations

import uuid

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.audit.record import record
from pep_plugin.conf import conf
from pep_plugin.entry.parts import Problem
from pep_plugin.files.intake import TYPES, Refused, check_size
from pep_plugin.plans.actions import attach_file, detach_file
from pep_plugin.plans.attachments import file_question, readable_file, readable_files
from pep_plugin.plans.models import Attachment
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.states import WrongState
from pep_plugin.sections.kinds.files import most_files
from pep_plugin.sections.schema import Question, Section, Step
from pep_plugin.wizard import asking


@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, plan_id: uuid.UUID, path: str) -> HttpResponse:
    """The files under one question, with a form to add one and a button to take each off."""
    opened = asking.opened_for(request, plan_id)
    section, question = _question(opened, path)
    if not opened.writes(section):
        raise access.Forbidden("plan.write")
    if request.method != "POST":
        return _draw(request, opened, section, question)
    if "take_off" in request.POST:
        try:
            file_id = uuid.UUID(request.POST["take_off"])
        except ValueError:
            raise Http404 from None
        detach_file(actor=opened.actor, plan_id=plan_id, path=path, file_id=file_id)
        return redirect(f"{request.path}?note=off")
    try:
        _add(opened, path, request.FILES.get("file"))
    except Refused as refused:
        problem = Problem(str(refused), "file")
        return _draw(request, opened, section, question, [problem], status=422)
    return redirect(f"{request.path}?note=added")


def _add(opened: OpenPlan, path: str, upload: UploadedFile | None) -> None:
    if upload is None:
        raise Refused(_("Choose a file first."))
    # Looked at before it is read: a film of some gigabytes would fill the memory.
    check_size(upload.size or 0)
    attach_file(
        actor=opened.actor,
        plan_id=opened.plan.pk,
        path=path,
        name=upload.name or "",
        data=upload.read(),
    )


def _question(opened: OpenPlan, path: str) -> tuple[Section, Question]:
    """Raises :class:`Http404` where no question takes files for this person."""
    try:
        return file_question(opened, path)
    except KeyError:
        raise Http404 from None


def _step_of(section: Section, question: Question) -> Step:
    return next(step for step in section.steps() if question in step.questions)


def _draw(
    request: HttpRequest,
    opened: OpenPlan,
    section: Section,
    question: Question,
    problems: list[Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    if not opened.allows("plan.write"):
        raise WrongState(_("This plan has been sent, so no files can be added or taken off."))
    path = f"{section.key}.{question.key}"
    found = readable_files(opened).get(path, [])
    asking.note_reading(opened, where="files", questions=[path])
    context = {
        **asking.about(opened),
        "section": section,
        "question": question,
        "step": _step_of(section, question),
        "path": path,
        "files": found,
        "is_full": len(found) >= most_files(question),
        "most": most_files(question),
        "kinds": ", ".join(kind for kind in TYPES if kind != "jpeg"),
        "accept": ",".join(f".{kind}" for kind in TYPES),
        "largest": conf.LARGEST_UPLOAD_MB,
        "problems": problems or [],
        "note": request.GET.get("note", ""),
    }
    return render(request, "pep_plugin/wizard/files.html", context, status=status)


@require_safe
def file(request: HttpRequest, plan_id: uuid.UUID, path: str, file_id: uuid.UUID) -> HttpResponse:
    """One file, always as a download: nothing that somebody sent is shown inside our own pages."""
    opened = asking.opened_for(request, plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    try:
        attachment: Attachment = readable_file(opened, path, file_id)
    except Attachment.DoesNotExist:
        raise Http404 from None
    record(
        "file.give",
        actor=opened.actor,
        child_id=opened.child.pk,
        object_id=plan_id,
        question=path,
        file=str(file_id),
    )
    kept = attachment.file
    response = HttpResponse(kept.read(), content_type=kept.content_type)
    response["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
