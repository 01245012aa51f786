"""A terminal asks the centre live: the terminal's own half against the centre's own views, the socket left out."""

from dataclasses import replace
from uuid import uuid4

import pytest
from circle_kit import answered, receipt
from django.conf import settings
from django.test import Client
from django.utils import timezone
from lobby import MONDAY, project

from kiosk.receipts import new_code
from sync.asking import Asked, Told, exchange
from sync.central import keys
from sync.central.cases import threads
from sync.central.cases.models import Case, Failure
from sync.central.cases.roles import RULES
from sync.central.intake.enrol import token_digest
from sync.central.intake.models import Record, Terminal
from sync.identity import Enrolment
from sync.link import Reply, Request, Unreachable


class Views:
    """The centre's views as a wire."""

    def __init__(self) -> None:
        self.client = Client()
        self.last = b""

    def exchange(self, request: Request) -> Reply:
        bearer = {"authorization": f"Bearer {request.token}"}
        answer = self.client.post(request.path, request.body, content_type=request.content_type, headers=bearer)
        self.last = answer.content
        return Reply(answer.status_code, answer.content)


@pytest.fixture
def enrolment(lobby) -> Enrolment:
    digest = token_digest("secret")
    Terminal.objects.create(
        source="terminal/aa",
        venue_id=lobby.venue,
        token_digest=digest,
        signing_key=b"1",
        box_key=b"2",
        enrolled_at=timezone.now(),
    )
    ours = keys.load(settings.PLACES)
    return Enrolment(
        url="https://centre.example",
        centre=ours.centre,
        terminal=1,
        token="secret",
        signing_key=bytes(ours.signing.verify_key),
        sealing_key=b"3",
        box_key=b"4",
        venue=lobby.venue,
        venue_name={},
        salt=b"5",
        public_url=None,
        certificate=None,
        vouched=None,
    )


@pytest.fixture
def tell(enrolment):
    wire = Views()

    def told(code: str, act: str = "", name: str = "") -> Told | Unreachable:
        return exchange(wire, enrolment, Asked(code, act), name or str(uuid4()))

    told.wire = wire
    return told


def test_the_thread_comes_with_the_case(lobby, tell):
    given = answered(lobby)
    threads.ask(given.case.id, {"zh-Hans": "是哪一间教室？"}, RULES, MONDAY)

    told = tell(given.code)

    assert (told.case["key"], told.case["state"], told.case["asked"]) == (given.key, "answered", 1)
    assert [(turn["from"], turn["text"]["zh-Hans"]) for turn in told.thread] == [("staff", "是哪一间教室？")]
    assert (told.problem, told.withdrawn) == ("", False)
    assert b"18:15" not in tell.wire.last


def test_it_is_taken_back_from_the_terminal_and_twice_is_once(lobby, tell):
    given = receipt(lobby)
    project()

    assert tell(given.code, "withdraw").withdrawn
    assert tell(given.code, "withdraw").withdrawn

    assert Case.objects.get().withdrawn
    body = Record.objects.get(type="feedback.withdrawn").body
    assert b'"channel":"kiosk"' in bytes(body)


def test_only_failures_are_limited_and_by_terminal(lobby, tell):
    given = receipt(lobby)
    project()
    for _ in range(8):
        assert tell(given.code).problem == ""
    for _ in range(5):
        assert tell(new_code()).problem == "unknown"

    refused = tell(given.code)

    assert (refused.problem, refused.case) == ("wait", None)
    assert {failure.kind for failure in Failure.objects.all()} == {"device"}


def test_a_mistyped_code_counts_as_a_guess_here(tell):
    assert tell("0" * 10).problem == "unknown"  # a terminal checks before it asks, so this is no slip of a finger
    assert Failure.objects.count() == 1


def test_an_answer_to_another_question_or_of_anybody_else_is_none(lobby, tell, enrolment):
    given = receipt(lobby)
    project()
    tell(given.code)

    class Again:
        def exchange(self, request):
            return Reply(200, tell.wire.last)

    assert isinstance(exchange(Again(), enrolment, Asked(given.code), str(uuid4())), Unreachable)
    stranger = replace(enrolment, signing_key=bytes(32))
    assert isinstance(exchange(Views(), stranger, Asked(given.code), str(uuid4())), Unreachable)


def test_a_terminal_out_of_service_is_told_nothing(lobby, tell):
    given = receipt(lobby)
    project()
    Terminal.objects.update(revoked_at=timezone.now())

    assert isinstance(tell(given.code), Unreachable)
