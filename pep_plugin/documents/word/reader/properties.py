"""What a content control says of itself: its tag, its title, what may be typed into it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from pep_plugin.documents.word.reader.tokens import Control

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL = f"{W}val"
#: How a switch says that it is on: by being there, if it says nothing.
ON = ("1", "true", "on", None)


def _tag(control: Control, element: etree._Element) -> None:
    control.tag = element.get(_VAL, "")


def _title(control: Control, element: etree._Element) -> None:
    control.title = element.get(_VAL, "")


def _date(control: Control, element: etree._Element) -> None:
    control.kind = "date"
    control.day = element.get(f"{W}fullDate", "")[:10]


def _list(control: Control, element: etree._Element) -> None:
    control.kind = "list"
    control.listed = element


def _box(control: Control, element: etree._Element) -> None:
    control.kind = "box"
    state = element.find(f"{W14}checked")
    control.is_ticked = state is not None and state.get(f"{W14}val") in ON


def _bound(control: Control, element: etree._Element) -> None:
    control.bound = (
        element.get(f"{W}storeItemID", ""),
        element.get(f"{W}xpath", ""),
        element.get(f"{W}prefixMappings", ""),
    )


#: Element -> what reads it into the control that it speaks of.
PROPERTIES: dict[str, Callable[[Control, etree._Element], None]] = {
    f"{W}tag": _tag,
    f"{W}alias": _title,
    f"{W}date": _date,
    f"{W}dropDownList": _list,
    f"{W}comboBox": _list,
    f"{W14}checkbox": _box,
    f"{W}dataBinding": _bound,
}
