"""Ending a post: from the day after its last, its holder sees nobody by it."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actions.end_involvement import check_last_day
from pep_plugin.access.actions.give_post import check_may_give
from pep_plugin.access.actor import Actor
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Post
from pep_plugin.sections.roles import VS_HEAD


def end_post(*, actor: Actor, post_id: uuid.UUID, last_day: datetime.date) -> Post:
    """Who may give a post may end it. ``last_day`` is included; yesterday ends it at once.

    Raises ``Post.DoesNotExist``, ``Forbidden`` and ``ValidationError``.
    """
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post_id)
        check_may_give(actor, post.role, post.school)
        check_last_day(post.starts, last_day)
        _keep_a_head(post, last_day)
        post.ends = last_day
        post.save(update_fields=["ends"])
        record("post.end", actor=actor, object_id=post.pk, role=post.role)
    return post


def _keep_a_head(post: Post, last_day: datetime.date) -> None:
    """Without a head nobody could give the Virtual School's posts again."""
    if post.role != VS_HEAD:
        return
    day = max(today(), last_day + datetime.timedelta(days=1))
    if not Post.objects.on(day).filter(role=VS_HEAD).exclude(pk=post.pk).exists():
        raise ValidationError(
            {"ends": _("Give the post of Virtual School head to somebody else first.")}
        )
