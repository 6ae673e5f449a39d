"""Wagtail's group of the people who draft forms. It opens no child's record."""

from django.contrib.auth.models import Group, Permission

EDITORS = "PEP form editors"
_MAY = (
    *("add_pepsection", "change_pepsection", "view_pepsection", "lock_pepsection"),
    *("unlock_pepsection", "add_pepform", "change_pepform", "view_pepform"),
    # Where the public part is elsewhere there are no web editors to keep the words.
    *("add_glossaryword", "change_glossaryword", "delete_glossaryword", "view_glossaryword"),
)


def ensure_form_editors() -> Group:
    """The group with the admin and the drafts of forms; one that is there stays as it is."""
    group, is_new = Group.objects.get_or_create(name=EDITORS)
    if is_new:
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
            *Permission.objects.filter(content_type__app_label="pep_plugin", codename__in=_MAY),
        )
    return group
