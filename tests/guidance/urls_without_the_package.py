"""A host that has not mounted the package's addresses."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [path("", include("council.accounts.urls")), path("", include(wagtail_urls))]
