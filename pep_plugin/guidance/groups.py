"""Wagtail's group of the people who write the public pages. It opens no child's record."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from pep_plugin.guidance.starter.models import MadeOnce
from pep_plugin.library.uploads import COLLECTION

WEB_EDITORS = "PEP web editors"
#: On the guidance page and what lies under it.
ON_PAGES = ("add_page", "change_page", "publish_page")
#: On what they keep beside the pages: model -> what they may do. Feedback comes from visitors.
ON_MODELS = {
    "template": ("add", "change", "delete", "view", "publish"),
    "contactcard": ("add", "change", "delete", "view"),
    "feedback": ("change", "delete", "view"),
    "glossaryword": ("add", "change", "delete", "view"),
}
#: On the collection in which the council's own templates lie.
ON_DOCUMENTS = ("add_document", "change_document", "choose_document")


def ensure_web_editors(guidance: Page | None) -> Group:
    """The group with the admin, the guidance pages and a collection of documents; idempotent.

    A group that is there keeps what a council gave it or took from it.
    """
    group, is_new = Group.objects.get_or_create(name=WEB_EDITORS)
    if is_new:
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
        _give_documents(group)
    _give_models(group)
    if guidance is not None and not GroupPagePermission.objects.filter(group=group).exists():
        for codename in ON_PAGES:
            GroupPagePermission.objects.create(
                group=group, page=guidance, permission=_permission("wagtailcore", codename)
            )
    return group


def _give_models(group: Group) -> None:
    """Once for each model, so that an upgrade brings new ones and a council may take them away."""
    for model, verbs in ON_MODELS.items():
        _made, is_new = MadeOnce.objects.get_or_create(key=f"web-editors-{model}")
        if is_new:
            names = [f"{verb}_{model}" for verb in verbs]
            group.permissions.add(
                *Permission.objects.filter(content_type__app_label="pep_plugin", codename__in=names)
            )


def _give_documents(group: Group) -> None:
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    collection = root.get_children().filter(name=COLLECTION).first()
    collection = collection or root.add_child(name=COLLECTION)
    for codename in ON_DOCUMENTS:
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=collection,
            permission=_permission("wagtaildocs", codename),
        )


def _permission(app_label: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
