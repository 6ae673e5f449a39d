"""Makes the one new migration of each app, with the oldest supported Wagtail.

What has landed stays as it is; what has not is made anew, so that a change that is still being
written has exactly one migration an app. It is made into a folder of its own and put in place only
when it could be made, so that a mistake in a model costs nothing.
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
#: Migrations that councils may have run. Add a change's name here when it has landed.
LANDED = {
    "pep_plugin": ("0001_initial", "0002_public_side_and_forms"),
    "pep_plugin_pages": ("0001_initial", "0002_public_side_and_forms"),
}
#: What the change at hand is called.
NAME = "filling_in_together"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "council.settings.test"
    sys.path[:0] = [str(ROOT), str(ROOT / "sandbox")]
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, folder)
        for app, place in PLACES.items():
            package = Path(folder, "fresh_migrations", app)
            package.mkdir(parents=True)
            (package / "__init__.py").touch()
            for name in LANDED[app]:
                shutil.copyfile(place / f"{name}.py", package / f"{name}.py")

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
        call_command("makemigrations", *PLACES, no_header=True, name=NAME)
        for app, place in PLACES.items():
            fresh = sorted(Path(folder, "fresh_migrations", app).glob("0*.py"))
            new = {made.name for made in fresh} - {f"{name}.py" for name in LANDED[app]}
            for old in place.glob("0*.py"):
                if old.stem not in LANDED[app] and old.name not in new:
                    old.unlink()
            for name in new:
                shutil.copyfile(Path(folder, "fresh_migrations", app, name), place / name)


if __name__ == "__main__":
    main()
