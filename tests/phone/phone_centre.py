"""A centre that phones reach by https under its public name, and a browser that believes in that name."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from phone_terminal import PUBLIC
from playwright.sync_api import Browser, Page, sync_playwright

from kiosk.store import FILE, Store
from sync.codes import read_enrol_code
from sync.enrol import enrol
from sync.identity import Enrolment, load_identity, save_enrolment
from tests.central.central_process import Centre

NAME = urlsplit(PUBLIC).hostname
NOWHERE = "https://127.0.0.1:9"


@contextmanager
def serving(data: Path) -> Iterator[Centre]:
    """A centre on all addresses, so by its own TLS."""
    centre = Centre.prepared(data)
    with centre.serving("--host", "0.0.0.0", CENTRAL_PUBLIC_URL=PUBLIC):
        centre.url = centre.url.replace("0.0.0.0", "127.0.0.1")
        yield centre


@contextmanager
def plainly_serving(data: Path) -> Iterator[Centre]:
    """A centre with one venue, on loopback alone."""
    centre = Centre.prepared(data)
    centre.code("lobby")
    with centre.serving():
        yield centre


@contextmanager
def launched(*arguments: str) -> Iterator[Browser]:
    """Debian's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI=true promises it")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", *arguments])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def chromium(centre: Centre) -> Iterator[Browser]:
    """The same, with a resolver that sends the public name to this centre and knows no other."""
    port = urlsplit(centre.url).port
    with launched(f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{port}, MAP * ~NOTFOUND") as browser:
        yield browser


def new_page(browser: Browser, **more: Any) -> Page:
    """A phone: small, with no storage of before."""
    settings = {"viewport": {"width": 390, "height": 800}, "ignore_https_errors": True} | more
    return browser.new_context(**settings).new_page()


def join(centre: Centre, data: Path, clock: Any) -> Enrolment:
    """Enrols a terminal's data folder with the centre, as a clerk would."""
    data.mkdir(parents=True, exist_ok=True)
    code = read_enrol_code(centre.code("lobby"))
    with Store.open(data / FILE, clock) as store:
        return enrol(data, store, load_identity(data), centre.url, code, version="0.1.0")


def cut_off(data: Path, enrolment: Enrolment) -> None:
    """From here on the terminal reaches nobody."""
    save_enrolment(data, replace(enrolment, url=NOWHERE))


def sync(data: Path, enrolment: Enrolment, clock: Any) -> None:
    """The way to the centre is there again: send what waits."""
    from sync.courier import Idle
    from sync.terminal import open_courier

    save_enrolment(data, enrolment)
    with Store.open(data / FILE, clock) as store:
        courier = open_courier(data, store)
        assert courier is not None
        for _ in range(20):
            if isinstance(courier.run_once(clock()), Idle) or not store.status().unsent:
                return
        raise AssertionError("the terminal still has something to send")
