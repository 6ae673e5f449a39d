"""A date in three boxes and the one text that it travels as."""


def join_date(boxes: list[str]) -> str:
    """One text for what stands in the boxes.

    A gap before something is kept with strokes ("/2/2026"), since a date without its day must
    come back into the same boxes; "31 Feb" reads as it was typed.
    """
    parts = [box.strip() for box in boxes]
    while parts and not parts[-1]:
        parts.pop()
    if all(parts):
        return " ".join(parts)
    return "/".join([*parts, *[""] * (3 - len(parts))])


def split_date(text: str) -> list[str]:
    """The three boxes for a text; more than three words stay together in the last."""
    if text.count("/") == 2:
        return [part.strip() for part in text.split("/")]
    parts = text.split(maxsplit=2)
    return [*parts, *[""] * (3 - len(parts))]
