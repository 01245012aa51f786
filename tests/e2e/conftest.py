import os
import shutil

import pytest

from tests.central.central_process import Centre


@pytest.fixture
def centre(tmp_path):
    with Centre.prepared(tmp_path / "central").serving() as serving:
        yield serving


@pytest.fixture
def browser():
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI=true promises it")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
