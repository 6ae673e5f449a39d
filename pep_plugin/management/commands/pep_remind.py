"""The daily round: whatever is due by itself, then messages and jobs that did not get done."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.outbox import daily
from pep_plugin.outbox.promise import sweep


class Command(BaseCommand):
    help = "Run once a day (cron): does what is due, and tries again what failed. Idempotent."

    def handle(self, *args: Any, **options: Any) -> None:
        done, failed = daily.run()
        for name, count in done.items():
            self.stdout.write(f"{name}: {count}")
        self.stdout.write(f"Messages and jobs tried again: {sweep()}")
        if failed:
            raise CommandError(f"Not everything could be done: {', '.join(failed)}.")
