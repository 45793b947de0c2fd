"""Reading a content folder: one bad file spoils nothing but itself, and nothing outside the folder is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.content import load_content
from career_graph.model import Kind, Ref
from career_graph.problems import Problem
from editing import replace
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sites import SITES, add_aptitude_check

CopySite = Callable[[str], Path]

SPREADSHEETS = Ref(Kind.SKILL, "spreadsheets")


def faults(content: Path) -> list[str]:
    return [f"{problem.path}:{problem.line}:{problem.column} {problem.code}" for problem in load_content(content)[1]]


def test_every_file_becomes_a_document_of_its_kind_id_and_language() -> None:
    content, problems = load_content(SITES / "bilingual" / "content")
    assert content is not None
    assert problems == []
    read = {document.path for record in content.records.values() for document in record.documents.values()}
    assert read == {path.relative_to(SITES / "bilingual").as_posix() for path in (SITES / "bilingual").rglob("*.md")}
    for ref, record in content.records.items():
        assert {record.document(lang).path for lang in record.documents} == {
            f"content/{lang}/{ref.kind.folder}/{ref.id}.md" for lang in record.documents
        }


def test_records_come_by_kind_and_id(copy_site: CopySite) -> None:
    folder = copy_site("bilingual")
    for name in ("book.md", "book-keeping.md"):
        (folder / "ja" / "skills" / name).write_bytes((folder / "ja" / "skills" / "bookkeeping.md").read_bytes())
    content, _ = load_content(folder)
    assert content is not None
    assert list(content.records) == sorted(content.records)


def test_what_is_not_translated_is_read_in_the_source_language() -> None:
    content, _ = load_content(SITES / "bilingual" / "content")
    assert content is not None
    assert content.records[SPREADSHEETS].document("en").lang == "en"
    assert content.records[Ref(Kind.SKILL, "filing")].document("en").lang == "ja"


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    before, _ = load_content(folder)
    for file in folder.rglob("*.*"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    after, problems = load_content(folder)
    assert problems == []
    assert before == after


def test_the_aptitude_check_and_the_ratings_are_read_where_a_site_has_them(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    without, _ = load_content(folder)
    add_aptitude_check(folder)
    content, problems = load_content(folder)
    assert without is not None
    assert content is not None
    assert problems == []
    assert (without.ratings, without.aptitude) == (None, None)
    assert content.ratings is not None
    assert content.aptitude is not None
    assert [question.id for question in content.aptitude.questions] == ["listen", "file", "study", "teach"]


# ---------------------------------------------------------------- faulty files


def test_one_bad_file_takes_nothing_but_itself_away(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    before, _ = load_content(folder)
    (folder / "ja" / "skills" / "spreadsheets.md").write_text("no header", "utf-8")
    after, problems = load_content(folder)
    assert before is not None
    assert after is not None
    assert [problem.code for problem in problems] == ["bad-header"]
    assert set(before.records) - set(after.records) == {SPREADSHEETS}
    assert after.broken == {(SPREADSHEETS, "ja")}


@pytest.mark.parametrize("name", ["aptitude.yaml", "job_tag.json"])
def test_a_bad_file_that_a_site_may_do_without_takes_nothing_but_itself_away(copy_site: CopySite, name: str) -> None:
    folder = copy_site("minimal")
    add_aptitude_check(folder)
    (folder / name).write_text("- a list\n", "utf-8")
    content, problems = load_content(folder)
    assert content is not None
    assert [(problem.path, problem.code) for problem in problems] == [(f"content/{name}", "bad-yaml")]
    assert (content.aptitude is None, content.ratings is None) == (name == "aptitude.yaml", name == "job_tag.json")


def test_a_broken_source_file_does_not_make_an_orphan_of_its_translation(copy_site: CopySite) -> None:
    folder = copy_site("bilingual")
    replace(folder / "ja" / "skills" / "spreadsheets.md", "---", "")
    assert faults(folder) == ["content/ja/skills/spreadsheets.md:1:1 bad-header"]


def test_a_broken_translation_leaves_its_source_whole(copy_site: CopySite) -> None:
    folder = copy_site("bilingual")
    replace(folder / "en" / "skills" / "spreadsheets.md", "summary:", "sumary:")
    content, _ = load_content(folder)
    assert content is not None
    assert not content.is_broken(SPREADSHEETS)
    assert list(content.records[SPREADSHEETS].documents) == ["ja"]


def test_a_translation_of_nothing_is_reported(copy_site: CopySite) -> None:
    folder = copy_site("bilingual")
    (folder / "ja" / "skills" / "spreadsheets.md").unlink()
    content, problems = load_content(folder)
    assert [str(problem).split(": ")[0] for problem in problems] == ["content/en/skills/spreadsheets.md:2:1"]
    assert [problem.code for problem in problems] == ["missing-source-file"]
    assert content is not None
    assert SPREADSHEETS not in content.records


def test_a_file_in_another_encoding_is_reported_where_the_first_odd_byte_stands(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / "spreadsheets.md").write_bytes("---\ntitle: 表計算\n".encode("shift_jis"))
    assert faults(folder) == ["content/ja/skills/spreadsheets.md:2:8 bad-encoding"]


@pytest.mark.parametrize("name", ["Excel.md", "a_b.md", "a b.md", "表.md", "-a.md", "a-.md", "a--b.md", "a.MD", "a.txt", "a", "a.b.md"])
def test_a_file_whose_name_is_no_id_is_reported(copy_site: CopySite, name: str) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / name).write_bytes((folder / "ja" / "skills" / "bookkeeping.md").read_bytes())
    assert faults(folder) == [f"content/ja/skills/{name}:1:1 bad-name"]


@pytest.mark.parametrize("name", ["a", "a1", "1", "a-b"])
def test_small_letters_digits_and_single_hyphens_are_a_name(copy_site: CopySite, name: str) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / f"{name}.md").write_bytes((folder / "ja" / "skills" / "bookkeeping.md").read_bytes())
    content, problems = load_content(folder)
    assert content is not None
    assert problems == []
    assert Ref(Kind.SKILL, name) in content.records


@pytest.mark.parametrize("name", ["clerk", "clerk-bookkeeper", "clerk--book--keeper", "--clerk", "clerk--"])
def test_the_name_of_a_transition_is_two_names_and_two_hyphens(copy_site: CopySite, name: str) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "transitions" / "clerk--bookkeeper.md").rename(folder / "ja" / "transitions" / f"{name}.md")
    assert faults(folder) == [f"content/ja/transitions/{name}.md:1:1 bad-name"]


@pytest.mark.parametrize("path", ["ja/note.md", "ja/misc/note.md", "ja/skills/deeper/note.md", "en/misc/note.md"])
def test_a_file_in_no_known_folder_is_reported(copy_site: CopySite, path: str) -> None:
    folder = copy_site("minimal")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("", "utf-8")
    assert faults(folder) == [f"content/{path}:1:1 bad-name"]


@pytest.mark.parametrize("path", ["roles/note.md", "jp/roles/clerk.md"])
def test_a_file_outside_every_language_is_reported(copy_site: CopySite, path: str) -> None:
    folder = copy_site("minimal")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("", "utf-8")
    assert faults(folder) == [f"content/{path}:1:1 bad-name"]


def test_hidden_files_are_left_alone(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / ".DS_Store").write_bytes(b"\0")
    (folder / "ja" / ".obsidian").mkdir()
    (folder / "ja" / ".obsidian" / "note.md").write_text("", "utf-8")
    assert faults(folder) == []


def test_hidden_folders_beside_the_languages_are_left_alone(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / ".obsidian").mkdir()
    (folder / ".obsidian" / "note.md").write_text("", "utf-8")
    assert faults(folder) == []


def test_without_any_content_its_yaml_files_are_missed(tmp_path: Path) -> None:
    assert sorted(faults(tmp_path / "content")) == ["content/site.yaml:1:1 bad-file", "content/sources.yaml:1:1 bad-file"]


# ---------------------------------------------------------------- links in the file system


def test_a_link_to_a_file_outside_content_is_not_read(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    file = folder / "ja" / "skills" / "bookkeeping.md"
    file.rename(folder.parent / "outside.md")
    file.symlink_to(folder.parent / "outside.md")
    assert faults(folder) == ["content/ja/skills/bookkeeping.md:1:1 escaping-path"]


def test_a_link_to_a_folder_is_not_followed(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills").rename(folder.parent / "skills")
    (folder / "ja" / "skills").symlink_to(folder.parent / "skills")
    assert faults(folder) == ["content/ja/skills:1:1 bad-name"]


def test_a_language_that_is_a_link_to_a_folder_outside_is_not_read(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "en").symlink_to(SITES / "bilingual" / "content" / "en")
    assert {fault.split()[1] for fault in faults(folder)} == {"escaping-path"}


def test_a_link_to_a_file_inside_content_is_read(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / "copy.md").symlink_to("bookkeeping.md")
    content, problems = load_content(folder)
    assert content is not None
    assert problems == []
    assert Ref(Kind.SKILL, "copy") in content.records


def test_a_link_to_itself_is_reported(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "ja" / "skills" / "loop.md").symlink_to("loop.md")
    assert faults(folder) == ["content/ja/skills/loop.md:1:1 bad-file"]


# ---------------------------------------------------------------- site.yaml and sources.yaml


def test_without_site_yaml_there_is_no_content_but_files_are_checked_all_the_same(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    (folder / "site.yaml").unlink()
    (folder / "ja" / "skills" / "bookkeeping.md").write_text("no header", "utf-8")
    content, problems = load_content(folder)
    assert content is None
    assert sorted((problem.path, problem.code) for problem in problems) == [
        ("content/ja/skills/bookkeeping.md", "bad-header"),
        ("content/site.yaml", "bad-file"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("name: {ja: 小さな", "nam: {ja: 小さな", "1:1 unknown-field"),
        ("  o: {ja: 総合事務", "  x: {ja: 総合事務", "7:6 bad-value"),
        ("ja: 発行元, ", "", "5:9 missing-field"),
    ],
)
def test_a_fault_in_site_yaml_is_reported_where_it_stands(copy_site: CopySite, old: str, new: str, fault: str) -> None:
    folder = copy_site("minimal")
    replace(folder / "site.yaml", old, new)
    assert f"content/site.yaml:{fault}" in faults(folder)
    assert load_content(folder)[0] is None


def test_a_bad_source_leaves_the_others(copy_site: CopySite) -> None:
    folder = copy_site("minimal")
    replace(folder / "sources.yaml", "title: 仕事の調査", "titel: 仕事の調査")
    content, problems = load_content(folder)
    assert content is not None
    assert list(content.sources) == ["handbook"]
    assert [problem.path for problem in problems] == ["content/sources.yaml"] * 2
    assert sorted((problem.line, problem.column, problem.code) for problem in problems) == [
        (2, 3, "missing-field"),
        (3, 3, "unknown-field"),
    ]


@pytest.mark.parametrize("nothing", ["", " {}", " ~"])
def test_a_source_without_any_field_misses_all_of_them(copy_site: CopySite, nothing: str) -> None:
    folder = copy_site("minimal")
    (folder / "sources.yaml").write_text(f"empty:{nothing}\n", "utf-8")
    assert [problem.message for problem in load_content(folder)[1]] == ['no "publisher"', 'no "title"', 'no "read"']


@pytest.mark.parametrize("name", ["site.yaml", "sources.yaml"])
@pytest.mark.parametrize("data", [b"", b"- a\n", b"\xff\xfe", b"a: [", b"a: 1\na: 2\n", b"\0"])
def test_a_yaml_file_that_cannot_be_read_is_a_problem_of_that_file(copy_site: CopySite, name: str, data: bytes) -> None:
    folder = copy_site("minimal")
    (folder / name).write_bytes(data)
    _, problems = load_content(folder)
    assert {problem.path for problem in problems} == {f"content/{name}"}


# ---------------------------------------------------------------- any bytes


@pytest.fixture(scope="module")
def folder_for_bytes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bytes") / "content"
    (folder / "ja" / "skills").mkdir(parents=True)
    (folder / "sources.yaml").write_text("{}", "utf-8")
    (folder / "site.yaml").write_bytes((SITES / "minimal" / "content" / "site.yaml").read_bytes())
    return folder


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.sampled_from(["ja/skills/a.md", "site.yaml", "sources.yaml"]), st.binary() | st.binary().map(b"---\n%b\n---\n".__mod__))
def test_no_bytes_bring_the_reader_down(folder_for_bytes: Path, name: str, data: bytes) -> None:
    before = (folder_for_bytes / name).read_bytes() if name != "ja/skills/a.md" else None
    (folder_for_bytes / name).write_bytes(data)
    _, problems = load_content(folder_for_bytes)
    assert all(isinstance(problem, Problem) and problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert problems
    (folder_for_bytes / name).write_bytes(before) if before else (folder_for_bytes / name).unlink()
