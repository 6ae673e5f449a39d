"""LibreOffice, started once and warm, turning one Word file into a PDF again and again.

Run by the Python that has LibreOffice's ``uno``: ``python3 libreoffice_peer.py IN.docx OUT.pdf N``
prints the seconds of each turn but the first, as JSON.
"""

import json
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path


def main(source: str, target: str, times: int) -> list[float]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "documents" / "corpus"))
    from libreoffice import connect, value

    pipe = f"bench{uuid.uuid4().hex}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe)
            manager = context.ServiceManager
            desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            taken = []
            for _turn in range(times + 1):
                began = time.perf_counter()
                document = desktop.loadComponentFromURL(
                    Path(source).as_uri(), "_blank", 0, (value("Hidden", True),)
                )
                document.storeToURL(
                    Path(target).as_uri(), (value("FilterName", "writer_pdf_Export"),)
                )
                document.close(True)
                taken.append(time.perf_counter() - began)
            return taken[1:]
        finally:
            office.terminate()
            office.wait(30)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
