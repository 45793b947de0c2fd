"""The two phases put together, on a small site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.prose import Renderer
from career_graph.site_build import summary
from career_graph.writer import Tally
from editing import append, replace
from small_sites import BuildSite

CopySite = Callable[[str], Path]


@pytest.fixture
def content(copy_site: CopySite) -> Path:
    return copy_site("bilingual")


def test_images_are_published_under_their_names(build_site: BuildSite, content: Path) -> None:
    built = build_site(content)
    assert (built.output / "images" / "desk.png").read_bytes() == (content / "images" / "desk.png").read_bytes()


def test_a_page_whose_entity_is_gone_is_removed_with_its_folder(build_site: BuildSite, content: Path) -> None:
    before = build_site(content)
    assert (before.output / "en" / "guides" / "draft").is_dir()
    for lang in ("ja", "en"):
        (content / lang / "guides" / "draft.md").unlink()
    after = build_site(content)
    assert after.knowledge is not None
    assert not (after.output / "en" / "guides" / "draft").exists()
    assert not (after.output / "ja" / "guides" / "draft").exists()


def test_an_edit_writes_only_pages_that_show_it(build_site: BuildSite, content: Path) -> None:
    build_site(content)
    guide = content / "ja" / "guides" / "first-steps.md"
    guide.write_text(guide.read_text("utf-8") + "\nもう一文です。\n", "utf-8")
    tally = build_site(content).tally
    assert tally is not None
    assert tally.written == 2  # the guide itself, and the notice on its translation
    assert tally.unchanged == tally.pages - 2


def test_another_address_changes_every_page_but_no_link(build_site: BuildSite, content: Path) -> None:
    first = build_site(content, "https://example.org/guide").html("ja/roles/clerk")
    second = build_site(content, "https://example.com/guide").html("ja/roles/clerk")
    assert second == first.replace("https://example.org", "https://example.com") != first


def test_the_closing_line_counts_everything() -> None:
    line = summary(Tally(pages=9, written=3, unchanged=6, removed=1), 1.25)
    assert line == "9 pages: 3 files written, 6 unchanged, 1 removed, 1.2 s"


def test_a_new_name_parses_nothing_again_and_writes_only_pages_that_speak_of_it(
    build_site: BuildSite, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(content / "site.yaml", "links_per_section: 0", "links_per_section: 1")
    append(content / "ja" / "roles" / "clerk.md", "まとめ役に聞きます。")
    built = build_site(content)
    before = {file: file.read_bytes() for file in built.output.rglob("*.html")}
    replace(content / "ja" / "roles" / "manager.md", "summary:", "hidden_labels: [まとめ役]\nsummary:")
    monkeypatch.setattr(Renderer, "_render", None)
    build_site(content)
    changed = {file.relative_to(built.output).parent.as_posix() for file, data in before.items() if file.read_bytes() != data}
    assert changed == {"ja/roles/clerk", "ja/roles/manager"}
