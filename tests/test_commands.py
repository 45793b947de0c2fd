"""The commands for editors, run as they run them: python -m career_graph …"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.__main__ import generated_documents, main
from small_sites import SITES

CopySite = Callable[[str], Path]


@pytest.fixture
def content(copy_site: CopySite, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_site("bilingual")
    monkeypatch.chdir(folder.parent)
    return folder


def test_check_prints_problems_and_ends_with_0_where_they_are_warnings(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    printed = capsys.readouterr()
    assert printed.err.splitlines()[0].endswith('")')
    assert printed.out == "2 problems in content/\n"


def test_check_ends_with_1_where_there_are_errors(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(SITES / "broken")
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (SITES / "broken" / "problems.txt").read_text("utf-8")


def test_problems_become_annotations_where_github_runs_the_check(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(["check"])
    assert [line.split(" ")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == ["::warning", "::warning"]


def test_new_writes_a_file_in_each_language_and_keeps_what_is_there(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "skill", "typing"]) == 0
    file = content / "ja" / "skills" / "typing.md"
    file.write_text("mine", "utf-8")
    assert main(["new", "skill", "typing"]) == 0
    assert file.read_text("utf-8") == "mine"
    assert (content / "en" / "skills" / "typing.md").is_file()
    assert "is there already" in capsys.readouterr().out


def test_new_gives_a_missing_translation_the_fingerprint_of_its_source(content: Path) -> None:
    assert main(["new", "skill", "filing"]) == 0
    assert main(["check"]) == 0
    header = (content / "en" / "skills" / "filing.md").read_text("utf-8")
    assert 'source_hash: ""' not in header


@pytest.mark.parametrize(("kind", "id"), [("skill", "Big One"), ("skill", "../x"), ("transition", "clerk"), ("role", "a--b")])
def test_new_refuses_what_is_no_id(content: Path, kind: str, id: str) -> None:
    before = sorted(content.rglob("*"))
    assert main(["new", kind, id]) == 2
    assert sorted(content.rglob("*")) == before


def test_status_names_what_is_missing_and_what_is_stale(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "skills: ja 5, en 4" in lines
    assert "missing in en: content/ja/skills/filing.md" in lines
    assert any(line.startswith("stale: content/en/transitions/bookkeeper--manager.md") for line in lines)


def test_fields_writes_every_generated_document(content: Path) -> None:
    assert main(["fields"]) == 0
    for path, text in generated_documents().items():
        assert (content.parent / "docs" / path).read_text("utf-8") == text
