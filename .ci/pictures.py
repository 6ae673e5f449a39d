"""Draws the pictures of Word papers: each SVG beside its PNG, which Word and LibreOffice both show.

Run it after changing an SVG. A PNG carries the hash of the drawing that it was made from, and a
test compares the two.
"""

import hashlib
import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, PngImagePlugin
from weasyprint import HTML  # noqa: TID253

FOLDER = Path("pep_plugin/static/pep_plugin/documents/pictures")
#: Word shows an SVG logo only by a picture that lies beside it.
LOGO = Path("sandbox/council/static/council/logo.svg")
PIXELS = 256


def png(drawing: Path) -> bytes:
    """The drawing in 256 colours on a clear ground."""
    source = drawing.read_bytes()
    page = (
        "<style>@page{size:96px 96px;margin:0}body{margin:0}img{display:block}</style>"
        f'<img src="{drawing.resolve().as_uri()}" width="96" height="96">'
    )
    with tempfile.TemporaryDirectory() as folder:
        pdf, made = Path(folder, "one.pdf"), Path(folder, "one")
        HTML(string=page).write_pdf(pdf)
        size = ["-scale-to-x", str(PIXELS), "-scale-to-y", str(PIXELS)]
        subprocess.run(  # noqa: S603
            ["pdftocairo", "-png", "-transp", "-singlefile", *size, pdf, made],  # noqa: S607
            check=True,
        )
        image = Image.open(made.with_suffix(".png")).convert("RGBA")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Source", hashlib.sha256(source).hexdigest())
    stream = io.BytesIO()
    image.quantize(256, method=Image.Quantize.FASTOCTREE).save(
        stream, "PNG", optimize=True, pnginfo=notes
    )
    return stream.getvalue()


if __name__ == "__main__":
    for drawing in [*sorted(FOLDER.glob("*.svg")), LOGO]:
        drawing.with_suffix(".png").write_bytes(png(drawing))
        print(drawing.stem)
