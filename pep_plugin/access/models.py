"""Ways to one plan for people without a post: a link of their own, one section, an invitation."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pep_plugin.people.dated import Dated, DatedQuerySet
from pep_plugin.people.models import Person
from pep_plugin.sections import roles


class LinkQuerySet(models.QuerySet["LinkGrant"]):
    def open(self) -> LinkQuerySet:
        """Neither taken back nor run out."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())


class LinkGrant(models.Model):
    """One child's, carer's or parent's own way to one plan, without an account.

    ``person`` is empty for the child. ``email``: where the link went, and the only place where a
    new one may go; empty for a screen that was handed over. The token itself is kept nowhere.
    """

    class Way(models.TextChoices):
        LINK = "link", _("A link in a message")
        HANDED_OVER = "handed_over", _("A screen handed over")

    ROLE_CHOICES = tuple(
        (key, roles.LABELS[key]) for key in (roles.CHILD, roles.CARER, roles.PARENT)
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("pep_plugin.Plan", on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(_("for"), max_length=40, choices=ROLE_CHOICES)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="grants"
    )
    way = models.CharField(max_length=20, choices=Way.choices, default=Way.LINK)
    email = models.EmailField(_("e-mail address"), blank=True)
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = LinkQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("link to a plan")
        verbose_name_plural = _("links to plans")

    def __str__(self) -> str:
        return f"Link to {self.plan_id}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()


class Delegation(Dated):
    """One further person may fill in one section of one plan, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(
        "pep_plugin.Plan", on_delete=models.CASCADE, related_name="delegations"
    )
    section = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="delegations")
    given_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "section", "person"],
                condition=Q(ends=None),
                name="pep_one_open_delegation",
            )
        ]
        verbose_name = _("section given to somebody")
        verbose_name_plural = _("sections given to people")

    def __str__(self) -> str:
        return f"{self.section} of {self.plan_id}"


class Invitation(models.Model):
    """A person is asked to make an account: one use, 72 hours, bound to one address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"Invitation {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.used_at is None and self.revoked_at is None and self.expires_at > timezone.now()
