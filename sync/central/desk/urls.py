"""Addresses of the desk."""

from django.urls import path

from sync.central.desk import case, door, listing, overview

app_name = "desk"
urlpatterns = [
    path("desk/", overview.page, name="overview"),
    path("desk/log-in", door.log_in, name="log-in"),
    path("desk/log-out", door.log_out, name="log-out"),
    path("desk/language", door.language, name="language"),
    path("desk/cases", listing.page, name="list"),
    path("desk/cases/<uuid:identity>", case.page, name="case"),
    path("desk/cases/<uuid:identity>/do", case.do, name="do"),
    path("desk/cases/<uuid:identity>/time", case.exact_time, name="time"),
]
