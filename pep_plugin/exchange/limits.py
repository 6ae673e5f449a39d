"""How much is read from a file that somebody hands us: every number in one place.

Each is far above what a council has and far below what would stop the site.
"""

MEGABYTE = 1024 * 1024

#: The national register is about 60 MB: 50,000 rows of 139 columns.
LARGEST_REGISTER = 90 * MEGABYTE
#: A council's list of children: 20,000 rows are about 3 MB.
LARGEST_LIST = 10 * MEGABYTE
MOST_ROWS = {"schools": 200_000, "children": 50_000}
MOST_COLUMNS = 400
#: A cell of a workbook that lies farther down is no part of a list.
FARTHEST_ROW = 200_000
#: What Excel holds in one cell.
LONGEST_CELL = 32_767
#: Characters of one row of a CSV file, whatever its quotation marks join to it.
LONGEST_ROW = 1_000_000
#: Rows that are looked up or written with one query.
BATCH = 500
#: How many of the headings that were found are repeated to the person.
HEADINGS_SHOWN = 40
