"""What an empty control says, for whoever writes controls and whoever reads them back."""

TEXT = "Click to enter text"
NUMBER = "Click to enter a number"
DATE = "Click to enter a date"
TIME = "Click to enter a time, like 2:30pm"
ROWS = "Which ones? For example: 1 and 3"
LIST = "Choose from the list"
FILES = "Send files beside this form"
WORKED_OUT = "Worked out from the answers"
#: LibreOffice keeps the words of a prompt and forgets that they are one.
EVERY = frozenset({TEXT, NUMBER, DATE, TIME, ROWS, LIST, FILES, WORKED_OUT})

#: What stands in a box of a paper until somebody writes there, by kind; it must not be in the way.
BOXES = {
    "date": "Day, month, year",
    "time": "For example 2:30pm",
    "number": "Number",
    "person": "Name",
    "school": "Name",
}
BOX = "Write here"
