"""Wagtail's group of those who may enter its admin for the registers. It opens none by itself."""

from django.contrib.auth.models import Group, Permission

REGISTER_READERS = "PEP registers"


def ensure_register_readers() -> Group:
    """The group, made when it is missing; a council's own changes to it stay.

    Whoever is in it and holds no post in the Virtual School finds an admin without registers.
    """
    group, is_new = Group.objects.get_or_create(name=REGISTER_READERS)
    if is_new:
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
    return group
