"""Words for the codes of figures, panels, health and judges."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

AGE_BANDS: Final[dict[str, Any]] = {
    "u14": _("under 14"),
    "a14": "14–17",
    "a18": "18–35",
    "a36": "36–59",
    "a60": "60–69",
    "a70": _("70 and over"),
    "unsaid": _("would not say"),
}
SERIES: Final[dict[str, Any]] = {
    "public": _("Visitors"),
    "noted": _("Written down by staff"),
    "left": _("Left before the end"),
    "expert": _("Experts and scholars"),
    "backbone": _("Leading amateurs"),
    "leader": _("Leaders of groups"),
    "volunteer": _("Volunteers"),
    "station": _("Local culture stations"),
}
DAYPARTS: Final[dict[str, Any]] = {"am": _("Morning"), "pm": _("Afternoon"), "eve": _("Evening")}
HEALTH: Final[dict[str, Any]] = {
    "terminals": _("Screens that do not speak"),
    "unsent": _("Oldest unsent feedback, hours"),
    "late": _("Answers that are late"),
    "unsorted": _("Not sorted in time"),
    "parked": _("Records that could not be read"),
    "publication": _("Results that should be published"),
    "training": _("Certificates run out, or about to"),
    "tasks": _("Recurring tasks overdue"),
    "backup": _("Age of the last backup, hours"),
    "heads": _("Days since head links were published"),
    "topics": _("Days since topics were worked out"),
    "evaluation": _("Days since an outside judge reported"),
}
JUDGING: Final[dict[str, Any]] = {
    "name": _("It needs a log-in name, a firm, a seed and a last day from today on, at most a year away."),
    "taken": _("This log-in belongs to somebody of the staff."),
    "pdf": _("A title and a PDF of at most 8 MB, please."),
    "mandate": _("There is no mandate that is still open."),
    "second": _("A judge does not let out the own report: somebody of the centre does."),
}
PANEL: Final[dict[str, Any]] = {
    "panel": _("A name, a role, and two numbers from 1 to 5. Each person speaks once on a topic."),
}
COMPARED: Final[dict[str, Any]] = {
    "runs": _("Runs"),
    "people": _("People"),
    "cost": _("Cost, yuan"),
    "value": _("People, weighed by how pressing it is"),
    "left": _("Needs left out"),
}
