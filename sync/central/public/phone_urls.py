"""Addresses of the form pages. They stand on posters: a released one never changes."""

from django.urls import path

from sync.central.public import entry, formpages, scan

urlpatterns = [
    path("h", scan.scanned),
    path("f/step", formpages.step),
    path("f", entry.forms),
    path("f/<slug:form>", entry.begin),
    path("v/<slug:venue>", entry.forms),
    path("v/<slug:venue>/<slug:form>", entry.begin),
    path("v/<slug:venue>/<slug:form>/<str:item>", entry.begin),
]
