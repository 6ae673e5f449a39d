"""Walks a public-only installation from outside and prints what answered, as JSON.

Addresses are made when Django starts, so this runs in a process of its own.
"""

import json
import uuid

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.runner import DiscoverRunner  # noqa: E402
from django.urls import NoReverseMatch, get_resolver, reverse  # noqa: E402


def private_paths() -> dict[str, str]:
    """Where the private views would answer, were they mounted under the package's address."""
    from pep_plugin.home import urls as home
    from pep_plugin.wizard import urls as wizard

    some = {"plan_id", "child_id", "post_id", "person_id", "request_id"}
    found = {}
    for pattern in [*home.urlpatterns, *wizard.urlpatterns]:
        path = str(pattern.pattern)
        for name in some:
            path = path.replace(f"<uuid:{name}>", str(uuid.uuid4()))
        found[pattern.name] = "/pep/" + path.replace("<str:step>", "progress")
    return found


def main() -> None:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        call_command("load_council", verbosity=0)
        call_command("pep_setup", publish=True, verbosity=0)
        user = get_user_model().objects.create_superuser("root", "root@alderbrook.example", "x")
        client = Client()
        client.force_login(user)
        paths = private_paths()
        answers = {name: client.get(path).status_code for name, path in paths.items()}
        posts = {name: client.post(path).status_code for name, path in paths.items()}
        try:
            reverse("pep_plugin:home")
            has_home = True
        except NoReverseMatch:
            has_home = False
        admin = client.get("/admin/").content.decode()
        names = [str(name) for name in get_resolver().reverse_dict if isinstance(name, str)]
        found = {
            "private": answers,
            "private_posts": posts,
            "has_home": has_home,
            "register": client.get("/admin/pep/children/").status_code,
            "menu": "PEP registers" in admin or "/admin/pep/" in admin,
            "names": [name for name in names if "modeladmin" in name],
            "guidance": client.get("/personal-education-plans/").status_code,
            "template": client.get("/pep/templates/primary.docx").status_code,
        }
        print("FOUND " + json.dumps(found))  # noqa: T201
    finally:
        runner.teardown_databases(old)


main()
