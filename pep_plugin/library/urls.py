"""The library's one address that is not a page."""

from django.urls import path

from pep_plugin.library import views

urlpatterns = [
    path("templates/<slug:form>.docx", views.library_blank, name="library_blank"),
]
