"""Edits a Word file in LibreOffice as a person would, and saves it as .docx.

Run by the Python that has LibreOffice's ``uno`` (Debian: python3-uno), not by that of the tests:

    /usr/bin/python3 libreoffice.py IN OUT < edits.json

An edit is ``{"do": ..., "at": bookmark, ...}``: ``type`` (``text``) over what the control says,
``choose`` (``text``), ``tick`` (``option``: the number of the box), ``add_row`` (``cells``) below
the row of the bookmark, ``copy_row``, ``below`` (``text``: further paragraphs in the same cell),
``over`` (``text``: in place of everything in the cell), ``after`` (``text``: a paragraph after the
table).
"""

import json
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _attempt in range(150):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start.")


class Editor:
    def __init__(self, context, source):
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.document = desktop.loadComponentFromURL(
            Path(source).as_uri(), "_blank", 0, (value("Hidden", True),)
        )
        self.dispatcher = manager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        self.frame = self.document.CurrentController.Frame
        self.cursor = self.document.CurrentController.ViewCursor

    def press(self, command, **arguments):
        given = tuple(value(name, content) for name, content in arguments.items())
        self.dispatcher.executeDispatch(self.frame, f".uno:{command}", "", 0, given)

    def at(self, name):
        return self.document.Bookmarks.getByName(name).Anchor

    def controls(self, name):
        """The content controls in the cell of a bookmark, in order."""
        found = []
        for paragraph in self.at(name).Text.createEnumeration():
            if not paragraph.supportsService("com.sun.star.text.Paragraph"):
                continue
            found += [
                portion.ContentControl
                for portion in paragraph.createEnumeration()
                if portion.TextPortionType == "ContentControl"
            ]
        return found

    def select(self, at):
        """Select what a control says; a date is no control here, but a field with an end."""
        found = self.controls(at)
        if found:
            self.inside(found[0])
        else:
            self.cursor.gotoRange(self.at(at), False)

    def inside(self, control):
        inner = control.createTextCursor()
        inner.gotoStart(False)
        self.cursor.gotoRange(inner.Start, False)
        inner.gotoEnd(False)
        self.cursor.gotoRange(inner.End, True)

    def type(self, at, text):
        self.select(at)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("InsertLinebreak")
            self.press("InsertText", Text=line)

    def choose(self, at, text):
        self.controls(at)[0].ShowingPlaceHolder = False
        self.type(at, text)

    def tick(self, at, option):
        # A click sets the state and draws the sign anew.
        box = [one for one in self.controls(at) if one.Checkbox][option]
        box.Checked = True
        box.String = box.CheckedState

    def table(self, at):
        anchor = self.at(at)
        return anchor.TextTable, anchor.Cell.CellName

    def add_row(self, at, cells):
        table, name = self.table(at)
        number = int("".join(filter(str.isdigit, name)))
        table.Rows.insertByIndex(number, 1)
        for column, text in enumerate(cells):
            table.getCellByPosition(column, number).String = text

    def copy_row(self, at):
        self.cursor.gotoRange(self.at(at), False)
        self.press("EntireRow")
        self.press("Copy")
        self.cursor.gotoRange(self.at(at), False)
        self.press("PasteRowsBefore")

    def below(self, at, text):
        cell = self.at(at).Text
        for line in text.split("\n"):
            cell.insertControlCharacter(cell.End, 0, False)
            cell.insertString(cell.End, line, False)

    def over(self, at, text):
        self.at(at).Text.String = text

    def after(self, at, text):
        table, _name = self.table(at)
        parts = iter(self.document.Text.createEnumeration())
        for part in parts:
            if part.supportsService("com.sun.star.text.TextTable") and part.Name == table.Name:
                next(parts).String = text
                return

    def save(self, target):
        self.document.storeToURL(Path(target).as_uri(), (value("FilterName", "MS Word 2007 XML"),))
        self.document.close(True)


def main(source, target):
    edits = json.load(sys.stdin)
    pipe = f"pep{uuid.uuid4().hex}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            editor = Editor(connect(pipe), source)
            for edit in edits:
                getattr(editor, edit.pop("do"))(**edit)
            editor.save(target)
        finally:
            office.terminate()
            office.wait(timeout=30)


if __name__ == "__main__":
    main(*sys.argv[1:3])
