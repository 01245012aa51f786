"""Server time of the desk's pages, and of what visitors look up, in a centre that holds very many cases.

XINSHENG_ITEMS says how many (20,000). They are put straight into the tables of a real schema; then Django's own client
asks for whole pages, in process. XINSHENG_BENCH_DATA and XINSHENG_BENCH_DATABASE: see ground.py.
"""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from tests.bench.figures import Figure, median, percentile, timed_ms
from tests.bench.ground import filled_centre

ITEMS = int(os.environ.get("XINSHENG_ITEMS", "20000"))
ROUNDS = 25
LIMIT_MS = 200  # p95 of server time, of every list and page of the desk
INSIGHT_MS = 300  # the same, of what the voices add up to
LISTS = {
    "open": "",
    "late": "late=1",
    "closed": "state=closed",
    "all_newest": "state=all&order=new",
    "category": "category=F&state=all&order=new",
    "grade_channel": "grade=1&channel=phone&state=all&order=new",
    "department": "department=training",
    "lane": "lane=bad",
    "mine": "whose=mine",
    "call_back": "wait=call",
}
SEARCHES = {"rare": "空中花园", "common": "老师", "two": "老师 扶手", "none": "没有人说过的话"}


def measure() -> Iterator[Figure]:
    with filled_centre(ITEMS) as filled:
        yield Figure("desk.items", filled.cases, "cases")
        yield Figure("desk.filling", filled.seconds, "s")
        for name, ask in _pages(filled).items():
            yield from _timed(name, ask)
        for name, ask in _insight(filled).items():
            yield from _timed(f"insight.{name}", ask, INSIGHT_MS)


def _timed(name: str, ask: Callable[[], object], limit: float = LIMIT_MS) -> Iterator[Figure]:
    ask()  # compiles the templates, loads what is read once
    begun = time.process_time()
    times = [timed_ms(ask) for _ in range(ROUNDS)]
    worked = (time.process_time() - begun) * 1000 / ROUNDS  # what it costs where others want the processor too
    yield Figure(f"desk.{name}.processor", worked, "ms")
    yield Figure(f"desk.{name}.p50", median(times), "ms")
    yield Figure(f"desk.{name}.p95", percentile(times, 0.95), "ms", limit)


def _pages(filled: Any) -> dict[str, Callable[[], object]]:
    """What is asked for, by the figure's name. Each call is one request."""
    supervisor, handler, visitor = filled.client("supervisor"), filled.client("handler"), filled.client()
    turn = iter(filled.some * (1 + 2 * ROUNDS // len(filled.some)))
    pages: dict[str, Callable[[], object]] = {
        "first_page": _get(supervisor, "/desk/"),
        "first_page.handler": _get(handler, "/desk/"),
        "list.handler": _get(handler, "/desk/cases"),
        "case": lambda: _seen(supervisor.get(f"/desk/cases/{next(turn)}")),
        "results.month": _get(supervisor, f"/desk/results?kind=month&day={filled.month}"),
        "results.behind": _get(supervisor, f"/desk/results/behind/answered?kind=month&day={filled.month}"),
        "figures": _get(supervisor, "/desk/figures"),
        "topics": _get(supervisor, "/desk/topics"),
        "code": lambda: _seen(visitor.post("/c", {"code": filled.code})),
        "board": _get(visitor, "/board"),
    }
    pages |= {f"list.{name}": _get(supervisor, f"/desk/cases?{query}") for name, query in LISTS.items()}
    deep = "state=all&order=new&after=" + filled.deep
    pages["list.deep"] = _get(supervisor, f"/desk/cases?{deep}")
    return pages | {
        f"search.{name}": _get(supervisor, f"/desk/cases?state=all&text={text}") for name, text in SEARCHES.items()
    }


def _insight(filled: Any) -> dict[str, Callable[[], object]]:
    """The pages of analysis, on what they rest on."""
    from tests.bench import desk_filling, desk_insight  # Django is set up only now

    today = date.today()  # noqa: DTZ011
    desk_insight.fill(desk_filling.VENUES, today)
    client = filled.client("supervisor")
    return {name: _get(client, path) for name, path in desk_insight.paths(today).items()}


def _get(client: Any, path: str) -> Callable[[], object]:
    return lambda: _seen(client.get(path))


def _seen(response: Any) -> None:
    assert response.status_code == 200, (response.status_code, response.request["PATH_INFO"])
