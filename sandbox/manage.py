#!/usr/bin/env python3
"""Django's command line for the sandbox council's site."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run a management command; the demo's settings unless others are named."""
    # The package under development lies beside the sandbox, and need not be installed to be tried.
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings.demo")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
