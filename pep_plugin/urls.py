"""Every address of the package. Each stands behind the door; the last one catches the rest."""

from django.urls import URLPattern

from pep_plugin.conf import serves
from pep_plugin.door.routes import catch_all, wrapped
from pep_plugin.guidance import urls as guidance
from pep_plugin.home import urls as home
from pep_plugin.library import urls as library
from pep_plugin.notices import urls as notices
from pep_plugin.voice import urls as voice
from pep_plugin.voice.own_page import urls as own_page
from pep_plugin.wizard import urls as wizard

app_name = "pep_plugin"
urlpatterns: list[URLPattern] = []

if serves("public"):
    urlpatterns += wrapped([*library.urlpatterns, *guidance.urlpatterns], part="public")
if serves("private"):
    urlpatterns += wrapped(
        [*home.urlpatterns, *wizard.urlpatterns, *voice.urlpatterns, *notices.urlpatterns],
        part="private",
    )
    urlpatterns += wrapped([*notices.way_in, *own_page.way_in], part="way_in")
    urlpatterns += wrapped(own_page.urlpatterns, part="own")
    urlpatterns += [catch_all(part="private")]
else:
    urlpatterns += [catch_all(part="public")]
