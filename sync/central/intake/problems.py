"""Everything the device API says no to. One number per cause, never reused; the whole part is the HTTP status.

Only a refusal, signed by the centre, is a verdict on a batch. A problem is not signed: to a terminal it is weather.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponse

from kiosk.errors import CallerError
from kiosk.records import canonical


@dataclass(frozen=True, slots=True)
class Problem:
    """A cause: its number and what people read."""

    code: str
    message: str

    @property
    def status(self) -> int:
        return int(self.code.split(".")[0])


UNREADABLE_BATCH: Final = Problem("400.1", "The batch could not be read.")
UNREADABLE_REQUEST: Final = Problem("400.2", "The request is not of its form.")
NO_TOKEN: Final = Problem("401.1", "No terminal is known by this token.")
WRONG_CODE: Final = Problem("403.1", "There is no such enrolment code.")
OLD_CODE: Final = Problem("403.2", "The enrolment code has expired.")
USED_CODE: Final = Problem("403.3", "The enrolment code was used before.")
WRONG_SIGNATURE: Final = Problem("403.4", "The batch was not signed by this terminal's key.")
OTHER_SOURCE: Final = Problem("403.5", "The batch is of another source than the terminal that sent it.")
REVOKED: Final = Problem("403.6", "This terminal was taken out of service.")
NOT_ENROLLED: Final = Problem("403.7", "No terminal of this source was ever enrolled here.")
NOT_FOUND: Final = Problem("404.1", "There is nothing at this address.")
OTHER_HEAD: Final = Problem("409.1", "A record with the same identity and body is held with another head.")
TOO_LARGE: Final = Problem("413.1", "The request is larger than a batch may be.")
TOO_OFTEN: Final = Problem("429.1", "Too many wrong enrolment codes from this address.")
FLOOD: Final = Problem("429.2", "Too many requests at once.")
BUG: Final = Problem("500.1", "The centre made a mistake. It is in its log.")
BUSY: Final = Problem("503.1", "The centre is busy.")
NO_ROOM: Final = Problem("503.2", "The centre's disk refuses to write.")


class ProblemError(CallerError):
    """A problem on its way to the answer. `retry_after` is in seconds."""

    def __init__(self, problem: Problem, place: str = "", retry_after: int | None = None) -> None:
        super().__init__(f"{place}: {problem.message}" if place else problem.message)
        self.problem, self.place, self.retry_after = problem, place, retry_after


def answer(problem: Problem, place: str = "", retry_after: int | None = None) -> HttpResponse:
    """The problem as an HTTP answer: {"code", "message", "place"}."""
    document: dict[str, Any] = {"code": problem.code, "message": problem.message, "place": place}
    response = HttpResponse(canonical(document), status=problem.status, content_type="application/json")
    if problem.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response
