"""Copies: a run on two pages, or twice on one, is reported once, at its place and with the other."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from career_graph.checks import copies
from career_graph.model import Kind, Ref
from career_graph.prose import Renderer
from career_graph.winnowing import Run, run_around
from editing import append, faults_in, problems_in, replace

CopySite = Callable[[str], Path]

SENTENCE = "届いた封筒を開け、日付と宛名を控え、担当の机へ配り、残りは棚の上の箱へ入れておきます。"
OTHER = "電話を受けたら、相手の名と用件と折り返しの番号を紙に書き、席に戻った人へ手で渡してください。"
ENGLISH = "Open each letter that comes in, note the day and the name, carry it to the right desk, and box the rest."


@pytest.fixture
def site(copy_site: CopySite) -> Path:
    return copy_site("minimal")


def test_a_sentence_on_two_pages_is_reported_on_the_later_one(site: Path) -> None:
    append(site / "ja" / "guides" / "first-steps.md", f"まえに。{SENTENCE}")
    append(site / "ja" / "pages" / "about.md", f"{SENTENCE}あとに。")
    (problem,) = problems_in(site)
    assert str(problem) == (
        "content/ja/pages/about.md:10:1: warning: copied-text: 39 letters stand at content/ja/guides/first-steps.md:15 too: "
        f'"{SENTENCE[: copies.SHOWN]}…" (say it in other words, or say it once and link there)'
    )


def test_a_sentence_twice_on_a_page_is_reported_where_it_comes_again(site: Path) -> None:
    append(site / "ja" / "pages" / "about.md", f"{SENTENCE}\n\n次に、{SENTENCE}")
    (problem,) = problems_in(site)
    assert (problem.line, problem.column) == (12, 4)
    assert "stand on line 10 too" in problem.message


@pytest.mark.parametrize(
    "copy",
    [
        SENTENCE.replace("、", " ").replace("。", ""),
        SENTENCE.replace("担当", "[担当](role:clerk)").replace("日付", "**日付**"),
        SENTENCE.replace("控え、", "控え[出典](source:survey)、\n"),
        f"- {SENTENCE[:20]}\n- {SENTENCE[20:]}",
        f"| {SENTENCE[:20]} | {SENTENCE[20:]} |",
        f"> {SENTENCE}",
    ],
)
def test_markup_and_punctuation_hide_nothing(site: Path, copy: str) -> None:
    append(site / "ja" / "guides" / "first-steps.md", SENTENCE)
    append(site / "ja" / "pages" / "about.md", copy)
    assert [fault.split()[1] for fault in faults_in(site)] == ["copied-text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SENTENCE[:30], SENTENCE[:30]),
        (f"## {SENTENCE}\n\n## 次", SENTENCE),
        (f"{SENTENCE[:20]}\n\n{SENTENCE[20:]}", SENTENCE),
        (f"`{SENTENCE}`", SENTENCE),
        (SENTENCE, OTHER),
    ],
)
def test_short_runs_headings_and_code_are_no_copies(site: Path, one: str, other: str) -> None:
    append(site / "ja" / "guides" / "first-steps.md", one)
    append(site / "ja" / "pages" / "about.md", other)
    assert faults_in(site) == []


def test_english_is_measured_in_words_and_its_glosses_do_not_count(copy_site: CopySite) -> None:
    site = copy_site("bilingual")
    append(site / "en" / "guides" / "first-steps.md", ENGLISH)
    append(site / "en" / "pages" / "about.md", ENGLISH.lower().replace("desk,", "desk (机, *tsukue*)"))
    (problem,) = [problem for problem in problems_in(site) if problem.code == "copied-text"]
    assert problem.message.startswith("22 words stand at content/en/guides/first-steps.md:15 too:")
    replace(site / "en" / "pages" / "about.md", "the right desk", "another table")
    assert [problem for problem in problems_in(site) if problem.code == "copied-text"] == []


def test_pages_of_two_languages_may_say_the_same(copy_site: CopySite) -> None:
    site = copy_site("bilingual")
    for lang in ("ja", "en"):
        append(site / lang / "pages" / "about.md", SENTENCE)
    assert "copied-text" not in {problem.code for problem in problems_in(site)}


def test_each_run_is_reported_once_however_many_pages_have_it(site: Path) -> None:
    for page in ("guides/first-steps", "pages/about", "pages/consultation", "skills/filing"):
        file = site / "ja" / f"{page}.md"
        if file.is_file():
            append(file, SENTENCE)
    found = problems_in(site)
    assert len(found) == 2
    assert all("guides/first-steps.md" in problem.message for problem in found)


def test_two_runs_of_a_page_are_two_problems_and_the_longer_copy_counts(site: Path) -> None:
    append(site / "ja" / "certifications" / "boki.md", SENTENCE[:35])
    append(site / "ja" / "guides" / "first-steps.md", f"{SENTENCE}\n\n{OTHER}")
    append(site / "ja" / "pages" / "about.md", f"{SENTENCE}\n\n{OTHER}")
    found = [problem for problem in problems_in(site) if problem.path == "content/ja/pages/about.md"]
    assert [problem.line for problem in found] == [10, 12]
    assert all("guides/first-steps.md" in problem.message for problem in found)


def test_a_copy_of_a_later_page_is_found_behind_a_stock_phrase_of_an_earlier_one(site: Path) -> None:
    run = SENTENCE[:36]
    append(site / "ja" / "certifications" / "boki.md", f"これで{SENTENCE[6:33]}となります。")
    for page in ("guides/first-steps", "pages/about"):
        append(site / "ja" / f"{page}.md", run)
    assert len(Renderer().render(run).trace.hashes) == 1
    assert [(problem.path, "first-steps" in problem.message) for problem in problems_in(site)] == [("content/ja/pages/about.md", True)]


def test_of_copies_that_overlap_the_longest_is_reported(site: Path) -> None:
    text = SENTENCE + OTHER
    append(site / "ja" / "certifications" / "boki.md", text[:48])
    append(site / "ja" / "guides" / "first-steps.md", text[32:])
    append(site / "ja" / "pages" / "about.md", text)
    assert [(problem.column, "first-steps" in problem.message) for problem in problems_in(site)] == [(33, True)]


LETTERS = [chr(code) for code in range(0x3400, 0x4DB0)]


def comparisons(pages: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often texts are compared on a site of that many pages, each with a phrase that all have and words of its own."""
    phrase = "難しい求人倍率を2026年4月の時点で職種"
    texts = {f"p{number}": phrase + "".join(random.Random(number).choices(LETTERS, k=60)) for number in range(pages)}
    renderer = Renderer()
    proses = {(Ref(Kind.PAGE, id), "ja"): renderer.render(text) for id, text in texts.items()}
    documents = {id: SimpleNamespace(lang="ja", body=text, body_line=1, path=f"{id}.md") for id, text in texts.items()}
    records = {ref: SimpleNamespace(ref=ref, documents={"ja": documents[ref.id]}) for ref, _ in proses}
    compared = 0

    def count(*places: object) -> Run:
        nonlocal compared
        compared += 1
        return run_around(*places)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "run_around", count)
    assert list(copies.check_copies(SimpleNamespace(records=records), proses)) == []  # type: ignore[arg-type]
    return compared


def test_a_phrase_that_every_page_has_costs_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    few, more, most = (comparisons(pages, monkeypatch) for pages in (40, 80, 320))
    assert few > 0
    assert most - more < 10 * (more - few)
