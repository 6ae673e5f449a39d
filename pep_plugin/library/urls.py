"""The library's addresses that are no pages of Wagtail's."""

from django.urls import path

from pep_plugin.library import views

urlpatterns = [
    path("templates/<slug:form>.docx", views.library_blank, name="library_blank"),
    path("templates/<slug:slug>/", views.library_template, name="library_template"),
    path("templates/<slug:slug>/<slug:version>/", views.library_edition, name="library_edition"),
    path(
        "templates/<slug:slug>/<slug:version>/file/",
        views.library_old_file,
        name="library_old_file",
    ),
]
