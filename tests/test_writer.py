from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from career_graph.writer import Output, Tally

PAGES = {"index.html": "1", "ja/index.html": "2", "ja/roles/a/index.html": "3", "en/roles/a/index.html": "4"}


class Site:
    """An output folder with its state; each build says which pages it rendered."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state = folder / "output", folder / "cache" / "state.json"
        self.rendered: list[str] = []

    def build(self, pages: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> Tally:
        output = Output(self.folder, self.state, ("ja", "en", "assets"))
        self.rendered = []
        for path, digest in pages.items():
            output.write_page(path, digest, lambda path=path, digest=digest: self._render(path, digest))
        for path, data in (files or {}).items():
            output.write_file(path, data)
        return output.finish()

    def _render(self, path: str, digest: str) -> str:
        self.rendered.append(path)
        return f"{path} 版 {digest}"

    def there(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if not path.is_dir()}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_the_first_build_writes_every_page(site: Site) -> None:
    assert site.build(PAGES) == Tally(pages=4, written=4)
    assert site.there() == set(PAGES)
    assert (site.folder / "ja/roles/a/index.html").read_text("utf-8") == "ja/roles/a/index.html 版 3"


def test_a_second_build_of_the_same_digests_renders_and_writes_nothing(site: Site) -> None:
    site.build(PAGES, {"assets/site.css": b"a"})
    files = [site.state, *(site.folder / path for path in site.there())]
    for file in files:
        os.utime(file, (0, 0))
    assert site.build(PAGES, {"assets/site.css": b"a"}) == Tally(pages=4, unchanged=4)
    assert site.rendered == []
    assert {file.stat().st_mtime for file in files} == {0}


def test_only_the_page_with_another_digest_is_written(site: Site) -> None:
    site.build(PAGES)
    assert site.build({**PAGES, "ja/index.html": "new"}) == Tally(pages=4, written=1, unchanged=3)
    assert site.rendered == ["ja/index.html"]
    assert (site.folder / "ja/index.html").read_text("utf-8") == "ja/index.html 版 new"


def test_a_page_back_at_its_old_digest_is_written_again(site: Site) -> None:
    site.build(PAGES)
    site.build({**PAGES, "ja/index.html": "new"})
    site.build(PAGES)
    assert site.rendered == ["ja/index.html"]


def test_a_file_removed_by_hand_is_written_again(site: Site) -> None:
    site.build(PAGES)
    (site.folder / "ja/index.html").unlink()
    assert site.build(PAGES) == Tally(pages=4, written=1, unchanged=3)
    assert site.there() == set(PAGES)


def test_a_file_of_another_size_is_written_again(site: Site) -> None:
    site.build(PAGES)
    (site.folder / "ja/index.html").write_text("changed by hand", "utf-8")
    assert site.build(PAGES) == Tally(pages=4, written=1, unchanged=3)
    assert (site.folder / "ja/index.html").read_text("utf-8") == "ja/index.html 版 2"


def test_gone_pages_are_removed_with_the_folders_they_leave_empty(site: Site) -> None:
    site.build(PAGES)
    assert site.build({"ja/index.html": "2"}) == Tally(pages=1, unchanged=1, removed=3)
    assert [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*"))] == ["ja", "ja/index.html"]


def test_the_output_folder_stays_when_all_pages_are_gone(site: Site) -> None:
    site.build(PAGES)
    site.build({})
    assert list(site.folder.iterdir()) == []


def test_a_gone_page_that_someone_removed_before_is_not_counted(site: Site) -> None:
    site.build(PAGES)
    (site.folder / "index.html").unlink()
    assert site.build({path: digest for path, digest in PAGES.items() if path != "index.html"}).removed == 0


def test_strange_files_are_removed_from_owned_folders_only(site: Site) -> None:
    strange = ["CNAME", "other/note.txt", "ja/old/index.html", "assets/site.old.css"]
    for path in strange:
        (site.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / path).write_text("here before")
    assert site.build(PAGES).removed == 2
    assert site.there() == {*PAGES, "CNAME", "other/note.txt"}
    assert not (site.folder / "ja/old").exists()


def test_links_in_owned_folders_are_removed_and_not_what_they_lead_to(site: Site, tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("stays")
    (site.folder / "ja").mkdir(parents=True)
    (site.folder / "ja" / "link.html").symlink_to(outside)
    (site.folder / "ja" / "broken.html").symlink_to(tmp_path / "nowhere")
    site.build(PAGES)
    assert site.there() == set(PAGES)
    assert outside.read_text() == "stays"


def test_a_file_is_written_when_its_bytes_change(site: Site) -> None:
    assert site.build({}, {"assets/site.css": b"a"}) == Tally(written=1)
    assert site.build({}, {"assets/site.css": b"a"}) == Tally()
    assert site.build({}, {"assets/site.css": b"b"}) == Tally(written=1)
    assert site.build({}, {"assets/other.css": b"b"}) == Tally(written=1, removed=1)
    assert site.there() == {"assets/other.css"}


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"null", b"[]", b'{"ja/index.html": 3}', b'{"ja/index.html": ["2"]}', None])
def test_a_state_file_that_cannot_be_read_costs_one_full_build(site: Site, data: bytes | None) -> None:
    site.build(PAGES)
    site.state.unlink()
    if data is not None:
        site.state.write_bytes(data)
    assert site.build(PAGES) == Tally(pages=4, written=4)
    assert site.build(PAGES) == Tally(pages=4, unchanged=4)


def test_what_stood_in_another_folder_is_not_known_here(tmp_path: Path) -> None:
    first, second = Site(tmp_path), Site(tmp_path)
    second.folder = tmp_path / "second"
    first.build(PAGES)
    assert second.build(PAGES) == Tally(pages=4, written=4)


def test_a_file_gives_way_to_a_folder_of_its_name_and_the_other_way_round(site: Site) -> None:
    site.build({}, {"assets/a": b"file"})
    site.build({}, {"assets/a/b": b"below"})
    assert site.there() == {"assets/a/b"}
    site.build({}, {"assets/a": b"file"})
    assert site.there() == {"assets/a"}


def test_a_state_that_names_files_outside_the_output_removes_nothing(site: Site) -> None:
    outside = site.folder.parent / "outside.txt"
    outside.write_text("kept", "utf-8")
    site.state.parent.mkdir(parents=True)
    site.state.write_text('{"../outside.txt": ["", 4]}', "utf-8")
    site.build(PAGES)
    assert outside.is_file()
