"""Makes the one migration of each app anew, with the oldest supported Wagtail.

Until the first release there is exactly one migration an app. It is made into a folder of its own
and put in place only when it could be made, so that a mistake in a model costs nothing.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = {
    "pep_plugin": ROOT / "pep_plugin" / "migrations",
    "pep_plugin_pages": ROOT / "pep_plugin" / "pages" / "migrations",
}


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "council.settings.test"
    sys.path[:0] = [str(ROOT), str(ROOT / "sandbox")]
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, folder)
        for app in PLACES:
            package = Path(folder, "fresh_migrations", app)
            package.mkdir(parents=True)
            (package / "__init__.py").touch()

        import django
        from django.conf import settings
        from django.core.management import call_command

        # The host's own migrations may name ours, which are not there while they are made.
        hosts = {
            name.rpartition(".")[2]: None
            for name in settings.INSTALLED_APPS
            if name.startswith("council.")
        }
        settings.MIGRATION_MODULES = {**hosts, **{app: f"fresh_migrations.{app}" for app in PLACES}}
        django.setup()
        call_command("makemigrations", *PLACES, no_header=True)
        for app, place in PLACES.items():
            made = Path(folder, "fresh_migrations", app, "0001_initial.py")
            if made.exists():
                place.mkdir(exist_ok=True)
                (place / "__init__.py").touch()
                shutil.copyfile(made, place / made.name)


if __name__ == "__main__":
    main()
