"""Adds up pytest's reports in a folder and prints the one line that a person looks for."""

import sys
from pathlib import Path

from defusedxml import ElementTree

total = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
for report in Path(sys.argv[1]).glob("*.xml"):
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        for key in total:
            total[key] += int(suite.get(key, 0))

if total["tests"]:
    wrong = total["failures"] + total["errors"]
    passed = total["tests"] - wrong - total["skipped"]
    print(f"{passed} passed, {wrong} failed, {total['skipped']} skipped")
