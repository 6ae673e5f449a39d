"""People with or without an account, the posts they hold, and the children they are there for."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.people.dated import Dated, DatedQuerySet, Source
from pep_plugin.people.models.child import Child
from pep_plugin.people.models.school import School, Team
from pep_plugin.sections import roles

ROLE_CHOICES = tuple(roles.LABELS.items())
#: Roles that are held as a post; the others are held towards one child.
POST_ROLES = frozenset(
    {
        *roles.VIRTUAL_SCHOOL,
        roles.DESIGNATED_TEACHER,
        roles.DEPUTY,
        roles.SAFEGUARDING_LEAD,
        roles.TEAM_MANAGER,
        roles.SOCIAL_WORKER,
        roles.IRO,
        roles.FINANCE,
    }
)
SCHOOL_ROLES = frozenset({roles.DESIGNATED_TEACHER, roles.DEPUTY, roles.SAFEGUARDING_LEAD})
TEAM_ROLES = frozenset({roles.TEAM_MANAGER, roles.SOCIAL_WORKER})


class Person(models.Model):
    """Someone who has to do with PEPs. ``user`` is empty for who has no account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="pep_person",
    )
    #: Hash over the account's password hash and address as its owner last left them; "" before
    #: anybody looked. While the account reads otherwise, the person's posts do not count.
    account_mark = models.CharField(max_length=64, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name


class Post(Dated):
    """A role at a school, in a team or in the Virtual School, from a day to a day.

    A social worker's post says only which team they are in; which children they see is said by
    involvements. ``given_by`` is whoever gave the post.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(_("role"), max_length=40, choices=ROLE_CHOICES)
    school = models.ForeignKey(
        School, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    given_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["role", "-starts"]
        indexes = [models.Index(fields=["school", "role"], name="pep_post_school_role")]
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"

    def clean(self) -> None:
        super().clean()
        if self.role not in POST_ROLES:
            raise ValidationError(
                {"role": _("This role is held towards one child, not as a post.")}
            )
        if (self.role in SCHOOL_ROLES) != (self.school_id is not None):
            raise ValidationError(
                {"school": _("Choose a school for a role at a school, and only then.")}
            )
        if (self.role in TEAM_ROLES) != (self.team_id is not None):
            raise ValidationError({"team": _("Choose a team for a role in a team, and only then.")})


class Involvement(Dated):
    """A person who is there for one child in a role: social worker, reviewing officer, carer ..."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="involvements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="involvements")
    role = models.CharField(_("role"), max_length=40, choices=ROLE_CHOICES)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["role", "-starts"]
        indexes = [models.Index(fields=["person", "role"], name="pep_involvement_person")]
        verbose_name = _("involvement")
        verbose_name_plural = _("involvements")

    def __str__(self) -> str:
        return f"{self.get_role_display()} of {self.child}"
