"""A section's questions as blocks: one block for each kind, and one that begins a new page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.formbuilder.blocks import lists
from pep_plugin.formbuilder.blocks.hidden import HiddenBlock
from pep_plugin.formbuilder.blocks.questions import fields_of, question_block

__all__ = ["COLUMN_FAMILIES", "FAMILIES", "QuestionsBlock"]

#: Our own kinds. A kind of somebody else's is a special kind of one of these.
COLUMN_FAMILIES = (
    *("text", "long_text", "yes_no", "choice", "choices", "scale", "date", "time", "number"),
    *("money", "person", "school", "identifier", "row_link", "computed"),
)
FAMILIES = (*COLUMN_FAMILIES, "file", "table")


class NewPageBlock(blocks.StructBlock):
    """What follows stands on a page of its own in the wizard."""

    title = blocks.CharBlock(max_length=120, required=False, label=_("Title of the page"))
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))

    class Meta:
        icon = "doc-empty"
        label = _("New page")
        label_format = "{title}"


class UnknownBlock(blocks.StructBlock):
    """A question of a kind that is not installed here: kept as it is, and moved if need be."""

    label = blocks.CharBlock(max_length=250, label=_("Question"))
    more = blocks.StructBlock([("rest", HiddenBlock())], label=" ")
    key = HiddenBlock()

    class Meta:
        icon = "warning"
        label = _("Question of a kind that is not installed")
        label_format = "{label}"


#: The same objects for questions and for columns: see ``questions``.
_OF_SIMPLE_KINDS = [(family, question_block(family)) for family in COLUMN_FAMILIES]


class ColumnsBlock(blocks.StreamBlock):
    """The columns of a table: questions of simple kinds."""

    def __init__(self, local_blocks=None, **kwargs):
        own = list(_OF_SIMPLE_KINDS)
        super().__init__([*(local_blocks or ()), *own, ("unknown", UnknownBlock())], **kwargs)


def _table() -> blocks.StructBlock:
    choice = blocks.StructBlock(
        [
            ("label", blocks.CharBlock(max_length=120, label=_("Row"))),
            ("hint", blocks.CharBlock(max_length=200, required=False, label=_("Hint"))),
            ("code", HiddenBlock()),
        ],
        label_format="{label}",
    )
    return blocks.StructBlock(
        [
            ("columns", ColumnsBlock(label=_("Columns"))),
            ("rows", blocks.ChoiceBlock(choices=lists.ROWS, default="free", label=_("Rows"))),
            ("row_name", blocks.CharBlock(max_length=60, default="row", label=_("One row is a"))),
            ("fixed_rows", blocks.ListBlock(choice, default=[], label=_("The rows"))),
            (
                "source",
                blocks.CharBlock(
                    max_length=130,
                    required=False,
                    label=_("Address of the other table"),
                    help_text=_("Section and question, such as targets.targets."),
                ),
            ),
            ("min_rows", blocks.IntegerBlock(default=0, min_value=0, label=_("Fewest rows"))),
            ("max_rows", blocks.IntegerBlock(default=50, min_value=1, label=_("Most rows"))),
            ("core", HiddenBlock()),
        ],
        label=_("Table"),
        icon="table",
    )


class QuestionsBlock(blocks.StreamBlock):
    """Every question of a section, in order."""

    new_page = NewPageBlock()

    def __init__(self, local_blocks=None, **kwargs):
        own = list(_OF_SIMPLE_KINDS)
        table = blocks.StructBlock(
            [*fields_of("table")[:-2], ("table", _table()), *fields_of("table")[-2:]],
            label=_("Table"),
            label_format="{label}",
            icon="table",
        )
        own += [("file", question_block("file")), ("table", table)]
        super().__init__([*(local_blocks or ()), *own, ("unknown", UnknownBlock())], **kwargs)

    class Meta:
        # A section is read as a list of its questions; one opens that is worked on.
        collapsed = True
