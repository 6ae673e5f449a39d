"""20,000 children: a preview with differences and then the import, beside stock import-export.

Ours checks the same and also writes names, numbers, enrolments and social workers, with their
history; the stock resource writes the child's own row only.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROWS = 20_000
AT_LEAST = 3
COLUMNS = (
    "council_number",
    "first_name",
    "last_name",
    "preferred_name",
    "date_of_birth",
    "upn",
    "looked_after_since",
    "school_urn",
    "year_group",
    "social_worker_email",
)
REPOSITORY = Path(__file__).resolve().parents[2]


def run() -> dict[str, Any]:
    """In a process and a database of its own, so that nothing else is measured with it."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "council.settings.test",
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
    }
    done = subprocess.run(
        [sys.executable, __file__], env=env, check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def children(rows: int) -> str:
    """A list of fictional children as CSV."""
    from stdnum.gb import upn

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for n in range(rows):
        rest = f"999{2000 + n // 900:04d}{n % 90:02d}{n % 1000:03d}"
        writer.writerow(
            [
                f"AB{n:06d}",
                "Robin",
                f"Larkspur-{n}",
                "",
                f"{n % 28 + 1:02d}/{n % 12 + 1:02d}/{2010 + n % 8}",
                upn.calc_check_digit(rest) + rest,
                f"{n % 28 + 1:02d}/05/{2019 + n % 5}",
                str(900_001 + n % 40),
                "",
                f"worker.{'abcdefghij'[n % 10]}@alderbrook.example",
            ]
        )
    return text.getvalue()


def ours(path: Path) -> float:
    from pep_plugin.access import Actor
    from pep_plugin.exchange.actions.import_file import import_file

    began = time.perf_counter()
    # The two passes are inside: all of it is tried first, with differences, and then written.
    report = import_file(actor=Actor.for_command("benchmark"), kind="children", path=path)
    took = time.perf_counter() - began
    assert report.added == ROWS
    return took


def stock(path: Path) -> float:
    from django.core.exceptions import ValidationError
    from import_export import fields, resources, widgets
    from tablib import Dataset

    from pep_plugin.people.models import Child
    from pep_plugin.sections.kinds.identifiers import is_upn

    def date(name: str) -> fields.Field:
        return fields.Field(
            column_name=name, attribute=name, widget=widgets.DateWidget(format="%d/%m/%Y")
        )

    class Stock(resources.ModelResource):
        date_of_birth = date("date_of_birth")
        looked_after_since = date("looked_after_since")

        class Meta:
            model = Child
            import_id_fields = ("council_number",)
            clean_model_instances = True
            fields = (
                "council_number",
                "first_name",
                "last_name",
                "preferred_name",
                "date_of_birth",
                "upn",
                "looked_after_since",
            )

        def validate_instance(self, instance: Any, *args: Any, **kwargs: Any) -> None:
            if not is_upn(instance.upn):
                raise ValidationError({"upn": "The UPN is not right."})
            if Child.objects.filter(upn=instance.upn).exclude(pk=instance.pk).exists():
                raise ValidationError({"upn": "Another child has this UPN."})
            if instance.looked_after_since < instance.date_of_birth:
                raise ValidationError({"looked_after_since": "This is before the date of birth."})
            super().validate_instance(instance, *args, **kwargs)

    began = time.perf_counter()
    for dry_run in (True, False):
        dataset = Dataset().load(path.read_text(encoding="utf-8"), format="csv")
        result = Stock().import_data(dataset, dry_run=dry_run)
        assert not result.has_errors()
        assert not result.has_validation_errors()
    return time.perf_counter() - began


def measure() -> dict[str, Any]:
    import django

    django.setup()
    from django.core.management import call_command

    from pep_plugin.people.models import Child, School

    call_command("migrate", verbosity=0)
    School.objects.bulk_create(
        School(urn=str(900_001 + n), name=f"Foxglove Primary {n}") for n in range(40)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "children.csv"
        path.write_text(children(ROWS), encoding="utf-8")
        ours_seconds = ours(path)
        Child.objects.all().delete()
        peer_seconds = stock(path)
    assert Child.objects.count() == ROWS
    return {
        "name": f"{ROWS:,} children, preview and import",
        "ours_seconds": round(ours_seconds, 2),
        "peer_seconds": round(peer_seconds, 2),
        # How many times as fast as the peer: here more is better.
        "ratio": round(peer_seconds / ours_seconds, 2),
        "asked": f"at least {AT_LEAST}",
        "holds": peer_seconds >= AT_LEAST * ours_seconds,
        "peer": "stock django-import-export, dry run with differences and import",
        "rows_per_second": round(ROWS / ours_seconds),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
