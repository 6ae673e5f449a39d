"""Which of our drawings stands beside a question. They are those of the papers, so that a child
meets the same faces on paper and on a screen."""

from __future__ import annotations

from pep_plugin.voice.own_page.screens import Part, Screen

_OF_QUESTION = {
    "going_well": "sun",
    "good_at": "star",
    "would_like_help": "help",
    "wish": "wish",
    "own_target": "target",
    "best_bit": "heart",
    "worst_bit": "worry",
    "people_who_help": "people",
    "worries": "worry",
    "when_i_grow_up": "grow",
    "clubs": "clubs",
    "helped_by": "people",
    "come": "meeting",
    "invite": "friends",
    "not_discuss": "stop",
    "please_do_not_share": "stop",
    "communication": "talk",
    "was_heard": "ear",
    "photo": "photo",
    "drawing": "drawing",
    "review": "star",
    "targets": "target",
    "play": "playtime",
    "my_words": "talk",
    "my_day": "sun",
    "faces": "face-4",
}
_OF_ROW = frozenset(
    {
        "getting_to_school",
        "class",
        "playtime",
        "reading",
        "writing",
        "numbers",
        "friends",
        "teachers",
        "lunch",
        "home_learning",
    }
)
_OF_CHOICE = {
    "child_agrees": {"yes": "face-5", "change": "writing", "no": "stop"},
    "come_to_meeting": {"all": "face-5", "part": "face-4", "no": "face-2", "not_sure": "face-3"},
}


def picture_of(screen: Screen) -> str:
    """The drawing's name; "" for none."""
    if screen.row in _OF_ROW:
        return screen.row.replace("_", "-")
    return screen.question.picture or _OF_QUESTION.get(screen.question.key, "")


def picture_of_part(part: Part) -> str:
    return picture_of(part.screens[0]) or "talk"


def picture_of_choice(choices: object, code: str) -> str:
    """The drawing beside an option of a code list; "" for none."""
    if choices == "faces":
        return f"face-{code}"
    return _OF_CHOICE.get(str(choices), {}).get(code, "")
