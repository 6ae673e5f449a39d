"""Who sets the dates. A wrong one makes the plans of every school late, so editors do not."""

from django.contrib.auth.models import Group, Permission

TERM_KEEPERS = "PEP term dates"
_MAY = ("add_term", "change_term", "delete_term", "view_term")


def ensure_term_keepers() -> Group:
    """The group, made when it is missing; a council's own changes to it stay."""
    group, is_new = Group.objects.get_or_create(name=TERM_KEEPERS)
    if is_new:
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
            *Permission.objects.filter(content_type__app_label="pep_plugin", codename__in=_MAY),
        )
    return group
