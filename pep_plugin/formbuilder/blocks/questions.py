"""One block for each kind of question; what is rarely needed stands behind "More settings"."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.formbuilder.blocks import lists
from pep_plugin.formbuilder.blocks.conditions import ConditionsBlock
from pep_plugin.formbuilder.blocks.hidden import HiddenBlock
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds import choose
from pep_plugin.sections.kinds.identifiers import SCHEMES

#: Longer than any label that can be read; a page of text has gone into the wrong box.
LONGEST_LABEL = 250
LONGEST_HELP = 2_000

# One object for all kinds: Wagtail then sends its description to the browser once, not for each.
_APPLIES = ConditionsBlock(required=False, label=_("Asked only when"))
_REQUIRED_WHEN = ConditionsBlock(required=False, label=_("Required only when"))
_READERS = blocks.MultipleChoiceBlock(
    choices=lists.role_choices,
    required=False,
    default=[],
    label=_("Who may read it"),
    help_text=_("None chosen: everybody who may read the section."),
    widget=forms.CheckboxSelectMultiple,
)


#: In the order in which an editor would think of them. Made once and shared by all kinds: Wagtail
#: sends each block's description to the browser, and one object is sent once.
_RARE: list[tuple[str, blocks.Block]] = [
    (
        "hidden",
        blocks.BooleanBlock(
            required=False,
            label=_("No longer asked"),
            help_text=_(
                "Hides the question at once, in plans that are being written too. Answers "
                "that were given are kept."
            ),
        ),
    ),
    (
        "owner_role",
        blocks.ChoiceBlock(
            choices=lists.role_choices,
            required=False,
            label=_("Who fills this in"),
            help_text=_("Nobody chosen: whoever fills in the section."),
        ),
    ),
    ("readers", _READERS),
    (
        "carry",
        blocks.ChoiceBlock(choices=lists.CARRY, default="carry", label=_("Next term")),
    ),
    (
        "stale_after",
        blocks.IntegerBlock(
            required=False,
            min_value=0,
            default=0,
            label=_("Asked by itself again after so many terms"),
        ),
    ),
    (
        "detail",
        blocks.BooleanBlock(
            required=False,
            label=_("Behind “Add detail”"),
            help_text=_("On a further page, for what only some plans need."),
        ),
    ),
    (
        "sensitive",
        blocks.BooleanBlock(
            required=False, label=_("Left out of copies for a home, unless released")
        ),
    ),
    ("required_when", _REQUIRED_WHEN),
    ("applies", _APPLIES),
    (
        "shows",
        blocks.ChoiceBlock(
            choices=lists.record_choices,
            required=False,
            label=_("Shows a record"),
            help_text=_("Then nothing is typed: the record is shown."),
        ),
    ),
    (
        "feeds",
        blocks.ChoiceBlock(
            choices=lists.fact_table_choices, required=False, label=_("Counted in reports")
        ),
    ),
]
_REST = HiddenBlock()


def _more(family: str) -> blocks.StructBlock:
    """What is rarely needed."""
    return blocks.StructBlock(
        [
            *_RARE,
            (
                "kind",
                blocks.ChoiceBlock(
                    choices=partial(lists.kinds_made_of, family),
                    required=False,
                    label=_("A special kind of this"),
                ),
            ),
            ("rest", _REST),
        ],
        label=_("More settings"),
        # A closed part says what is in it, and here that would be "No, No, Keep the answer".
        label_format=" ",
        icon="cog",
        collapsed=True,
        form_classname="pep-more",
    )


_OPTIONS: list[tuple[str, blocks.Block]] = [
    (
        "choices_from",
        blocks.ChoiceBlock(
            choices=lists.code_list_choices,
            required=False,
            label=_("Options from a list"),
            help_text=_("A list that several questions share. Or type options of your own."),
        ),
    ),
    (
        "choices",
        blocks.ListBlock(
            blocks.StructBlock(
                [
                    ("label", blocks.CharBlock(max_length=120, label=_("Option"))),
                    ("hint", blocks.CharBlock(max_length=200, required=False, label=_("Hint"))),
                    ("code", HiddenBlock()),
                ],
                label_format="{label}",
            ),
            default=[],
            label=_("Options of your own"),
        ),
    ),
]


def _number(label: Any, **options: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(required=False, label=label, **options)


#: Family -> the limits that an editor has a box for; others travel unseen.
LIMITS: dict[str, list[tuple[str, blocks.Block]]] = {
    "text": [("max_length", _number(_("Most characters"), min_value=1))],
    "long_text": [("max_length", _number(_("Most characters"), min_value=1))],
    "number": [
        ("min", _number(_("Least"))),
        ("max", _number(_("Most"))),
        ("whole", blocks.BooleanBlock(required=False, label=_("Whole numbers only"))),
    ],
    "money": [("min", _number(_("Least"))), ("max", _number(_("Most")))],
    "scale": [("points", _number(_("Steps from low to high"), min_value=2, max_value=20))],
    "identifier": [
        (
            "scheme",
            blocks.ChoiceBlock(
                choices=[(name, name.upper()) for name in SCHEMES], label=_("Which number")
            ),
        )
    ],
    "row_link": [
        (
            "table",
            blocks.CharBlock(
                max_length=130,
                label=_("Address of the table"),
                help_text=_("Section and question, such as targets.targets."),
            ),
        )
    ],
    "computed": [
        (
            "how",
            blocks.ChoiceBlock(
                choices=[
                    ("percent", _("One number in per cent of another")),
                    ("sum", _("The sum of numbers")),
                    ("band", _("The band that a number falls into")),
                    ("missed", _("What is missing to the whole")),
                    ("all", _("Whether all of them say the same")),
                ],
                label=_("How it is worked out"),
            ),
        ),
        (
            "of",
            blocks.ListBlock(
                blocks.CharBlock(max_length=130, label=_("Question")),
                label=_("From which questions of this section"),
                help_text=_("Their keys, or table.row.column of a table with fixed rows."),
            ),
        ),
    ],
    "file": [("most", _number(_("Most files"), min_value=1, max_value=50))],
}
_ICONS = {
    "text": "pilcrow",
    "long_text": "doc-full",
    "person": "user",
    "school": "home",
    "date": "date",
    "time": "time",
    "number": "order",
    "money": "tag",
    "computed": "cogs",
    "yes_no": "check",
    "choice": "radio-full",
    "choices": "list-ul",
    "scale": "bars",
    "identifier": "key",
    "file": "upload",
    "row_link": "link",
    "table": "table",
}


_FIRST: list[tuple[str, blocks.Block]] = [
    ("label", blocks.CharBlock(max_length=LONGEST_LABEL, label=_("Question"))),
    ("help", blocks.TextBlock(required=False, rows=2, max_length=LONGEST_HELP, label=_("Help"))),
]
_REQUIRED = ("required", blocks.BooleanBlock(required=False, label=_("Required")))
_KEY = HiddenBlock()


def has_options(family: str) -> bool:
    """Whether a question of the kind is answered by choosing."""
    kind = kinds.get(family)
    return isinstance(kind, choose.OneChoice) and not isinstance(kind, choose.YesNo)


def fields_of(family: str) -> list[tuple[str, blocks.Block]]:
    """The boxes of one kind, in the order in which an editor fills them in."""
    fields = [*_FIRST]
    if kinds.get(family).key != "computed":
        fields.append(_REQUIRED)
    if has_options(family):
        fields += _OPTIONS
    if family in LIMITS:
        fields.append(
            ("limits", blocks.StructBlock(LIMITS[family], label=_("Limits"), icon="sliders"))
        )
    return [*fields, ("more", _more(family)), ("key", _KEY)]


def question_block(family: str, **extra: Any) -> blocks.StructBlock:
    """The block of one of our kinds; third parties' kinds are held by that of their ancestor."""
    return blocks.StructBlock(
        [*extra.pop("first", []), *fields_of(family)],
        label=kinds.get(family).label,
        label_format="{label}",
        icon=_ICONS.get(family, "form"),
        **extra,
    )
