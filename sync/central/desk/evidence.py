"""Evidence for a court or an authority: one person asks, another lets it out, and the package proves itself."""

import base64
import hashlib
import io
import json
import uuid
import zipfile
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kiosk.records import canonical
from sync.central.cases.models import AccessLog, Case, CaseEvent, CaseRecord, Reply, Tombstone
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Evidence
from sync.central.desk.visible import venues_of
from sync.central.intake.models import Batch, Record
from sync.central.keys import Keys, load

VERIFY: Final = Path(__file__).with_name("verify_evidence.py")
PREFIX: Final = b"xinsheng-evidence/1\n"


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Packages that were asked for; a form to ask, a button to let out what somebody else asked for."""
    if "evidence" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    problem = None
    if request.method == "POST":
        problem = _ask(request, by) if "number" in request.POST else _grant(request, by)
        if problem is None:
            return redirect("desk:evidence")
    rows = Evidence.objects.filter(venue_id__in=venues_of(by)).select_related("asked", "granted").order_by("-id")[:50]
    cases = Case.objects.in_bulk([row.case_id for row in rows])
    shown = [(row, cases.get(row.case_id)) for row in rows]
    return show(request, by, "evidence", {"rows": shown, "problem": problem}, status=422 if problem else 200)


@for_staff
def fetch(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """The package, for whoever asked for it, once somebody else has let it out. Written down each time."""
    row = Evidence.objects.filter(pk=pk, venue_id__in=venues_of(by)).first()
    if row is None or "evidence" not in by.rights:
        raise Http404
    if row.granted_id is None or row.asked_id != by.user:  # type: ignore[attr-defined]
        return show(request, by, "refused", {"problem": "second"}, status=403)
    now = timezone.now()
    AccessLog.objects.create(
        venue_id=row.venue.pk,
        case_id=row.case_id,
        who_id=by.user,
        at=now,
        what="evidence",
        why=row.why,  # type: ignore[attr-defined]
    )
    packed = package(row.case_id, load(settings.PLACES))
    digest = hashlib.sha256(packed).hexdigest()
    Evidence.objects.filter(pk=pk).update(fetched_at=now, digest=digest)
    response = HttpResponse(packed, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="evidence-{pk}.zip"'
    return response


def package(case: uuid.UUID, keys: Keys) -> bytes:
    """Records, batches, events and accesses of a case, their hashes, and the centre's signature over them."""
    ids = list(CaseRecord.objects.filter(case_id=case).values_list("record_id", flat=True))
    records = list(Record.objects.filter(id__in=ids).order_by("id"))
    digests = {bytes(row.batch_digest) for row in records if row.batch_digest}
    files = {
        "records.json": [_record(row) for row in records],
        "batches.json": [_batch(row) for row in Batch.objects.filter(digest__in=digests)],
        "case.json": list(
            Case.objects.filter(id=case).values(
                "id", "number", "state", "category", "grade", "day", "received_day", "words"
            )
        ),
        "events.json": list(CaseEvent.objects.filter(case_id=case).order_by("seq").values()),
        "replies.json": list(Reply.objects.filter(case_id=case).order_by("id").values()),
        "access.json": list(AccessLog.objects.filter(case_id=case).order_by("id").values()),
        "erased.json": list(
            Tombstone.objects.filter(case_id=case)
            .order_by("id")
            .values("source", "epoch", "seq", "why", "who_id", "asked_id", "at")
        ),
    }
    written = {
        name: json.dumps(rows, ensure_ascii=False, indent=1, default=_plain).encode() for name, rows in files.items()
    }
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(written.items())}
    manifest = canonical({"case": str(case), "centre": keys.centre, "files": hashes})
    signature = keys.signing.sign(PREFIX + manifest).signature
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            archive.writestr(name, content)
        archive.writestr("manifest.json", manifest)
        archive.writestr("manifest.signature", signature.hex() + "\n" + bytes(keys.signing.verify_key).hex() + "\n")
        archive.writestr("verify.py", VERIFY.read_text("utf-8"))
    return packed.getvalue()


def _ask(request: HttpRequest, by: Hand) -> str | None:
    number, why = (
        request.POST.get("number", "").strip().upper(),
        request.POST.get("why", "").replace("\0", "").strip()[:500],
    )
    found = list(Case.objects.filter(number=number, venue_id__in=venues_of(by))[:2])
    if len(found) != 1 or len(why) < 10:
        return "reason" if len(found) == 1 else "nothing"
    Evidence.objects.create(
        venue_id=found[0].venue_id, case_id=found[0].id, why=why, asked_id=by.user, asked_at=timezone.now()
    )
    return None


def _grant(request: HttpRequest, by: Hand) -> str | None:
    pk = request.POST.get("grant", "")
    rows = Evidence.objects.filter(pk=int(pk) if pk.isdecimal() else 0, granted=None, venue_id__in=venues_of(by))
    granted = rows.exclude(asked_id=by.user).update(granted_id=by.user, granted_at=timezone.now())
    return None if granted else "second"


def _record(row: Record) -> dict[str, Any]:
    return {
        **{name: getattr(row, name) for name in ("source", "epoch", "seq", "type")},
        "head": bytes(row.head).decode(),
        "body": bytes(row.body).decode() if row.body is not None else None,
        "link": bytes(row.link).hex(),
        "received_at": row.received_at.isoformat(),
    }


def _batch(row: Batch) -> dict[str, Any]:
    return {
        "digest": bytes(row.digest).hex(),
        "header": bytes(row.header).decode(),
        "trailer": bytes(row.trailer).decode(),
        "receipt": bytes(row.receipt).decode(),
    }


def _plain(value: Any) -> str:
    return base64.b64encode(bytes(value)).decode() if isinstance(value, bytes | memoryview) else str(value)
