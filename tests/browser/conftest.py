"""A real Chromium and the finished guide served to it."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator

import pytest
from career_graph.preview import PreviewHandler, PreviewServer
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from real_site import RealSite

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine. Where there is none the test is skipped; in CI that is a failure."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        message = f"no browser found (looked for {', '.join(BROWSERS)}); on Debian: apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(real_site: RealSite) -> Iterator[str]:
    """Where the finished guide is served."""
    server = PreviewServer(("127.0.0.1", 0), functools.partial(PreviewHandler, directory=str(real_site.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()
