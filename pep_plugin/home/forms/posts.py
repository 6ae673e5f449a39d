"""Giving a post, and ending one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.home.forms.base import DayField, HomeForm, TextField
from pep_plugin.home.forms.changes import day_as_typed
from pep_plugin.home.forms.school import SchoolForm
from pep_plugin.people.models import School, Team
from pep_plugin.people.models.person import SCHOOL_ROLES, TEAM_ROLES
from pep_plugin.sections import roles as role_keys

_EMAIL = forms.EmailInput({"autocomplete": "off", "spellcheck": "false"})
_WRONG_EMAIL = {
    "required": gettext_lazy("Enter their e-mail address."),
    "invalid": gettext_lazy("Enter an e-mail address in the right form, such as name@example.org."),
}


class PostForm(SchoolForm):
    """The Virtual School's: any post. Which school or team is asked of the roles that have one."""

    offers_none = False
    offers_not_listed = False

    role = forms.ChoiceField(
        label=gettext_lazy("Post"),
        widget=forms.Select({"class": "pep-width-20"}),
        error_messages={"required": gettext_lazy("Choose the post.")},
    )
    name = TextField(label=gettext_lazy("Name"), ask=gettext_lazy("Enter their name."))
    email = forms.EmailField(
        label=gettext_lazy("Work e-mail address"), widget=_EMAIL, error_messages=_WRONG_EMAIL
    )
    team = forms.ModelChoiceField(
        Team.objects.all(),
        label=gettext_lazy("Team"),
        required=False,
        help_text=gettext_lazy("Only for social workers and team managers."),
        empty_label=gettext_lazy("Choose"),
        widget=forms.Select({"class": "pep-width-20"}),
    )
    starts = DayField(label=gettext_lazy("First day"), ask=gettext_lazy("Enter the first day."))
    ends = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Only if it is known already."),
        required=False,
    )
    field_order = ("role", "name", "email", "school_words", "school", "team", "starts", "ends")

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *((role, role_keys.LABELS[role]) for role in roles),
        ]
        self.fields["school_words"].help_text = _(
            "Only for posts at a school. Type part of its name, then press Find."
        )
        self.fields["starts"].initial = day_as_typed()

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        role = given.get("role", "")
        if role in SCHOOL_ROLES and not given.get("school") and "school" not in self.errors:
            self.add_error("school_words", _("Find and choose the school of this post."))
        if role in TEAM_ROLES and not given.get("team"):
            self.add_error("team", _("Choose the team of this post."))
        # What does not belong to the role is left out rather than refused: nobody meant it.
        if role not in SCHOOL_ROLES:
            given["school"] = None
        if role not in TEAM_ROLES:
            given["team"] = None
        return given


class DeputyForm(HomeForm):
    """A designated teacher's: a deputy at a school of theirs."""

    name = TextField(label=gettext_lazy("Name"), ask=gettext_lazy("Enter their name."))
    email = forms.EmailField(
        label=gettext_lazy("Work e-mail address"), widget=_EMAIL, error_messages=_WRONG_EMAIL
    )
    school = forms.ModelChoiceField(
        School.objects.none(),
        label=gettext_lazy("School"),
        empty_label=None,
        widget=forms.Select({"class": "pep-width-20"}),
    )
    starts = DayField(label=gettext_lazy("First day"), ask=gettext_lazy("Enter the first day."))

    def __init__(self, *args: Any, schools: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = schools  # type: ignore[attr-defined]
        self.fields["starts"].initial = day_as_typed()


class EndForm(HomeForm):
    """The last day, that day included."""

    last_day = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy(
            "They see everything until the end of that day. Yesterday ends it at once."
        ),
        ask=gettext_lazy("Enter the last day."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = day_as_typed()
