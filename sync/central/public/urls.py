"""Addresses on posters and receipts: short, and never a redirect."""

from django.urls import path

from sync.central.public import pages, phone_urls
from sync.central.public.circle_urls import urlpatterns as circle

urlpatterns = [
    path("", pages.start),
    *circle,
    *phone_urls.urlpatterns,
]
