"""The questions: all of them at a glance, one after another, and the pictures that were added."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin.audit.record import record
from pep_plugin.documents.made import outline_of
from pep_plugin.files.intake import Refused, check_size
from pep_plugin.files.models import PrivateFile
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import new_row_id
from pep_plugin.voice.actions.keep_said import (
    add_picture,
    keep_answer,
    keep_cells,
    pass_over,
    take_off_picture,
)
from pep_plugin.voice.carers.glance import glance
from pep_plugin.voice.own_page.boxes import Box, boxes_for
from pep_plugin.voice.own_page.page import OwnPage
from pep_plugin.voice.own_page.pictures import picture_of, picture_of_part
from pep_plugin.voice.own_page.screens import Part, Screen
from pep_plugin.voice.own_page.views.frame import draw, is_handed_over, own_page
from pep_plugin.voice.own_page.words import part_title


@dataclass(frozen=True, slots=True)
class Card:
    """One part on the first page."""

    title: str
    picture: str
    first: str
    done: int
    count: int
    is_next: bool

    @property
    def is_done(self) -> bool:
        return self.done == self.count


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table to which somebody adds their own."""

    id: str
    boxes: list[Box]


@require_safe
@own_page
def start(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """Every part, with how far they have come. What was sent before shows as answered only."""
    cards = [_card(page, part) for part in page.parts]
    following = next((n for n, card in enumerate(cards) if not card.is_done), None)
    cards = [
        Card(card.title, card.picture, card.first, card.done, card.count, n == following)
        for n, card in enumerate(cards)
    ]
    return draw(
        request,
        page,
        "start",
        cards=cards,
        following=cards[following] if following is not None else None,
        has_said=bool(page.draft.answers),
        is_handed_over=is_handed_over(page),
        child=page.opened.child,
        # Whoever cares for the child reads the targets first, then says what they think.
        glance=None if page.is_child else glance(outline_of(page.opened, audience=page.role)),
    )


def _card(page: OwnPage, part: Part) -> Card:
    done = [screen for screen in part.screens if _is_behind(page, screen)]
    first = next((s for s in part.screens if not _is_behind(page, s)), part.screens[0])
    return Card(
        part_title(part), picture_of_part(part), first.name, len(done), len(part.screens), False
    )


def _is_behind(page: OwnPage, screen: Screen) -> bool:
    """Answered, or passed over: it is not asked again by itself."""
    return screen.name in page.draft.seen or page.is_done(screen)


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def screen(request: HttpRequest, page: OwnPage, name: str) -> HttpResponse:
    """One question. Next keeps what stands there; nothing is kept before that."""
    asked = page.screen(name)
    if request.method != "POST":
        if not asked.is_whole:
            _note_reading(page, asked)
        return _draw(request, page, asked)
    do = request.POST.get("do", "next")
    if do == "skip":
        pass_over(actor=page.actor, name=name)
        return _on(request, page, asked)
    if do == "clear":
        _clear(page, asked)
        return redirect("pep_plugin:own_screen", name)
    if asked.question.kind == "file" and not asked.row:
        return _picture(request, page, asked, do)
    if asked.is_rows:
        return _rows_posted(request, page, asked, do)
    return _typed(request, page, asked)


def _note_reading(page: OwnPage, asked: Screen) -> None:
    """Words of others stand beside the question: who has looked is on the record."""
    record(
        "plan.read",
        actor=page.actor,
        child_id=page.opened.child.pk,
        object_id=page.opened.plan.pk,
        where="own page",
        questions=[asked.path],
    )


def _typed(request: HttpRequest, page: OwnPage, asked: Screen) -> HttpResponse:
    boxes = _boxes(page, asked, request)
    read = [box.read() for box in boxes]
    if any(box.error for box in boxes):
        return _draw(request, page, asked, boxes=boxes, status=422)
    if page.draft.is_hidden(asked) and not any(read):
        # What was said before stays, since nothing new was said.
        pass_over(actor=page.actor, name=asked.name)
    elif asked.row:
        cells = {box.question.key: cell for box, cell in zip(boxes, read, strict=True)}
        keep_cells(actor=page.actor, name=asked.name, cells=cells)
    else:
        keep_answer(actor=page.actor, name=asked.name, answer=read[0])
    return _on(request, page, asked)


def _boxes(page: OwnPage, asked: Screen, request: HttpRequest) -> list[Box]:
    data = request.POST if request.method == "POST" else None
    if asked.row:
        return boxes_for(asked.columns, page.draft.cells(asked), prefix="answer", data=data)
    answer = page.draft.answer(asked)
    return [Box(asked.question, name="answer", answer=answer, data=data)]


# Rows of one's own --------------------------------------------------------------------------------


def _rows(page: OwnPage, asked: Screen, request: HttpRequest | None = None) -> list[Row]:
    """The rows that stand there and an empty one; or those that were posted."""
    held = {row["id"]: row["cells"] for row in (page.draft.answer(asked) or {}).get("value") or []}
    if request is None:
        row_ids = [*held, new_row_id()]
        return [
            Row(one, boxes_for(asked.columns, held.get(one, {}), prefix=one)) for one in row_ids
        ]
    most = asked.question.table.max_rows if asked.question.table else 0
    row_ids = [one for one in request.POST.getlist("row") if one.isalnum() and len(one) == 10]
    return [
        Row(one, boxes_for(asked.columns, held.get(one, {}), prefix=one, data=request.POST))
        for one in dict.fromkeys(row_ids[: most + 1])
    ]


def _rows_posted(request: HttpRequest, page: OwnPage, asked: Screen, do: str) -> HttpResponse:
    rows = _rows(page, asked, request)
    values = []
    for row in rows:
        cells = {box.question.key: cell for box in row.boxes if (cell := box.read())}
        if cells:
            values.append({"id": row.id, "cells": cells})
    if any(box.error for row in rows for box in row.boxes):
        return _draw(request, page, asked, rows=rows, status=422)
    if page.draft.is_hidden(asked):
        values = [*(page.draft.answers[asked.path].get("value") or []), *values]
    answer: Answer | None = {"value": values} if values else None
    keep_answer(actor=page.actor, name=asked.name, answer=answer)
    if do == "more":
        return redirect("pep_plugin:own_screen", asked.name)
    return _on(request, page, asked)


# Pictures -----------------------------------------------------------------------------------------


def _picture(request: HttpRequest, page: OwnPage, asked: Screen, do: str) -> HttpResponse:
    if do.startswith("off:"):
        try:
            file_id = uuid.UUID(hex=do.removeprefix("off:"))
        except ValueError:
            raise Http404 from None
        take_off_picture(actor=page.actor, name=asked.name, file_id=file_id)
        return redirect("pep_plugin:own_screen", asked.name)
    upload: UploadedFile | None = request.FILES.get("picture")
    if upload is None:
        pass_over(actor=page.actor, name=asked.name)
        return _on(request, page, asked)
    try:
        # Looked at before it is read: a film of some gigabytes would fill the memory.
        check_size(upload.size or 0)
        add_picture(
            actor=page.actor, name=asked.name, filename=upload.name or "", data=upload.read()
        )
    except Refused as refused:
        return _draw(request, page, asked, problem=str(refused), status=422)
    if do == "more":
        return redirect("pep_plugin:own_screen", asked.name)
    return _on(request, page, asked)


@require_safe
@own_page
def picture(request: HttpRequest, page: OwnPage, name: str, file_id: uuid.UUID) -> HttpResponse:
    """A picture that was added on this page and not sent yet, for who added it."""
    asked = page.screen(name)
    shown = (page.draft.answer(asked) or {}).get("value") or []
    if asked.question.kind != "file" or file_id.hex not in {file["id"] for file in shown}:
        raise Http404
    file = PrivateFile.objects.get(pk=file_id, child=page.opened.child)
    response = HttpResponse(file.read(), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _clear(page: OwnPage, asked: Screen) -> None:
    if asked.row:
        keep_cells(
            actor=page.actor,
            name=asked.name,
            cells={column.key: None for column in asked.columns},
        )
    else:
        keep_answer(actor=page.actor, name=asked.name, answer=None)


# Drawing ------------------------------------------------------------------------------------------


def _draw(
    request: HttpRequest,
    page: OwnPage,
    asked: Screen,
    *,
    boxes: list[Box] | None = None,
    rows: list[Row] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    part = page.part_of(asked)
    number = part.screens.index(asked) + 1
    is_file = asked.question.kind == "file" and not asked.row
    if boxes is None and not is_file and not asked.is_rows:
        boxes = _boxes_held(page, asked)
    if rows is None and asked.is_rows:
        rows = _rows(page, asked)
    errors = [box for box in boxes or [] if box.error]
    errors += [box for row in rows or [] for box in row.boxes if box.error]
    return draw(
        request,
        page,
        "screen",
        status=status,
        screen=asked,
        part_title=part_title(part),
        dots=[n < number for n in range(len(part.screens))] if len(part.screens) <= 12 else [],
        number=number,
        count=len(part.screens),
        title=page.title(asked),
        hint=page.hint(asked),
        picture=picture_of(asked) if page.is_young else "",
        boxes=boxes or [],
        rows=rows or [],
        is_file=is_file,
        pictures=_pictures(page, asked) if is_file else [],
        problem=problem,
        errors=errors,
        was_said=page.draft.is_hidden(asked)
        or (not page.draft.holds(asked) and page.stands(asked)),
        has_said=page.draft.holds(asked) and not page.draft.is_hidden(asked),
        back=_before(page, asked),
        back_to_check="check" in request.GET,
    )


def _boxes_held(page: OwnPage, asked: Screen) -> list[Box]:
    if asked.row:
        return boxes_for(asked.columns, page.draft.cells(asked), prefix="answer")
    return [Box(asked.question, name="answer", answer=page.draft.answer(asked))]


def _pictures(page: OwnPage, asked: Screen) -> list[dict[str, object]]:
    files = (page.draft.answer(asked) or {}).get("value") or []
    return [
        {
            "id": uuid.UUID(hex=file["id"]),
            "name": file["name"],
            "is_image": file["type"].startswith("image/"),
        }
        for file in files
    ]


def _before(page: OwnPage, asked: Screen) -> str:
    """The screen before this one in its part; "" on the first, whose Back is the first page."""
    screens = page.part_of(asked).screens
    number = screens.index(asked)
    return screens[number - 1].name if number else ""


def _on(request: HttpRequest, page: OwnPage, asked: Screen) -> HttpResponse:
    """To the next question of the part; from its last one to all parts; or back to the check."""
    if "check" in request.GET:
        return redirect("pep_plugin:own_check")
    screens = page.part_of(asked).screens
    number = screens.index(asked) + 1
    if number < len(screens):
        return redirect("pep_plugin:own_screen", screens[number].name)
    return redirect("pep_plugin:own")
