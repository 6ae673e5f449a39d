"""The one address of the guidance that is no page: what visitors say of a page."""

from django.urls import path

from pep_plugin.guidance.feedback import views

urlpatterns = [path("feedback/<int:page_id>/", views.feedback, name="feedback")]
