"""Make the sandbox council's own pages. Idempotent: what stands already is left as it is."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from council.home.content import ensure_site


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Says where the site begins."""
        home = ensure_site(timezone.localdate())
        self.stdout.write(f"The site of {home.title} stands, with {home.numchild} pages.")
