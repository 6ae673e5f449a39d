"""Whether an account is as its owner left it. Whoever may change users could set its password.

A mark beside the person says what lets somebody in as them. It follows the owner's own changes,
made on a page that calls :func:`by_own_hand`, and Django's re-hash at sign-in. Any other change
leaves the mark behind, and from the next request on the person is suspended.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.db.models.signals import post_save, pre_save
from django.utils.crypto import constant_time_compare, salted_hmac

from pep_plugin.conf import conf
from pep_plugin.people.models import Person


def mark_of(user: Any) -> str:
    """A hash over what lets somebody in as this user: the password's hash and the address.

    Without a password, as with single sign-on, the address alone: what stands in its place is
    made anew now and then.
    """
    password = user.password if user.has_usable_password() else ""
    known = f"{password}\n{_address_of(user)}"
    return salted_hmac("pep_plugin.accounts", known, algorithm="sha256").hexdigest()


def is_as_left(user: Any, mark: str) -> bool:
    """Whether nobody else changed the account since ``mark`` was taken; "" is not taken yet."""
    if not conf.SUSPEND_CHANGED_ACCOUNTS or not mark:
        return True
    return constant_time_compare(mark, mark_of(user))


def accounts_with(email: str) -> QuerySet[Any]:
    """The accounts with an address, closed ones too; none for no address."""
    users = get_user_model()._default_manager
    if not email:
        return users.none()
    return users.filter(**{f"{get_user_model().get_email_field_name()}__iexact": email})


def by_own_hand(user: Any) -> Any:
    """Call it before you save a change that the account's owner makes themself; returns the user.

    For pages of the host's own on which people change or reset their password. It holds for this
    object, so for one request. A change by another hand before it is not forgiven: who is
    suspended stays so.
    """
    user._pep_by_own_hand = True
    return user


def take_mark(person: Person) -> None:
    """The account as it stands now is right: when it is joined to the person, or confirmed."""
    person.account_mark = mark_of(person.user) if person.user else ""
    person.save(update_fields=["account_mark"])


def take_missing_marks() -> int:
    """A mark for every person with an account and none yet; returns how many."""
    people = Person.objects.exclude(user=None).filter(account_mark="").select_related("user")
    for person in people:
        take_mark(person)
    return len(people)


def suspended_people() -> list[Person]:
    """People whose account was changed by another hand. One query; each mark is worked out."""
    if not conf.SUSPEND_CHANGED_ACCOUNTS:
        return []
    people = Person.objects.exclude(user=None).exclude(account_mark="").select_related("user")
    return [person for person in people if not is_as_left(person.user, person.account_mark)]


def _address_of(user: Any) -> str:
    return str(getattr(user, user.get_email_field_name(), "") or "").strip().lower()


def _look_before(sender: type[Any], instance: Any, update_fields: Any, **kwargs: Any) -> None:
    """Remember whether the account was as its owner left it, while the old row still stands."""
    instance._pep_was_as_left = False
    fields = {"password", sender.get_email_field_name()}
    if instance._state.adding or (update_fields is not None and fields.isdisjoint(update_fields)):
        return
    person = Person.objects.filter(user=instance.pk).select_related("user").first()
    if person is not None and person.user is not None and person.account_mark:
        before = mark_of(person.user)
        instance._pep_was_as_left = constant_time_compare(person.account_mark, before)


def _follow(sender: type[Any], instance: Any, update_fields: Any, **kwargs: Any) -> None:
    """Let the mark follow the owner's own change, a re-hash, or any change where none suspends."""
    was_as_left = instance.__dict__.pop("_pep_was_as_left", False)
    own = getattr(instance, "_pep_by_own_hand", False)
    if was_as_left and (
        own or _is_rehash(instance, update_fields) or not conf.SUSPEND_CHANGED_ACCOUNTS
    ):
        Person.objects.filter(user=instance.pk).update(account_mark=mark_of(instance))


def _is_rehash(user: Any, update_fields: Any) -> bool:
    """Django saves a new hash of the same password at sign-in, and says so by forgetting it."""
    forgotten = user.__dict__.get("_password", "") is None
    return forgotten and update_fields is not None and set(update_fields) == {"password"}


def follow_changes() -> None:
    """Called once, when the site starts."""
    user_model = get_user_model()
    pre_save.connect(_look_before, sender=user_model, dispatch_uid="pep_plugin.accounts.before")
    post_save.connect(_follow, sender=user_model, dispatch_uid="pep_plugin.accounts.after")
