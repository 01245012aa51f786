"""The desk's own words for what the tables keep as codes."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from sync.central.desk.council_words import (
    AGE_BANDS,  # noqa: F401
    COMPARED,  # noqa: F401
    DAYPARTS,  # noqa: F401
    HEALTH,  # noqa: F401
    JUDGING,  # noqa: F401
    PANEL,
    SERIES,  # noqa: F401
)

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
    "learner": _("Learner"),
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
    "plan": _("This need is pressing (P1 or P2): its topic wants an improvement proposal before work begins."),
    "tries": _("Please call back first, or note tries on two different days."),
}
REFUSED: Final[dict[str, Any]] = {
    "forbidden": _("This is not yours to do."),
    "moved": _("The case has moved meanwhile. Please look again."),
}
CLOCKS: Final[dict[str, Any]] = {
    "mine": _("Mine"),
    "sort": _("To sort and hand out by today"),
    "call": _("To call back"),
    "review": _("Wishes to look at again"),
    "urged": _("Pressed for"),
}
NOT_QUOTED: Final[dict[str, Any]] = {
    "nothing": _("There are no words to show."),
    "level": _("Only words of visitors whose telephone or account was verified can be shown as their own."),
    "minor": _("Words of somebody under eighteen are never shown."),
    "consent": _("The visitor did not agree to their words being shown."),
    "personal": _("The text still tells who somebody is: a number, a school, a plate."),
    "second": _("Somebody else has to approve it."),
    "reason": _("Please give a reason of at least ten characters."),
    "text": _("Please write in Chinese."),
}
FOUND: Final[dict[str, Any]] = {
    "phone": _("telephone number"),
    "identity": _("identity number"),
    "card": _("card number"),
    "plate": _("number plate"),
    "school": _("school"),
    "address": _("address"),
    "account": _("account"),
    "word": _("a word of the list"),
    "repeat": _("one of many alike"),
}
SOLVED: Final[dict[str, Any]] = {"yes": _("solved"), "partly": _("partly solved"), "no": _("not solved")}
LOOKS: Final[dict[str, Any]] = {
    "time": _("Looked at the minute"),
    "contact": _("Unsealed the contact"),
    "voice": _("Listened to the message"),
    "evidence": _("Took an evidence package"),
    "erase": _("Erased"),
    "copy": _("Made a copy for the visitor"),
    "export": _("Exported"),
}
EXCERPTS: Final[dict[str, Any]] = {"draft": _("draft"), "approved": _("shown"), "hidden": _("hidden")}
REQUESTS: Final[dict[str, Any]] = {"copy": _("a copy"), "correct": _("a correction"), "delete": _("erasure")}
POSTS: Final[dict[str, Any]] = {"inbox": _("Inbox")}
UNFIT: Final[dict[str, Any]] = {
    "words": _("Please write down what was said, at most 2,000 characters."),
    "channel": _("Please say how it came."),
    "day": _("Please choose a day that is not after today."),
    "category": _("Please choose a category."),
    "grade": _("Please choose a grade, or none."),
    "slip": _("A slip with this number has been entered already."),
    "contact": _("This is no telephone number."),
    "hands": _("How many agreed is a number from one on."),
    "meeting": _("A meeting needs a day, what it was about, a host, how many took part, and at least one item."),
    "venue": _("Please choose a venue."),
}
UNREADY: Final[dict[str, Any]] = {
    "kind": _("Please choose a week, a month or a year."),
    "early": _("The period is not over yet."),
    "personal": _("The text still tells who somebody is: a number, a school, a plate."),
    "done": _("It is published already."),
    "second": _("Somebody else has to approve it."),
}
YES: Final[dict[bool, Any]] = {True: _("yes"), False: _("no")}
PERIODS: Final[dict[str, Any]] = {"week": _("Week"), "month": _("Month"), "year": _("Year")}
REPORTS: Final[dict[str, Any]] = {
    "week": _("Progress of the week"),
    "month": _("Results of the month"),
    "year": _("Report of the year"),
}
COUNTS: Final[dict[str, Any]] = {
    "received": _("Came in"),
    "asked": _("Asked for an answer"),
    "ratings": _("Ratings of visitors"),
    "answered": _("Answered (count)"),
    "solved": _("Done and closed"),
    "parked": _("Kept as ideas"),
    "declined": _("Cannot be done"),
    "merged": _("Handled with another"),
    "withheld": _("Hidden, with a reason"),
    "invalid": _("Without content"),
    "open": _("Still open"),
    "late": _("Late"),
    "bad": _("Bad ratings"),
}
RATES: Final[dict[str, Any]] = {
    "response": _("Response rate"),
    "on_time": _("First answers on time"),
    "solution": _("Solution rate"),
    "satisfaction": _("Satisfaction rate"),
    "well": _("Satisfied or very satisfied"),
    "called_back": _("Bad ratings called back"),
}
METHODS: Final[dict[str, Any]] = {
    "response": _("answered, of all that asked and whose answer was due or given"),
    "on_time": _("answered by the promised day, of all whose answer was due or given"),
    "solution": _("closed with evidence, of all whose result was due or reached"),
    "satisfaction": _("basically satisfied or better, of all ratings of visitors"),
    "well": _("the two best of five, of all ratings of visitors"),
    "called_back": _("called back, of all bad ratings with a contact that were closed"),
}
DOORS: Final[dict[str, Any]] = {
    "health": _("Health of the mechanism"),
    "judging": _("Outside judges"),
    "moderation": _("To look through"),
    "looks": _("Later looks"),
    "rights": _("Requests about data"),
    "wordings": _("Ready sentences"),
    "tasks": _("Recurring tasks"),
    "rota": _("Rota"),
    "training": _("Training"),
    "jobs": _("Exports and imports"),
    "patterns": _("Striking patterns"),
    "evidence": _("Evidence packages"),
    "settings": _("Settings"),
    "forms": _("Forms"),
    "people": _("Log-ins"),
    "factor": _("My second factor"),
    "access": _("Who looked at what"),
}
TASKS: Final[dict[str, Any]] = {
    "box": _("Open the box and enter the slips"),
    "publish": _("Publish the week's progress"),
    "results": _("Publish the month's results"),
    "training": _("Train the staff"),
    "evaluation": _("Evaluation by a third party"),
    "audit": _("Audit the chains"),
    "backup": _("Make a backup and carry it away"),
    "sheet": _("See that the recovery sheet is in its safe"),
    "young": _("Audit of young people's data"),
}
EVERY: Final[dict[str, Any]] = {
    "day": _("every day"),
    "week": _("every week"),
    "month": _("every month"),
    "quarter": _("every quarter"),
    "year": _("every year"),
}
WEEKDAYS: Final[dict[int, Any]] = dict(
    enumerate((_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")))
)
PATTERNS: Final[dict[str, Any]] = {
    "run": _("a run of one grade within minutes"),
    "closing": _("most of the best grades in the last hour"),
    "staff": _("best grades right after staff were behind the screen"),
}
JOBS: Final[dict[str, Any]] = {
    "waiting": _("waits"),
    "running": _("under way"),
    "done": _("done"),
    "failed": _("failed"),
    "export": _("Export"),
    "import": _("Import"),
}
BREAKS: Final[dict[str, Any]] = {
    "gone": _("the question is gone"),
    "type": _("the question is of another type"),
    "choices": _("choices are gone"),
    "range": _("the scale is another one"),
    "code": _("the category is gone"),
    "means": _("the category means something else"),
    "tag": _("the tag is gone"),
    "weights": _("needs are weighed in another way"),
}
SETTINGS: Final[dict[str, Any]] = {
    "catalogue.toml": _("Categories, tags and departments"),
    "deadlines.toml": _("Deadlines"),
    "calendar.toml": _("Working days"),
    "priority.toml": _("Weights of priority"),
    "office.toml": _("Retention, training and tasks"),
    "wordings.toml": _("Ready sentences"),
    "phone.toml": _("Words of the phone pages"),
    "chips.toml": _("Phrases to tap"),
    "notice.toml": _("Notice before a number is asked for"),
    "watch.txt": _("Words to look through first"),
    "rewards.toml": _("Points and rewards"),
    "course.toml": _("Course and quiz for staff"),
    "poster.toml": _("Words of posters"),
    "certificate.toml": _("Words of certificates"),
    "terminals.toml": _("What the screens are told"),
}
EFFECTS: Final[dict[str, Any]] = {
    "first": _("First answer to what comes today"),
    "result": _("Result of what comes today"),
    "complex": _("Result of what needs time"),
    "off": _("Day off"),
    "on": _("Day worked"),
    "weight": _("One person's word"),
    "score": _("Part of the score"),
    "severity": _("How grave"),
    "band": _("Least score"),
    "least": _("Voices that make a common need"),
    "half_life": _("Days until a voice weighs half"),
    "full_at": _("Voices that count in full"),
    "keep": _("Days kept"),
    "task": _("Task"),
    "certificate": _("Days a certificate holds"),
    "locks": _("Who has no certificate is kept out"),
    "code": _("Category"),
    "department": _("Who answers"),
    "wording": _("Sentence"),
}
EFFECTED: Final[dict[str, Any]] = {
    "": "",
    "contact": _("contact (kept)"),
    "contact_young": _("contact of young people"),
    "words": _("words"),
    "drawing": _("drawing"),
    "voice": _("spoken message"),
    "paper": _("on paper"),
    "meeting": _("at a meeting"),
    "danger": _("danger"),
    "failure": _("failure"),
    "inconvenience": _("inconvenience"),
    "wish": _("wish"),
}
KINDS: Final[dict[str, Any]] = {
    "text": _("a field to write in"),
    "integer": _("a number"),
    "decimal": _("a number"),
    "date": _("a day"),
    "range": _("a scale"),
    "image": _("a place to draw"),
    "audio": _("a spoken message"),
    "select_one": _("one of a list that changes"),
    "select_multiple": _("some of a list that changes"),
    "rank": _("in order"),
    "acknowledge": _("a tick"),
}
TOPIC_STATES: Final[dict[str, Any]] = {
    "proposed": _("proposed"),
    "confirmed": _("confirmed"),
    "merged": _("merged (topic)"),
    "dissolved": _("dissolved"),
}
TOPIC_DEEDS: Final[dict[str, Any]] = {
    "confirm": _("Confirmed"),
    "rename": _("Renamed"),
    "merge": _("Merged"),
    "split": _("Split"),
    "dissolve": _("Dissolved"),
    "judge": _("Judged"),
    "raise": _("Raised"),
    "ask_lower": _("Asked to lower"),
    "lower": _("Lowered"),
    "move": _("Moved"),
}
TOPIC_REFUSALS: Final[dict[str, Any]] = PANEL | {
    "name": _("It needs a name."),
    "into": _("Choose another topic of the same venue."),
    "split": _("Choose some of the cases, not all, and a name."),
    "judge": _("Numbers from 0 to 1, please."),
    "band": _("That is not higher, or not lower. Safety and law stay first."),
    "second": _("You asked for it yourself: a second person must agree."),
    "state": _("This topic is not open any more."),
    "why": _("Please say why."),
    "improve": _("Problem, measure, cost, day and indicator are all needed."),
    "use": _("First count its use: seats, who came, what it cost."),
}
TERMS: Final[dict[str, Any]] = {
    "frequency": _("how many"),
    "severity": _("how grave"),
    "equity": _("fairness"),
    "legal": _("duty"),
    "trend": _("trend"),
    "feasibility": _("feasible"),
}
LEFT_OUT: Final[dict[str, Any]] = {
    "few": _("too few people"),
    "teacher": _("no teacher"),
    "room": _("no room that fits"),
    "limits": _("no time or money left"),
}
EARNED: Final[dict[str, Any]] = {
    "earned": _("Points added"),
    "again": _("That has earned before."),
    "cap": _("The limit is reached."),
    "level": _("Heard and counted; points need a check that somebody was here."),
}
EARNING: Final[dict[str, Any]] = {
    "attended": _("Came to an activity"),
    "volunteered": _("Volunteered, by the hour"),
    "lesson": _("A lesson"),
    "taught": _("Taught a lesson"),
    "performed": _("Performed"),
    "constructive": _("Constructive"),
    "adopted": _("Adopted"),
    "booking": _("Priority booking"),
    "ticket": _("Ticket"),
}
THANKS: Final[dict[str, Any]] = {
    "unknown": _("That cannot be done here."),
    "code": _("The code was mistyped."),
    "card": _("No card has this code."),
    "receipt": _("No receipt of ours has this code."),
    "points": _("The card holds too few points."),
    "reference": _("Say what it was for."),
    "signed": _("The slip must be signed first."),
    "stock": _("Say how many, and why."),
    "empty": _("There is none left."),
    "nominate": _("A case, a reason, and only once."),
    "second": _("It takes different people."),
    "consent": _("A name and a reason; a name in full needs its own consent."),
    "voucher_forged": _("This is not one of our vouchers."),
    "voucher_late": _("This voucher is out of date."),
    "voucher_used": _("This voucher was used before."),
    "voucher_revoked": _("This voucher was revoked."),
}
DIMENSIONS: Final[dict[str, Any]] = {
    "category": _("Category"),
    "venue": _("Venue"),
    "age_band": _("Age"),
    "department": _("Department"),
    "channel": _("Channel"),
    "level": _("Verification"),
    "language": _("Language"),
    "form": _("Form"),
    "grade": _("Grade"),
    "state": _("State"),
}
LANGUAGES: Final[dict[str, str]] = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English", "ug": "ئۇيغۇرچە"}
