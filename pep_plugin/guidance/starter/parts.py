"""Short ways to say a block, so that the pages below read like pages."""

from typing import Any

Block = tuple[str, dict[str, Any]]


def paragraphs(*sentences: str) -> str:
    """Rich text with one paragraph for each."""
    return "".join(f"<p>{one}</p>" for one in sentences)


def bullets(*lines: str) -> str:
    """Rich text with one list."""
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def text(heading: str, *rich: str) -> Block:
    return "text", {"heading": heading, "text": "".join(rich)}


def callout(heading: str, rich: str, tone: str = "brand") -> Block:
    return "callout", {"heading": heading, "text": rich, "tone": tone}


def includes(heading: str, *items: str, intro: str = "") -> Block:
    return "includes", {"heading": heading, "intro": intro, "items": list(items)}


def steps(heading: str, *pairs: tuple[str, str]) -> Block:
    return "steps", {
        "heading": heading,
        "steps": [{"title": title, "text": words} for title, words in pairs],
    }


def attends(heading: str, *pairs: tuple[str, str], intro: str = "") -> Block:
    return "attends", {
        "heading": heading,
        "intro": intro,
        "people": [{"who": who, "part": part} for who, part in pairs],
    }


def faq(heading: str, *pairs: tuple[str, str]) -> Block:
    return "faq", {
        "heading": heading,
        "questions": [{"question": question, "answer": answer} for question, answer in pairs],
    }


def statutory(rich: str, source: str, address: str = "") -> Block:
    return "statutory", {"text": rich, "source": source, "address": address, "checked_on": None}


def related(heading: str, *, phase: str = "", audience: str = "") -> Block:
    return "related", {"heading": heading, "phase": phase, "audience": audience, "picks": []}


def picked(heading: str, *forms: str) -> Block:
    """Templates by the keys of their forms, in this order."""
    return "related", {"heading": heading, "phase": "", "audience": "", "picks": list(forms)}


def contact(words: str = "We would rather be asked twice.") -> Block:
    return "contact", {"heading": "Ask the Virtual School", "text": words}
