"""What the library offers today: every template with its current edition, in a fixed number of
queries however many there are.

Dates decide, at each look, in the council's zone: no job moves anything.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse
from wagtail.blocks import PageChooserBlock
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from pep_plugin.conf import today
from pep_plugin.library.blanks import Blank, blanks
from pep_plugin.library.models import Edition, Template
from pep_plugin.library.sorting import AUDIENCES, LANGUAGES, PHASES, RIGHT_TO_LEFT


@dataclass(frozen=True)
class Item:
    """One line of the library. ``kind`` is ``file``, ``page`` or ``elsewhere``; ``size`` bytes."""

    template: Template
    version: str
    code: str
    kind: str
    updated: datetime.date
    extension: str = ""
    size: int | None = None

    @property
    def url(self) -> str:
        """The template's address for good, or nothing where there is no public part."""
        try:
            return reverse("pep_plugin:library_template", args=[self.template.slug])
        except NoReverseMatch:
            return ""

    @property
    def size_text(self) -> str:
        """How large the file is, as people say it: 58 KB, 1.2 MB."""
        if not self.size:
            return ""
        kilobytes = self.size / 1024
        if kilobytes < 1000:
            return f"{max(1, round(kilobytes))}\N{NO-BREAK SPACE}KB"
        return f"{kilobytes / 1024:.1f}\N{NO-BREAK SPACE}MB"

    @property
    def is_foreign(self) -> bool:
        """Whether the paper is in another language than English."""
        return self.template.language != "en"

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return dict(LANGUAGES).get(self.template.language, self.template.language)

    @property
    def is_right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return self.template.language in RIGHT_TO_LEFT


@dataclass
class Shelf:
    """The items of one day, found by template, phase and audience."""

    items: list[Item] = field(default_factory=list)

    def find(self, template_id: Any) -> Item | None:
        """The item of a template; None while it has nothing to offer."""
        return next((item for item in self.items if item.template.pk == template_id), None)

    def chosen(self, phase: str = "", audience: str = "") -> list[Item]:
        """Items of the phase and of all phases, for the audience; empty strings choose all."""
        return [
            item
            for item in self.items
            if (not phase or item.template.phase in (phase, ""))
            and (not audience or item.template.audience == audience)
        ]


def current(editions: Iterable[Edition], day: datetime.date) -> Edition | None:
    """The newest edition that is valid on the day."""
    valid = [edition for edition in editions if edition.is_valid_on(day)]
    return max(valid, key=_age, default=None)


def successor(edition: Edition, editions: Iterable[Edition], day: datetime.date) -> Edition | None:
    """The edition that took this one's place, by the day; None while nothing has."""
    newer = [e for e in editions if e.valid_from <= day and _age(e) > _age(edition)]
    return min(newer, key=_age, default=None)


def _age(edition: Edition) -> tuple[datetime.date, int]:
    return edition.valid_from, edition.pk or 0


def read(day: datetime.date | None = None) -> Shelf:
    """Everything that anyone may have on that day, in the order of phases, audiences, titles."""
    day = day or today()
    templates = list(Template.objects.filter(live=True).order_by("title", "pk"))
    made = {blank.form_key: blank for blank in blanks()} if templates else {}
    editions = _current_editions(day)
    targets = Targets.of(editions.values())
    items = [
        item
        for template in templates
        if (item := _item(template, editions.get(template.pk), made, targets)) is not None
    ]
    return Shelf(sorted(items, key=_place))


def _place(item: Item) -> tuple[int, int]:
    phases, audiences = [key for key, _ in PHASES], [key for key, _ in AUDIENCES]
    phase, audience = item.template.phase, item.template.audience
    return (
        phases.index(phase) if phase in phases else -1,
        audiences.index(audience) if audience in audiences else len(audiences),
    )


def _current_editions(day: datetime.date) -> dict[int, Edition]:
    by_template: dict[int, list[Edition]] = defaultdict(list)
    for edition in Edition.objects.filter(template__live=True, template__form_key=""):
        by_template[edition.template_id].append(edition)
    found = {key: current(editions, day) for key, editions in by_template.items()}
    return {key: edition for key, edition in found.items() if edition is not None}


@dataclass
class Targets:
    """The documents and pages behind editions, as far as everyone may have them."""

    documents: dict[int, Any]
    pages: dict[int, Any]

    @classmethod
    def of(cls, editions: Iterable[Edition]) -> "Targets":
        """Two or three queries for any number of editions."""
        wanted: dict[str, set[int]] = {"document": set(), "page": set()}
        for edition in editions:
            kind, value = edition.points_to
            if kind in wanted:
                wanted[kind].add(value)
        return cls(_documents(wanted["document"]), _pages(wanted["page"]))


def _documents(keys: set[int]) -> dict[int, Any]:
    """Those in collections that are open to everyone."""
    if not keys:
        return {}
    closed = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    found = get_document_model().objects.select_related("collection").in_bulk(keys)
    return {
        key: document
        for key, document in found.items()
        if not (closed and document.collection.path.startswith(closed))
    }


def _pages(keys: set[int]) -> dict[int, Any]:
    """Those that are live, open to everyone and on a site."""
    if not keys:
        return {}
    found = page_model().objects.live().public().in_bulk(keys)
    return {key: page for key, page in found.items() if page.get_url()}


def page_model() -> Any:
    """The site's base page model: Wagtail's, or on Wagtail 8 the council's own."""
    return PageChooserBlock().target_model


def _item(
    template: Template, edition: Edition | None, made: Mapping[str, Blank], targets: Targets
) -> Item | None:
    if template.is_generated:
        blank = made.get(template.form_key)
        return _generated(template, blank) if blank else None
    return _uploaded(template, edition, targets) if edition else None


def _generated(template: Template, blank: Blank) -> Item:
    return Item(
        template=template,
        version=str(blank.number),
        code=str(blank.number),
        kind="file",
        updated=blank.published,
        extension="docx",
        size=blank.size,
    )


def _uploaded(template: Template, edition: Edition, targets: Targets) -> Item | None:
    kind, value = edition.points_to
    told: dict[str, Any] = {
        "template": template,
        "version": edition.version,
        "code": edition.code,
        "updated": edition.updated_on,
    }
    if kind == "document" and value in targets.documents:
        document = targets.documents[value]
        return Item(kind="file", extension=document.file_extension, size=document.file_size, **told)
    if kind == "page" and value in targets.pages:
        return Item(kind="page", **told)
    return Item(kind="elsewhere", **told) if kind == "address" and value else None
