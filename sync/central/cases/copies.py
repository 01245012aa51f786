"""What a centre keeps of one visit, for the visitor: every record as it came, what was said since, what was done."""

import json
from collections.abc import Mapping
from typing import Any

from sync.central.cases import library
from sync.central.cases.models import Case, CaseEvent, CaseRecord, DataRequest, Message, Reply
from sync.central.cases.pieces import Piece, read
from sync.central.cases.projector import stored

FORMAT = "xinsheng-copy/1"


def copy(case: Case) -> dict[str, Any]:
    """Everything, as plain values. What was sealed is named and stays sealed; other visits are not in it."""
    ids = list(CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True))
    pieces = sorted((piece for one in stored(ids) if (piece := read(one)) is not None), key=lambda piece: piece.time)
    return {
        "format": FORMAT,
        "number": case.number,
        "state": case.state,
        "records": [_record(piece) for piece in pieces],
        "thread": [
            {"from": one.sender, "text": one.text, "time": one.at.isoformat(timespec="seconds")}
            for one in Message.objects.filter(case_id=case.id, public=True).order_by("at")
        ],
        "answers": [
            {"text": one.text, "day": one.day.isoformat()}
            for one in Reply.objects.filter(case_id=case.id, public=True, hidden=False).order_by("id")
        ],
        "steps": [
            {"state": one.state, "day": one.day.isoformat()}
            for one in CaseEvent.objects.filter(case_id=case.id).order_by("seq")
        ],
        "requests": [
            {"kind": one.kind, "time": one.at.isoformat(timespec="seconds"), "due": one.due.isoformat()}
            for one in DataRequest.objects.filter(case_id=case.id).order_by("at")
        ],
    }


def plain(copy: Mapping[str, Any]) -> str:
    """The copy as JSON that other programs, and people, can read."""
    return json.dumps(copy, ensure_ascii=False, indent=2)


def _record(piece: Piece) -> dict[str, Any]:
    return {
        "type": piece.type,
        "id": piece.id,
        "time": piece.time.isoformat(timespec="seconds"),
        "form": piece.form,
        "form_version": piece.form_version,
        "language": piece.language,
        "channel": piece.channel,
        "answers": dict(piece.answers),
        "shown": [{"question": question, "answer": answer} for question, answer in _shown(piece)],
        "consents": sorted(piece.consents),
        "sealed_contact": piece.sealed,
    }


def _shown(piece: Piece) -> list[tuple[str, str]]:
    """Question and answer in the words that stood on the screen, as far as this centre has the form."""
    form = library.form(piece.form) if piece.form else None
    rows = []
    for name, value in piece.answers.items():
        question = form.by_name.get(name) if form else None
        label = question.text.plain("zh") if question else name
        listed = question.itemset if question else None
        items = {item.name: item.text.plain("zh") for item in listed.items} if listed else {}
        values = value if isinstance(value, list) else [value]
        said = "…" if isinstance(value, dict) else ", ".join(items.get(str(one), str(one)) for one in values)
        rows.append((label or name, said))
    return rows
