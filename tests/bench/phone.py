"""The form pages on a slow phone: weight, requests, time until they can be used, and the server's own time a page.

Slow phone: a processor four times slower than this one, 400 kbit/s and 400 ms of round trip, nothing kept. The pages
come from `central serve` on loopback. And the terminal's side: packing and drawing a code. What the processor does for
a page and for a code stands beside the time on the wall, for that is the same on a busy machine.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, median, percentile

WEIGHT_KB, SERVER_MS, CODE_P95_MS = 100, 20, 100
VERSION_MAX, SIDE_MM = 14, 110
ROUNDS = 60
STEPS = ({"q.grade": "2"}, {"q.reasons": "204"}, {"q.words": "楼梯的灯坏了"}, {"q.reply": "no"})
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 25_000}


def measure() -> Iterator[Figure]:
    from tests.central.central_process import Centre

    with tempfile.TemporaryDirectory() as folder:
        centre = Centre(Path(folder) / "centre", None)
        centre.code("lobby")
        server = centre.start()
        try:
            before = _cpu_s(server.pid)
            yield from _server(centre.url)
            pages = ROUNDS * (1 + len(STEPS))
            yield Figure("phone.server.cpu", (_cpu_s(server.pid) - before) * 1000 / pages, "ms", SERVER_MS)
            yield from _browser(centre.url)
        finally:
            server.terminate()
            server.communicate(timeout=20)
    yield from _code()


def _server(url: str) -> Iterator[Figure]:
    """Milliseconds of a whole request over loopback: the first page, and each page after it."""
    import requests
    from lxml import html

    http = requests.Session()
    http.trust_env = False
    first, steps = [], []
    for _ in range(ROUNDS):
        page = _timed(first, lambda: http.get(f"{url}/f/quick-rating", timeout=20))
        for answer in STEPS:
            form = html.fromstring(page.text).get_element_by_id("f")
            hidden = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
            fields = hidden | answer | {"do": "next"}
            page = _timed(steps, lambda fields=fields: http.post(f"{url}/f/step", data=fields, timeout=20))
    yield Figure("phone.server.first.p50", median(first), "ms", SERVER_MS)
    yield Figure("phone.server.step.p50", median(steps), "ms", SERVER_MS)
    yield Figure("phone.server.step.p95", percentile(steps, 0.95), "ms")


def _cpu_s(pid: int) -> float:
    """Seconds of processor that a process and those below it have had."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(_cpu_s(int(child)) for child in children)


def _timed(times: list[float], ask):
    began = time.perf_counter_ns()
    answer = ask()
    times.append((time.perf_counter_ns() - began) / 1e6)
    assert answer.status_code == 200
    return answer


def _browser(url: str) -> Iterator[Figure]:
    """One cold visit in Debian's Chromium; without it these figures are left out."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
        sizes: list[int] = []
        page.on("response", lambda response: sizes.append(len(response.body())))
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        began = time.perf_counter()
        page.goto(f"{url}/f/quick-rating", wait_until="load")
        page.locator("input[type=radio]").first.check()
        usable = time.perf_counter() - began
        page.wait_for_load_state("networkidle")
        browser.close()
    yield Figure("phone.first_page.weight", sum(sizes) / 1000, "kB", WEIGHT_KB)
    yield Figure("phone.first_page.requests", len(sizes), "requests")
    yield Figure("phone.slow.interactive", usable * 1000, "ms")


def _code() -> Iterator[Figure]:
    """Packing and drawing the codes of the eight forms with 100 Han of words, as the worker does it."""
    import random
    import uuid
    from datetime import UTC, datetime

    from nacl.public import PrivateKey

    from sync import coderoom, handoff
    from tests.sync.handoff_kit import EIGHT, FORMS, PREFIX, half_filled
    from ui.handoffcode import draw, modules

    terminal, centre = PrivateKey.generate(), PrivateKey.generate()
    times, worked, versions = [], [], []
    for turn in range(ROUNDS):
        form = FORMS[EIGHT[turn % len(EIGHT)]]
        visit = half_filled(form, random.Random(turn), share=1.0, han=100)
        began, cpu = time.perf_counter_ns(), time.process_time_ns()
        fitted = coderoom.fit(form, visit.answers(), PREFIX, coderoom.VERSION_MAX)
        assert fitted is not None
        code, values = fitted
        clear = handoff.Clear(7, uuid.UUID(int=turn), turn)
        digits = handoff.seal(clear, form, values, datetime.now(UTC), terminal, bytes(centre.public_key))
        draw(modules(PREFIX, digits, code), 5)
        times.append((time.perf_counter_ns() - began) / 1e6)
        worked.append((time.process_time_ns() - cpu) / 1e6)
        versions.append(code.version)
    yield Figure("phone.code.p95", percentile(times, 0.95), "ms", CODE_P95_MS)
    yield Figure("phone.code.cpu.p95", percentile(worked, 0.95), "ms", CODE_P95_MS)
    yield Figure("phone.code.version", max(versions), "version", VERSION_MAX)
    yield Figure("phone.code.side", (17 + 4 * max(versions) + 8) * 5 * 0.248, "mm", SIDE_MM)  # 5 pixels on 21.5"
