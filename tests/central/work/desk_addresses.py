"""Every address of the desk, and who has it. A new one fails a test until it stands here."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

WHY = "这里写的是一个足够长的理由"
WEEK = (date(2026, 11, 16), date(2026, 11, 22))
NOBODY = uuid.UUID(int=7)


@dataclass(frozen=True)
class Way:
    """One address. right: who has it gets in; nothing: whoever is logged in; "out": nobody needs to be.

    form: what is posted; none: it is only looked at. of: what stands in the address, by the names of things().
    """

    right: str
    form: dict[str, Any] | None = None
    of: dict[str, Any] = field(default_factory=dict)


CASE = {"identity": "case"}
EVERY: dict[str, Way] = {
    "log-in": Way("out"),
    "second": Way("out"),
    "all-published": Way("out"),
    "published": Way("out", of={"pk": "report"}),
    "log-out": Way("out", {}),
    "language": Way("out", {"language": "en"}),
    "overview": Way(""),
    "practice": Way("", {}),
    "office": Way(""),
    "training": Way(""),
    "factor": Way(""),
    "wordings": Way(""),
    "views": Way("", {"name": "", "query": ""}),
    "list": Way(""),  # of cases that one may see: none, for some
    "case": Way("see", of=CASE),
    "do": Way("answer", {"kind": "answer", "text": WHY, "seen": 2}, CASE),
    "time": Way("time", {"why": WHY}, CASE),
    "contact": Way("contact", {"why": WHY}, CASE),
    "voice": Way("contact", {"why": WHY}, CASE | {"name": "nothing"}),
    "ask": Way("ask", {"text": WHY}, CASE),
    "quote": Way("excerpt", {"what": "draft", "text": WHY}, CASE),
    "purge": Way("purge", {"why": WHY}, CASE),
    "bulk": Way("bulk", {"kind": "classify"}),
    "enter": Way("enter"),
    "enter-slip": Way("enter", {"words": "话", "day": "2026-11-23", "channel": "paper"}),
    "meeting": Way("enter", {"title": "会", "day": "2026-11-23", "host": "何", "people": "3", "items": "一条"}),
    "stick": Way("ingest", {}),
    "receipts": Way("ingest"),
    "meetings": Way("looks"),
    "reports": Way("figures"),
    "behind": Way("figures", of={"name": "received"}),
    "report-draft": Way("publish", {"kind": "week", "text": WHY}),
    "report": Way("publish", {}, {"pk": "report"}),
    "report-file": Way("figures", of={"pk": "report", "what": "wall"}),
    "rota": Way("rota", {"what": "away"}),
    "moderation": Way("excerpt"),
    "looks": Way("looks"),
    "patterns": Way("patterns"),
    "access": Way("patterns"),
    "tasks": Way("tasks", {"task": "0"}),
    "jobs": Way("export", {"kind": "export", "format": "csv"}),
    "job": Way("export", of={"pk": "job"}),
    "rights": Way("rights"),
    "settle": Way("rights", {"note": WHY, "refuse": "1"}, {"identity": NOBODY}),
    "evidence": Way("evidence", {"number": "nothing", "why": WHY}),
    "evidence-file": Way("evidence", of={"pk": "evidence"}),
    "people": Way("people", {"name": "mallory", "role": "administrator"}),
    "wordings-save": Way("templates", {"name": "甲", "text": "乙", "why": WHY}),
    "settings": Way("settings"),
    "setting": Way("configure", {"do": "change", "text": "first_answer = 2", "why": WHY}, {"name": "deadlines.toml"}),
    "forms": Way("settings"),
    "topics": Way("figures"),
    "topic": Way("figures", of={"pk": 7}),
    "topic-do": Way("topics", {"kind": "confirm", "name": "甲", "why": WHY}, {"pk": 7}),
    "figures": Way("figures"),
    "figures-behind": Way("see"),
    "figures-asked": Way("figures"),
    "figures-week": Way("figures"),
    "figures-others": Way("figures"),
    "capacity": Way("topics", {}),
    "health": Way("tasks"),
    "judging": Way("figures"),
    "judging-package": Way("figures"),
    "grading": Way("publish"),
    "evaluation": Way("publish", {"kind": "publish"}, {"pk": 7}),
    "plans": Way("figures"),
    "plan-make": Way("topics", {}),
    "plan": Way("figures", of={"pk": 7}),
    "plan-sign": Way("topics", {}, {"pk": 7}),
    "thanks": Way("thanks"),
    "thanks-do": Way("thanks", {"kind": "issue"}),
    "honour": Way("thanks", of={"number": "H-7"}),
}
