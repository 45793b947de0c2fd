"""Holds one page of every kind, in both languages, against Lighthouse as it judges phones; prints what falls short of 100.

Run by `python3 tasks.py audit`. It needs Chromium and Node, and takes minutes, so it stands outside the tests.
"""

from __future__ import annotations

import functools
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from http import HTTPStatus
from pathlib import Path

from career_graph.preview import PreviewHandler, PreviewServer
from real_site import build_real_site, pages_of_every_kind

LIGHTHOUSE = "lighthouse@12.8.2"
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
ON_PURPOSE = {"is-crawlable"}
"""Audits that a page with noindex fails because it must."""


class HostHandler(PreviewHandler):
    """Compresses what it serves, as the web hosts do that readers meet."""

    def do_GET(self) -> None:  # noqa: N802, the name that http.server calls
        """Answer with a file, compressed."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def audit(address: str, report: Path) -> tuple[dict[str, int], list[str]]:
    """The scores of one page by category, and the audits that cost it points."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={CHROME}"]
    subprocess.run(command, check=True, capture_output=True)
    found = json.loads(report.read_text("utf-8"))
    scores = {name: round(100 * category["score"]) for name, category in found["categories"].items()}
    weighed = {reference["id"] for category in found["categories"].values() for reference in category["auditRefs"] if reference["weight"]}
    return scores, [id for id in sorted(weighed) if (found["audits"][id]["score"] or 0) < 1 and found["audits"][id]["score"] is not None]


def main() -> int:
    """Print a row for each page; 1 where one falls short for another reason than being kept from search engines."""
    if not (shutil.which("npx") and shutil.which("chromium")):
        sys.exit("audit needs npx (Node) and chromium")
    wanting = 0
    with tempfile.TemporaryDirectory() as name:
        site = build_real_site(Path(name))
        server = PreviewServer(("127.0.0.1", 0), functools.partial(HostHandler, directory=str(site.output)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for page in sys.argv[1:] or [page for page in pages_of_every_kind() if page != "404.html"]:
            scores, failed = audit(f"http://127.0.0.1:{server.server_port}/{page}", Path(name) / "report.json")
            print(*(f"{score:>4}" for score in scores.values()), f" /{page}", ", ".join(failed), flush=True)
            wanting += min(scores.values()) < 100 and not set(failed) <= ON_PURPOSE
    print(f"{wanting} pages fall short")
    return int(wanting > 0)


if __name__ == "__main__":
    sys.exit(main())
