from __future__ import annotations

import pytest
from builders import PROPERTY
from career_graph.search import EXACT, INSIDE, LIKENESS, PREFIX, TEXT, Entry, fold, query_terms, search
from hypothesis import given
from hypothesis import strategies as st
from search_cases import CASES, ENTRIES, FILE, GENERATED, found_by, rewrite

KATAKANA = "ァアイヴエカガキシッパペムヮヲンヶ"


def entry(title: str, *names: str, kind: str = "role", summary: str = "", words: tuple[str, ...] = ()) -> Entry:
    return Entry(kind, title, f"/{title}/", summary, (), (fold(title), *map(fold, names)), words)


def titles(entries: list[Entry], query: str) -> list[str]:
    return [found.title for found in search(entries, query)]


# ---------------------------------------------------------------- folding


@pytest.mark.parametrize(("text", "folded"), CASES["folds"].items())
def test_spellings_fold_as_pinned(text: str, folded: str) -> None:
    assert fold(text) == folded


@PROPERTY
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@PROPERTY
@given(st.text(alphabet=KATAKANA, min_size=1))
def test_katakana_fold_to_hiragana_whatever_their_width_and_breaks(text: str) -> None:
    assert all("ぁ" <= letter <= "ゖ" for letter in fold(text))
    assert fold("ー".join(text)) == fold("・".join(text)) == fold(" ".join(text)) == fold(text)


@PROPERTY
@given(st.lists(st.text(alphabet="abcxyz019", min_size=1), min_size=1), st.sampled_from([" ", "-", " - ", "・", "　", "/", "_"]))
def test_one_space_stays_between_latin_words(words: list[str], between: str) -> None:
    assert fold(between.join(words).upper()) == " ".join(words)


# ---------------------------------------------------------------- terms


@pytest.mark.parametrize(("query", "terms"), CASES["terms"].items())
def test_queries_are_cut_as_pinned(query: str, terms: list[str]) -> None:
    assert query_terms(query) == terms


# ---------------------------------------------------------------- ranking


def test_a_whole_name_comes_before_its_beginning_before_its_inside_before_the_text() -> None:
    assert EXACT > PREFIX > INSIDE > TEXT >= 100
    ordered = [entry("別名", "経理"), entry("経理事務"), entry("総務経理"), entry("総務", summary="経理を助けます。")]
    assert titles(ordered[::-1], "経理") == [found.title for found in ordered]


def test_equally_good_entries_stay_in_the_order_they_were_given() -> None:
    given_order = [entry("経理乙"), entry("経理甲"), entry("経理丙")]
    assert titles(given_order, "経理") == ["経理乙", "経理甲", "経理丙"]


def test_the_best_of_several_names_counts() -> None:
    assert titles([entry("経理事務"), entry("会計", "総務経理", "経理")], "経理") == ["会計", "経理事務"]


def test_entries_for_more_terms_come_first_and_fewer_terms_need_a_whole_name() -> None:
    entries = [entry("経理"), entry("経理事務"), entry("検定", summary="経理で使います。", words=("資格",))]
    assert titles(entries, "経理 資格") == ["検定", "経理"]


def test_a_term_that_nothing_has_is_passed_over() -> None:
    assert titles([entry("経理"), entry("総務")], "経理 宇宙") == ["経理"]


def test_the_uncut_query_decides_between_entries_with_the_same_terms() -> None:
    entries = [entry("人事", "労務事務"), entry("人事から労務へ")]
    assert titles(entries, "人事 労務") == ["人事", "人事から労務へ"]
    assert titles(entries, "人事から労務") == ["人事から労務へ", "人事"]


def test_latin_letters_match_from_the_beginning_of_a_word() -> None:
    entries = [entry("Three"), entry("HR clerk"), entry("Chief of HR"), entry("人事HR")]
    assert titles(entries, "hr") == ["HR clerk", "Chief of HR", "人事HR"]
    assert titles([entry("Threehr hr")], "hr") == ["Threehr hr"]


def test_latin_letters_inside_a_word_are_better_than_nothing() -> None:
    assert titles([entry("Excel"), entry("Word")], "xce") == ["Excel"]


def test_an_unknown_compound_finds_what_shares_a_third_of_its_bigrams() -> None:
    entries = [entry("経理"), entry("給与計算"), entry("表計算", "計算"), entry("社会")]
    assert LIKENESS == {2: 33, 3: 40}
    assert titles(entries, "給料計算") == ["給与計算", "表計算"]
    assert titles(entries, "経理転職資格") == []


def test_an_unknown_word_without_kanji_needs_two_fifths_of_its_trigrams() -> None:
    entries = [entry("スプレッドシート"), entry("プロンプト"), entry("Spreadsheets")]
    assert titles(entries, "スプレットシート") == ["スプレッドシート"]
    assert titles(entries, "プログラマー") == []
    assert titles(entries, "spredsheet") == ["Spreadsheets"]


@pytest.mark.parametrize("query", ["", " ", "・", "the", "　", "\n"])
def test_a_query_that_says_nothing_finds_nothing(query: str) -> None:
    assert search(ENTRIES, query) == []


def test_no_entries_no_results() -> None:
    assert search([], "経理") == []


@PROPERTY
@given(st.sampled_from(ENTRIES), st.data())
def test_every_name_finds_its_entry(found: Entry, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(found.names))
    assert found in search(ENTRIES, name)


@PROPERTY
@given(st.text(alphabet="経理簿記の資格 エクセルけいりbokiHR2級ー・", max_size=12))
def test_any_query_finds_each_entry_at_most_once_and_spelling_makes_no_difference(query: str) -> None:
    found = search(ENTRIES, query)
    assert len({id(one) for one in found}) == len(found)
    assert search(ENTRIES, query.upper()) == search(ENTRIES, f"  {query} ") == found


# ---------------------------------------------------------------- the cases that the script in the browser is held against, too


@pytest.mark.parametrize(("query", "first"), CASES["written"].items())
def test_written_cases_begin_with_what_a_reader_means(query: str, first: list[str]) -> None:
    assert found_by(query)[: len(first)] == first


def test_generated_cases_are_as_pinned() -> None:
    rewrite()
    assert len(GENERATED) > 200
    assert {query: found_by(query) for query in GENERATED} == CASES["generated"], f"see {FILE.name}"
