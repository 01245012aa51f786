"""What the tests of the desk begin with: somebody of the staff, a case on its way, a contact in its box."""

from datetime import date

from django.contrib.auth.models import User
from lobby import MONDAY, the_case

from kiosk.privacy import seal_contact
from sync.central.cases import moves, people
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES, hand
from sync.central.keys import load

TODAY = date(2026, 11, 24)


def somebody(name, *roles, department=""):
    people.set_up(name, roles=roles, department=department)
    return hand(User.objects.get(username=name))


def acted(case, *deeds, by=RULES, at=MONDAY):
    for deed in deeds:
        case = moves.act(case.id, deed, by, at)
    return case


CLASSIFIED = (Deed("classify", category="F4"), Deed("dispatch", department="logistics"))
CLOSED = (*CLASSIFIED, Deed("answer", text={"zh-Hans": "已经请人来修好了。"}), Deed("close", evidence="维修单 12 号"))


def sealed_case(lobby, **parts):
    import base64

    from lobby import visitor

    subject = visitor()
    from django.conf import settings

    box = seal_contact(bytes(load(settings.PLACES).sealing.public_key), subject, {"phone": "13800001234"})
    return the_case(lobby.says("请打电话给我", subject=subject, sealed=base64.b64encode(box).decode(), **parts))


def one_of_each(lobby) -> dict[str, object]:
    """One of each thing that an address of the desk names, by its name in desk_addresses."""
    from desk_addresses import WEEK, WHY

    from sync.central.cases.figures import figures
    from sync.central.cases.models import Report
    from sync.central.desk.models import Evidence, Job

    case, by = acted(sealed_case(lobby, grade=1, category="F"), *CLASSIFIED), somebody("zheng", "supervisor")
    job = Job.objects.create(kind="export", who_id=by.user, at=MONDAY, state="done")
    evidence = Evidence.objects.create(venue_id="donghu", case_id=case.id, why=WHY, asked_id=by.user, asked_at=MONDAY)
    report = Report.objects.create(
        venue_id="donghu",
        kind="week",
        first=WEEK[0],
        last=WEEK[1],
        version=1,
        figures=figures("donghu", WEEK[0], WEEK[1]),
        made=MONDAY,
        who_id=by.user,
    )
    return {"case": case.id, "job": job.pk, "evidence": evidence.pk, "report": report.pk}
