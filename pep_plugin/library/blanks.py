"""The blank Word form of every live form: what it is called, how large, and its bytes."""

import datetime
import uuid
from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from pep_plugin.conf import local
from pep_plugin.documents.missing import word_problem
from pep_plugin.formversions.models import FormVersion


@dataclass(frozen=True)
class Blank:
    """A blank form as a download: ``size`` in bytes, ``published`` in the council's zone."""

    form_key: str
    title: str
    number: int
    published: datetime.date
    size: int
    is_plan: bool

    @property
    def url(self) -> str:
        """Its public address, or nothing where this installation has no public part."""
        try:
            return reverse("pep_plugin:library_blank", args=[self.form_key])
        except NoReverseMatch:
            return ""

    @property
    def file_name(self) -> str:
        """Says which version it is, so that an old form in a folder can be told from a new one."""
        kind = "pep-form-" if self.is_plan else ""
        return f"{kind}{self.form_key}-version-{self.number}.docx"


def live_versions() -> list[FormVersion]:
    """The newest version of every form, by title."""
    return list(FormVersion.objects.newest().order_by("title"))


def blanks() -> list[Blank]:
    """Every live form as a download; none where Word documents cannot be made."""
    return [_blank(version) for version in live_versions()] if not word_problem() else []


def find(form_key: str) -> tuple[Blank, FormVersion]:
    """One form's download and its live version; raises ``FormVersion.DoesNotExist``."""
    if word_problem():
        raise FormVersion.DoesNotExist
    version = FormVersion.objects.live(form_key)
    return _blank(version), version


def document(version: FormVersion) -> bytes:
    """The blank Word document of one version, whether it is live or was replaced."""
    return _document(version.pk)


def form_choices() -> list[tuple[str, str]]:
    """The live forms, for an editor who places one on a page."""
    return [(version.form_key, version.title) for version in live_versions()]


def _blank(version: FormVersion) -> Blank:
    return Blank(
        form_key=version.form_key,
        title=version.title,
        number=version.number,
        published=local(version.published_at).date(),
        size=len(_document(version.pk)),
        is_plan=version.purpose == "plan",
    )


@lru_cache(maxsize=64)
def _document(version_id: uuid.UUID) -> bytes:
    """Made once in the life of a process: a published version never changes."""
    # Only here: reading the Word library takes longer than most requests.
    from pep_plugin.documents import word

    version = FormVersion.objects.get(pk=version_id)
    return word.blank(version.form, version=version.number)
