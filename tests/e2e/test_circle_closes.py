"""The circle closes: an answer given at the desk is on the phone at once and on an online terminal within a minute.

A real centre, a real terminal with its window and courier, each a process; the phone is a plain HTTP client.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from tests.central.central_process import Centre
from tests.e2e.first_light import ROOT, done, environ

VISITOR = Path(__file__).with_name("waiting_visitor.py")
WITHIN_S = 60.0
ANSWER = """
from django.utils import timezone
from sync.central.cases import moves
from sync.central.cases.models import Case
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES
case = Case.objects.get()
for deed in (
    Deed("classify", category="F4"),
    Deed("dispatch", department="logistics"),
    Deed("answer", text={"zh-Hans": "空调修好了。"}),
):
    moves.act(case.id, deed, RULES, timezone.now())
"""
ASK = """
from django.utils import timezone
from sync.central.cases import threads
from sync.central.cases.models import Case
from sync.central.cases.roles import RULES
threads.ask(Case.objects.get().id, {"zh-Hans": "是哪一间教室？"}, RULES, timezone.now())
"""


def phone(centre: Centre, code: str) -> str:
    with requests.Session() as session:
        session.trust_env = False
        return session.post(f"{centre.url}/c", {"code": code}, timeout=20).text


def until(what: str, seen, within_s: float = 30.0) -> float:
    """Seconds until it was seen."""
    began = time.monotonic()
    while not seen():
        assert time.monotonic() - began < within_s, what
        time.sleep(0.2)
    return time.monotonic() - began


@pytest.mark.all
@pytest.mark.timeout(240)
def test_an_answer_a_question_and_a_reply_go_round(centre, tmp_path):
    data = tmp_path / "kiosk"
    done(data, "enrol", centre.url, centre.code())
    with subprocess.Popen(
        [sys.executable, VISITOR, str(data)],
        env=environ(),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as visitor:
        assert visitor.stdout is not None
        assert visitor.stdin is not None
        said = iter(visitor.stdout.readline, "")
        code = json.loads(next(said))["code"]
        assert json.loads(next(said)) == {"found": True}
        until("the case at the centre", lambda: "还没有查到" not in phone(centre, code))

        centre.python(ANSWER)
        began = time.monotonic()
        assert "空调修好了。" in phone(centre, code)
        assert json.loads(next(said)) == {"answer": True}
        assert time.monotonic() - began < WITHIN_S

        centre.python(ASK)
        began = time.monotonic()
        assert "是哪一间教室？" in phone(centre, code)
        assert json.loads(next(said)) == {"question": True}
        assert time.monotonic() - began < WITHIN_S

        assert json.loads(next(said)) == {"replied": True}
        until("the reply at the desk", lambda: "是 203" in phone(centre, code))
        visitor.stdin.write("\n")
        visitor.stdin.flush()
        assert visitor.wait(30) == 0


PLUS_ONE = """
import os, sys
from pathlib import Path
from kiosk.config import load_config
from ui.backroom import Backroom
from kiosk.clock import local_now
data = Path(sys.argv[1])
room = Backroom(load_config(data, os.environ), Path("assets"), local_now)
room.begin()
for _ in range(2):
    room.support("opera")
room.forget()
room.begin()
room.support("opera")
room.close()
"""


def test_plus_ones_made_offline_are_counted_once_by_whatever_road_they_come(centre, tmp_path):
    data, stick = tmp_path / "kiosk", tmp_path / "stick"
    done(data, "enrol", centre.url, centre.code())
    centre.done("card", "put", "opera", "--need", "多开戏曲班", "--measure", "正在排课")
    plus = [sys.executable, "-c", PLUS_ONE, str(data)]
    subprocess.run(plus, env=environ(), cwd=ROOT, check=True, timeout=60)

    done(data, "export", stick)
    centre.done("ingest", *sorted(stick.glob("*.xsb")))
    done(data, "sync", "--once")
    centre.done("work")

    assert "opera  doing" in (listed := centre.done("card", "list"))
    assert listed.split()[3] == "2"
