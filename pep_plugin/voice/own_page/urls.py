"""Addresses of pages of one's own. They name questions of a form, and nobody."""

from django.urls import URLPattern, path

from pep_plugin.voice.own_page.views import asking, ending, entrance
from pep_plugin.voice.told import urls as told

#: Behind "way_in": who has no cookie yet, or no longer.
way_in: list[URLPattern] = [
    path("mine/<str:token>/", entrance.landing, name="mine"),
    path("mine/<str:token>/new/", entrance.renew, name="voice_renew"),
    path("own/stopped/", entrance.stopped, name="own_stopped"),
]
#: Behind "own": who opened a link, or was handed a screen.
urlpatterns: list[URLPattern] = [
    path("own/", asking.start, name="own"),
    path("own/q/<str:name>/", asking.screen, name="own_screen"),
    path("own/q/<str:name>/<uuid:file_id>/", asking.picture, name="own_picture"),
    path("own/check/", ending.check, name="own_check"),
    path("own/readers/", ending.readers, name="own_readers"),
    path("own/readers/<str:path>/", ending.reader, name="own_reader"),
    path("own/first/", ending.first, name="own_first"),
    path("own/send/", ending.send, name="own_send"),
    path("own/sent/", ending.sent, name="own_sent"),
    path("own/stop/", entrance.stop, name="own_stop"),
    path("own/close/", entrance.close, name="own_close"),
    *told.own,
]
#: Behind "private": a colleague hands over.
private: list[URLPattern] = [
    path("plans/<uuid:plan_id>/people/hand-over/", entrance.hand_over, name="hand_over_screen"),
]
