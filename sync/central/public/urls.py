"""Addresses on posters and receipts: short, and never a redirect."""

from django.urls import path

from sync.central.public import pages

urlpatterns = [
    path("", pages.start),
    path("c", pages.look_up),
    path("board", pages.board),
]
