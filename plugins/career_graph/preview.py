"""Shows the site on this machine and builds it again whenever a file changes."""

from __future__ import annotations

import functools
import http.server
import runpy
import threading
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any

import jinja2
import watchfiles

from .problems import Problem, Severity, report
from .site_build import SiteBuild, summary


def serve(root: Path, port: int) -> None:
    """Build the site below `root`, serve it on `port` of this machine, and build again on every change until interrupted."""
    settings = runpy.run_path(str(root / "pelicanconf.py"))
    content, theme, output, cache = (root / settings[name] for name in ("PATH", "THEME", "OUTPUT_PATH", "CACHE_PATH"))
    site = SiteBuild(content, theme, output, cache, f"http://localhost:{port}", gallery=True)
    shown = build_and_report(site, set())
    server = PreviewServer(("127.0.0.1", port), functools.partial(PreviewHandler, directory=str(site.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://localhost:{port}/ shows the site. Save a file, reload the page. Ctrl+C ends.", flush=True)
    for _ in watchfiles.watch(site.content, site.theme, raise_interrupt=False):
        shown = build_and_report(site, shown)


def build_and_report(site: SiteBuild, shown: set[Problem]) -> set[Problem]:
    """Build once and print the closing line; with errors the site stays as it was.

    Errors are printed each time, warnings only where they are not among those `shown` before. Gives all problems.
    """
    started = time.perf_counter()
    knowledge, problems = site.gather()
    report(problem for problem in problems if problem not in shown or problem.severity is Severity.ERROR)
    if knowledge is None:
        print(f"{len(problems)} problems; the site stays as it was.", flush=True)
        return set(problems)
    try:
        print(summary(site.write(knowledge), time.perf_counter() - started), flush=True)
    except jinja2.TemplateError as error:
        place = f"{error.filename}:{error.lineno}: " if isinstance(error, jinja2.TemplateSyntaxError) else ""
        print(f"{place}error: template: {error}", flush=True)
    return set(problems)


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serves files; a port that was just used may be used again."""

    allow_reuse_address = True
    daemon_threads = True


class PreviewHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the output folder as a web host would: the site's own page for missing addresses, nothing cached."""

    def end_headers(self) -> None:
        """Forbid caching, so that a reload shows the last build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:
        """A folder without a page is a missing address, not a list of files."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal for problems."""
