"""A whole primary plan as Word, beside python-docx writing the same cells without any control."""

import io
from typing import Any

from tests.benchmarks.pairs import compare
from tests.benchmarks.pdf import outline


def run() -> dict[str, Any]:
    import docx

    from pep_plugin.documents import word

    made = docx.Document(io.BytesIO(word.filled(outline())))
    paragraphs = [(item.text, item.style.name) for item in made.paragraphs]
    tables = [_cells(table) for table in made.tables]

    def peer() -> bytes:
        document = docx.Document()
        for text, style in paragraphs:
            known = style in ("Title", "Subtitle") or style.startswith("Heading")
            document.add_paragraph(text, style if known else "Normal")
        for cells in tables:
            table = document.add_table(len(cells), len(cells[0]))
            for row, texts in zip(table.rows, cells, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return compare(
        "A primary plan as Word",
        lambda: word.filled(outline()),
        peer,
        described="python-docx writing the same cells",
        at_most=1.5,
    )


def _cells(table: Any) -> list[list[str]]:
    """The text of each cell, controls included, which python-docx itself does not see."""
    return [
        [
            "".join(node.text or "" for node in cell.iter() if node.tag.endswith("}t"))
            for cell in row.tc_lst
        ]
        for row in table._tbl.tr_lst
    ]
