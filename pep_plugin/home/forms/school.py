"""Choosing a school without a script: type two letters, press Find, choose from up to fifteen."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.entry.widgets import Radios
from pep_plugin.home.forms.base import HomeForm, TextField
from pep_plugin.people.models import School
from pep_plugin.people.schools import find_schools, school_words

#: The two answers that are no school of the register.
NOT_LISTED, NO_SCHOOL = "not-listed", "none"
#: The button that looks schools up, in every form that has one.
FIND = "find_school"


class SchoolForm(HomeForm):
    """A mixin: ``school_words`` is what was typed, ``school`` the row that was chosen.

    After cleaning, ``school`` is a :class:`School` or None, and ``unlisted_school`` the name typed
    for one that is not listed.
    """

    school_is_needed = False
    offers_not_listed = True
    offers_none = True

    school_words = TextField(
        label=gettext_lazy("School or setting"),
        help_text=gettext_lazy(
            "Type part of the name, the town, the postcode or the URN, then press Find."
        ),
        required=False,
    )
    school = TextField(label=gettext_lazy("Which of these?"), required=False, widget=Radios())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = str(self.data.get(self.add_prefix("school_words"), "")) if self.is_bound else ""
        self.found = find_schools(words)
        self.looked = bool(words.strip())
        self.fields["school"].widget.choices = self._choices(words)

    def _choices(self, words: str) -> list[tuple[str, str]]:
        offered = [
            (str(school.pk), school_words(school)) for school in self.found if school.is_open
        ]
        if self.looked and self.offers_not_listed:
            name = " ".join(words.split())[:120]
            offered.append((NOT_LISTED, _("It is not listed: “{name}”").format(name=name)))
        if self.looked and self.offers_none:
            offered.append((NO_SCHOOL, _("No school or setting at present")))
        return offered

    @property
    def is_looking_up(self) -> bool:
        """Whether Find was pressed: then nothing else on the page is judged yet."""
        return self.is_bound and self.add_prefix(FIND) in self.data

    def full_clean(self) -> None:
        if self.is_looking_up:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_looking_up

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        chosen, words = given.get("school", ""), given.get("school_words", "")
        given["unlisted_school"] = ""
        if chosen == NOT_LISTED and words and self.offers_not_listed:
            given["school"], given["unlisted_school"] = None, words
        elif chosen in ("", NO_SCHOOL):
            given["school"] = None
            if not chosen and words:
                self.add_error("school", self._choose_one())
            elif not words and self.school_is_needed:
                self.add_error("school_words", _("Type part of the school’s name and press Find."))
        else:
            given["school"] = self._school(chosen)
        return given

    def _choose_one(self) -> str:
        if self.found:
            return _("Choose the school from the list.")
        if self.offers_not_listed:
            return _(
                "No school was found for that. Try fewer letters, or say that it is not listed."
            )
        return _("No school was found for that. Try fewer letters.")

    def _school(self, chosen: str) -> School | None:
        """The school that was chosen: it must be there and open, whatever the page posted."""
        try:
            return School.objects.open().get(pk=uuid.UUID(chosen))
        except (ValueError, School.DoesNotExist):
            raise ValidationError(
                {"school": _("That school is not in the list. Press Find and choose again.")}
            ) from None
