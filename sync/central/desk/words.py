"""The desk's own words for what the tables keep as codes."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

STATES: Final[dict[str, Any]] = {
    "received": _("Received"),
    "classified": _("Classified"),
    "dispatched": _("Dispatched"),
    "in_progress": _("In progress"),
    "answered": _("Answered (state)"),
    "closed": _("Closed"),
    "called_back": _("Called back"),
    "archived": _("Archived"),
    "returned": _("Returned"),
    "parked": _("Parked idea"),
    "declined": _("Declined"),
    "merged": _("Merged"),
    "invalid": _("Invalid"),
    "withheld": _("Withheld"),
}
DEEDS: Final[dict[str, Any]] = {
    "classify": _("Classify"),
    "dispatch": _("Dispatch"),
    "start": _("Start work"),
    "return": _("Send back"),
    "answer": _("Answer publicly"),
    "close": _("Close"),
    "call_back": _("Note a call-back"),
    "archive": _("Archive"),
    "park": _("Park as an idea"),
    "decline": _("Decline"),
    "merge": _("Merge"),
    "part": _("Undo the merge"),
    "invalid": _("Mark invalid"),
    "withhold": _("Withhold"),
    "restore": _("Restore"),
    "reopen": _("Reopen"),
    "note": _("Note for colleagues"),
    "assign": _("Give to somebody"),
    "share": _("Ask other departments to help"),
    "label": _("Side categories"),
    "urge": _("Press for it"),
    "escalate": _("Take it one level up"),
    "extend": _("Extend, with a new date"),
    "pause": _("Stop the clock"),
    "resume": _("Let the clock run on"),
    "check": _("Note what the facts are"),
    "try": _("Note a try to call back"),
}
FACTS: Final[dict[str, Any]] = {
    "true": _("as told"),
    "partly": _("partly as told"),
    "untrue": _("not as told"),
    "unclear": _("cannot be checked"),
}
LIGHTS: Final[dict[str, Any]] = {"red": _("late"), "amber": _("soon"), "green": _("in time")}
LANES: Final[dict[str, Any]] = {"safety": _("Safety"), "legal": _("Legal duty"), "bad": _("Bad rating")}
GRADES: Final[dict[int, Any]] = {
    5: _("Very satisfied"),
    4: _("Satisfied"),
    3: _("Basically satisfied"),
    2: _("Dissatisfied"),
    1: _("Very dissatisfied"),
}
CHANNELS: Final[dict[str, Any]] = {
    "kiosk": _("Screen in the lobby"),
    "phone": _("Phone"),
    "web": _("Website"),
    "wechat": _("WeChat"),
    "paper": _("Paper slip"),
    "meeting": _("Meeting"),
    "staff": _("Told to staff"),
}
LEVELS: Final[dict[str, Any]] = {
    "V0": _("anonymous"),
    "V1": _("was in the building"),
    "V2": _("telephone verified"),
    "V3": _("account"),
    "V4": _("face to face"),
}
FLAGS: Final[dict[str, Any]] = {
    "fast": _("answered very fast"),
    "burst": _("one of many alike in a short time"),
    "repeat": _("one of a run of the same grade"),
    "closed": _("outside opening hours"),
    "clock": _("the screen's clock was wrong"),
    "assisted": _("staff helped"),
    "training": _("practice"),
}
HALVES: Final[dict[str, Any]] = {"am": _("morning"), "pm": _("afternoon")}
ROLES: Final[dict[str, Any]] = {
    "collector": _("Collector"),
    "handler": _("Handler"),
    "supervisor": _("Supervisor"),
    "moderator": _("Moderator"),
    "evaluator": _("Evaluator"),
    "administrator": _("Administrator"),
}
PROBLEMS: Final[dict[str, Any]] = {
    "category": _("Please choose a category."),
    "department": _("Please choose a department."),
    "text": _("Please write at least ten characters in Chinese: the visitor reads them."),
    "evidence": _("Please say what shows that it is done."),
    "why": _("Please give a reason of at least ten characters."),
    "review": _("Please choose the day on which it will be looked at again."),
    "owner": _("Please choose a colleague who may see this case."),
    "partners": _("Please choose the departments that help."),
    "side": _("Please choose up to two side categories."),
    "into": _("Please name the number of another open case of this centre."),
    "until": _("Please choose a day after the one promised, at most thirty working days after receipt."),
    "fact": _("Please note first what checking the facts found."),
    "tries": _("Please call back first, or note tries on two different days."),
}
