"""Addresses of this room. Ids in them are random, and nothing else says who it is about."""

from django.urls import path

from pep_plugin.home.bundles import views as bundles
from pep_plugin.home.views import (
    accounts,
    add_child,
    change_child,
    child,
    find_child,
    my_peps,
    posts,
    school_search,
    session,
    start_plan,
)

urlpatterns = [
    path("", my_peps.my_peps, name="home"),
    path("children/find/", find_child.find_child, name="find_child"),
    path("children/add/", add_child.add_a_child, name="add_child"),
    path("children/<uuid:child_id>/", child.child_page, name="child"),
    path("children/<uuid:child_id>/start/", start_plan.start_plan, name="start_plan"),
    path("children/<uuid:child_id>/social-worker/", change_child.hand_over, name="hand_over"),
    path("children/<uuid:child_id>/school/", change_child.move, name="move_school"),
    path("children/<uuid:child_id>/people/", change_child.involve_someone, name="involve"),
    path("children/<uuid:child_id>/handover/", bundles.handover_pack, name="handover_pack"),
    path("children/<uuid:child_id>/adopted/", change_child.adopted, name="mark_adopted"),
    path("bundles/", bundles.bundles, name="bundles"),
    path("bundles/<uuid:bundle_id>/", bundles.bundle, name="bundle"),
    path("bundles/<uuid:bundle_id>/zip/", bundles.bundle_zip, name="bundle_zip"),
    path("session/", session.session, name="session"),
    path("schools/", school_search.school_search, name="school_search"),
    path("posts/", posts.posts, name="posts"),
    path("posts/give/", posts.give, name="give_post"),
    path("posts/<uuid:post_id>/end/", posts.end, name="end_post"),
    path("people/<uuid:person_id>/connect/", accounts.connect, name="connect_account"),
    path("people/<uuid:person_id>/invite/", accounts.invite, name="invite_person"),
    path("people/<uuid:person_id>/confirm/", accounts.confirm, name="confirm_account"),
]
