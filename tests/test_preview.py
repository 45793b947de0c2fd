from __future__ import annotations

import functools
import socket
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from career_graph.preview import PreviewHandler, PreviewServer, build_and_report
from career_graph.site_build import SiteBuild
from small_sites import ADDRESS, ROOT, SITES

NOT_FOUND = "<!doctype html><title>ページはありません</title>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ja" / "roles").mkdir(parents=True)
    (tmp_path / "ja" / "index.html").write_text("<!doctype html><title>ホーム</title>", "utf-8")
    (tmp_path / "ja" / "roles" / "a.svg").write_text("<svg/>")
    (tmp_path / "404.html").write_text(NOT_FOUND, "utf-8")
    return tmp_path


@pytest.fixture
def connection(folder: Path) -> Iterator[HTTPConnection]:
    with PreviewServer(("127.0.0.1", 0), functools.partial(PreviewHandler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        found = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        yield found
        found.close()
        server.shutdown()
        thread.join()


def ask(connection: HTTPConnection, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection.request(method, path)
    response = connection.getresponse()
    return response, response.read().decode("utf-8")


def test_a_page_is_served_at_its_address(connection: HTTPConnection) -> None:
    response, body = ask(connection, "/ja/")
    assert response.status == 200
    assert "ホーム" in body


def test_an_address_without_its_slash_leads_to_the_page(connection: HTTPConnection) -> None:
    response, _ = ask(connection, "/ja")
    assert (response.status, response.headers["Location"]) == (301, "/ja/")


def test_a_missing_address_is_answered_with_the_sites_page_and_404(connection: HTTPConnection) -> None:
    response, body = ask(connection, "/ja/no-such-page/")
    assert (response.status, body) == (404, NOT_FOUND)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert int(response.headers["Content-Length"]) == len(NOT_FOUND.encode())


def test_a_head_request_gets_the_headers_of_the_404_alone(connection: HTTPConnection) -> None:
    with socket.create_connection((connection.host, connection.port), timeout=10) as plain:
        plain.sendall(b"HEAD /no-such-page HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: plain.recv(4096), b""))
    head, body = answer.split(b"\r\n\r\n", 1)
    assert b" 404 " in head.splitlines()[0]
    assert body == b""


def test_a_folder_without_a_page_is_missing(connection: HTTPConnection) -> None:
    response, body = ask(connection, "/ja/roles/")
    assert (response.status, body) == (404, NOT_FOUND)


def test_a_missing_address_is_a_404_before_the_first_build(connection: HTTPConnection, folder: Path) -> None:
    (folder / "404.html").unlink()
    response, _ = ask(connection, "/no-such-page")
    assert response.status == 404


@pytest.mark.parametrize("path", ["/ja/", "/ja", "/ja/roles/a.svg", "/no-such-page"])
def test_nothing_is_cached_by_the_browser(connection: HTTPConnection, path: str) -> None:
    response, _ = ask(connection, path)
    assert response.headers["Cache-Control"] == "no-store"


def test_no_request_is_logged(connection: HTTPConnection, capfd: pytest.CaptureFixture[str]) -> None:
    ask(connection, "/ja/")
    ask(connection, "/no-such-page")
    assert capfd.readouterr() == ("", "")


def test_with_errors_in_the_content_the_site_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("as it was")
    site = SiteBuild(SITES / "broken" / "content", ROOT / "theme", tmp_path / "output", tmp_path / "cache", ADDRESS)
    problems = build_and_report(site, set())
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [str(problem) for problem in sorted(problems)]
    assert printed.out == f"{len(problems)} problems; the site stays as it was.\n"
    assert [(file.name, file.read_text()) for file in site.output.rglob("*")] == [("index.html", "as it was")]


def test_warnings_are_printed_once_and_errors_until_they_are_mended(
    copy_site: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteBuild(copy_site("bilingual"), ROOT / "theme", tmp_path / "output", tmp_path / "cache", ADDRESS)
    shown = build_and_report(site, set())
    warnings = capsys.readouterr().err.splitlines()
    assert warnings == [str(problem) for problem in sorted(shown)] != []
    shown = build_and_report(site, shown)
    assert capsys.readouterr().err == ""
    (site.content / "ja" / "guides" / "first-steps.md").write_text("no header", "utf-8")
    for _ in range(2):
        shown = build_and_report(site, shown)
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("content/ja/guides/first-steps.md:1:1: error: bad-header")
