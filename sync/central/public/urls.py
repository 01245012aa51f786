"""Addresses on posters and receipts: short, and never a redirect."""

from django.urls import path

from sync.central.public import honours, pages, phone_urls, weekly
from sync.central.public.circle_urls import urlpatterns as circle

urlpatterns = [
    path("", pages.start),
    path("honour/<slug:number>", honours.honour),
    path("honours", honours.honours),
    path("heads", weekly.links),
    path("heads.jsonl", weekly.document),
    path("evaluations", weekly.evaluations),
    path("evaluations/<int:pk>", weekly.evaluation),
    *circle,
    *phone_urls.urlpatterns,
]
