"""How a test walks from page to page in a real browser: never on before the page that was asked for is there."""

from playwright.sync_api import Locator, Page


def turn(page: Page, what: str | Locator) -> None:
    """Clicks what leads to another page, and waits for that page.

    Without the wait the next look may still find the page that is being left, and count what stands there.
    """
    with page.expect_navigation():
        (page.locator(what).first if isinstance(what, str) else what).click()
