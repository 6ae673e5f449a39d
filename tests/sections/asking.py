"""Small forms and questions to test with, and strategies that make up more."""

from hypothesis import strategies as st

from pep_plugin.sections import conditions, kinds
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table

PRIMARY_YEAR_4 = {
    "phase": "primary",
    "kind": "termly",
    "term": "autumn",
    "year_group": "4",
    "age": 8,
    "first": "no",
    "on_roll": "yes",
}


def question(kind: str = "text", key: str = "thing", **more: object) -> Question:
    return Question(**{"key": key, "label": "The thing", "kind": kind, **more})


def section(*questions: Question, key: str = "part", **more: object) -> Section:
    return Section(
        **{
            "key": key,
            "title": "The part",
            "owner_role": "designated_teacher",
            "pages": (Page(questions=questions),),
            **more,
        }
    )


def form(*sections: Section) -> Form:
    return Form(key="small", title="A small form", phase="primary", sections=sections)


CHOICES = (Choice("a", "Apple"), Choice("b", "Pear, ripe"), Choice("c", "Plum"))

#: One question of every kind that is typed into one control.
OF_EVERY_KIND = (
    question("text"),
    question("long_text"),
    question("person"),
    question("school"),
    question("date"),
    question("time"),
    question("number"),
    question("money"),
    question("yes_no"),
    question("choice", choices=CHOICES),
    question("choices", choices=CHOICES),
    question("scale"),
    question("scale", choices="faces"),
    *(
        question("identifier", limits={"scheme": scheme})
        for scheme in ("upn", "uln", "urn", "ukprn", "laestab")
    ),
    question("row_link", limits={"table": "targets.targets"}),
)

paths = st.sampled_from(["context.year_group", "context.age", "care.legal_status", "a.b"])
words = st.text(max_size=8)
leaves = st.one_of(
    st.builds(conditions.Is, paths, st.lists(words, max_size=3).map(tuple)),
    st.builds(conditions.Answered, paths),
    st.builds(
        conditions.Compares,
        paths,
        st.sampled_from(sorted(conditions.COMPARISONS)),
        st.integers(-5, 100).map(str),
    ),
)
every_condition = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(conditions.All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(conditions.AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(conditions.Not, inner),
    ),
    max_leaves=6,
)

keys = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
labels = st.text(min_size=1, max_size=20)


@st.composite
def questions(draw: st.DrawFn, key: str, with_table: bool = True) -> Question:
    """Any question that the schema can hold; it need not make sense."""
    is_table = with_table and draw(st.booleans())
    columns = draw(st.lists(keys, min_size=1, max_size=3, unique=True)) if is_table else []
    return Question(
        key=key,
        label=draw(labels),
        kind="table" if is_table else draw(st.sampled_from(sorted(kinds.registered()))),
        help=draw(st.text(max_size=20)),
        required=draw(st.one_of(st.booleans(), every_condition)),
        detail=draw(st.booleans()),
        limits=draw(st.dictionaries(keys, st.one_of(st.integers(0, 9), st.text(max_size=4)))),
        choices=draw(
            st.one_of(
                st.just("sen_status"),
                st.lists(st.builds(Choice, words, words, words), max_size=2).map(tuple),
            )
        ),
        table=Table(columns=tuple(draw(questions(one, with_table=False)) for one in columns))
        if is_table
        else None,
        applies=draw(st.one_of(st.none(), every_condition)),
        sensitive=draw(st.booleans()),
        readers=draw(st.lists(st.sampled_from(["iro", "carer"]), unique=True).map(tuple)),
        carry=draw(st.sampled_from(["carry", "confirm", "never"])),
        stale_after=draw(st.integers(0, 6)),
    )


@st.composite
def forms(draw: st.DrawFn) -> Form:
    sections = []
    for key in draw(st.lists(keys, min_size=1, max_size=3, unique=True)):
        own = draw(st.lists(keys, min_size=1, max_size=4, unique=True))
        sections.append(section(*(draw(questions(one)) for one in own), key=key))
    return form(*sections)
