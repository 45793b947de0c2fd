from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from career_graph.content import load_content
from career_graph.mentions import (
    Claim,
    Mention,
    Names,
    back_links,
    build_claims,
    folded,
    link_names,
    parts_on_both,
    related_pages,
    things_by_part,
)
from career_graph.mentions.boundaries import AFTER, BEFORE
from career_graph.model import Kind, Ref
from editing import replace
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sites import ROOT

FIXTURES = Path(__file__).parent / "fixtures"
MARK = re.compile(r"\[\[(?P<name>[^|\]]+)\|(?P<ref>[^\]]+)\]\]")
PRECISION, RECALL = 0.99, 0.97


def ref(name: str) -> Ref:
    kind, rest = name.split(":")
    id, _, fragment = rest.partition("#")
    return Ref(Kind(kind), id, fragment)


NAMES = Names(
    Claim(name, ref(bearer.removeprefix("not ")), not bearer.startswith("not "))
    for name, bearer in {
        "経理": "role:accounting",
        "経理事務": "role:accounting-clerk",
        "総務": "role:general-affairs",
        "人事": "role:human-resources",
        "財務": "role:finance",
        "秘書": "role:secretary",
        "コンプライアンス": "skill:compliance",
        "ぼき": "certification:nissho-boki",
        "簿記": "certification:nissho-boki",
        "簿記2級": "certification:nissho-boki#2",
        "情報の取扱い": "skill:information-security",
        "Payroll": "skill:payroll",
        "Secretary": "role:secretary",
        "data entry": "skill:data-entry",
        "IT": "role:information-systems",
        "Word": "skill:word-processing",
        "TOEIC L&R": "certification:toeic",
        "kōhō": "role:public-relations",
        "word": "not skill:word-processing",
        "財務情報": "not role:finance",
        "資金調達": "not role:procurement",
        "調達": "role:procurement",
        "資金": "skill:treasury",
        "Banking": "skill:treasury",
    }.items()
)


def found(text: str, names: Names = NAMES) -> list[str]:
    return [f"{text[place.start : place.end]}={place.ref}" for place in names.find(folded(text), 0, len(text))]


def link(markup: str, own: Iterable[str] = (), once: int = 1) -> str:
    return link_names(markup, "work", NAMES, [ref(name) for name in own], once)[0]


def mentions(markup: str) -> list[Mention]:
    return link_names(markup, "work", NAMES, (), 1)[1]


def plain(markup: str) -> str:
    return re.sub(r'<a class="mention"[^>]*>(.*?)</a>', r"\1", markup)


# ---------------------------------------------------------------- the labelled set


@pytest.fixture(scope="module")
def real_names() -> Names:
    content, _ = load_content(ROOT / "content")
    assert content is not None
    return Names(build_claims(content).settled)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_names_in_labelled_sentences_are_found(real_names: Names, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (FIXTURES / f"mentions_{lang}.txt").read_text("utf-8").splitlines()
    sentences = [html.escape(line, quote=False) for line in lines if line and not line.startswith("# ")]
    assert len(set(sentences)) == len(sentences) >= 300
    right, missed, wrong = 0, [], []
    for sentence in sentences:
        text = MARK.sub(lambda mark: mark["name"], sentence)
        expected = expected_places(sentence)
        given = {(place.start, place.end, str(place.ref)) for place in real_names.find(folded(text), 0, len(text))}
        right += len(expected & given)
        missed += [f"{sentence} — {text[start:end]}" for start, end, _ in sorted(expected - given)]
        wrong += [f"{sentence} — {text[start:end]}={name}" for start, end, name in sorted(given - expected)]
    precision, recall = right / (right + len(wrong)), right / (right + len(missed))
    with capsys.disabled():
        print(f"\nmentions {lang}: {len(sentences)} sentences, precision {precision:.4f}, recall {recall:.4f}")
    assert precision >= PRECISION, wrong
    assert recall >= RECALL, missed


def expected_places(sentence: str) -> set[tuple[int, int, str]]:
    """Where the marks of a labelled sentence stand once they are taken out."""
    places, shift = set(), 0
    for mark in MARK.finditer(sentence):
        start = mark.start() - shift
        places.add((start, start + len(mark["name"]), mark["ref"]))
        shift += len(mark[0]) - len(mark["name"])
    return places


# ---------------------------------------------------------------- names in text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("経理事務は経理の入口です。", ["経理事務=role:accounting-clerk", "経理=role:accounting"]),
        ("簿記２級と簿記", ["簿記２級=certification:nissho-boki#2", "簿記=certification:nissho-boki"]),
        ("総務人事部長", ["総務=role:general-affairs", "人事=role:human-resources"]),
        ("IT総務とコンプライアンス室", ["IT=role:information-systems", "総務=role:general-affairs", "コンプライアンス=skill:compliance"]),
        ("総務省、財務諸表、医療秘書、人事院", []),
        ("財務情報を読む財務", ["財務=role:finance"]),
        ("コンプライアンスプログラム", []),
        ("ぼきの勉強とさいぼきん", ["ぼき=certification:nissho-boki"]),
        ("情報の取扱いを学ぶ", ["情報の取扱い=skill:information-security"]),
        ("Secretaries, payrolls and data-entry.", ["Secretaries=role:secretary", "payrolls=skill:payroll", "data-entry=skill:data-entry"]),
        ("It is IT, its units are not.", ["IT=role:information-systems"]),
        ("A word, words, and Word.", ["Word=skill:word-processing"]),
        ("The TOEIC L&amp;R score", ["TOEIC L&amp;R=certification:toeic"]),
        ("kōhō, koho and Kōhō", ["kōhō=role:public-relations", "koho=role:public-relations", "Kōhō=role:public-relations"]),
        ("prepayroll, payrolled", []),
        ("data\nentry", ["data\nentry=skill:data-entry"]),
        ("payroll at example.jp/payroll/form, payroll_2026.xlsx", ["payroll=skill:payroll"]),
        ("Banking a cheque, banking of cheques", ["banking=skill:treasury"]),
        ("資金調達と調達と資金", ["調達=role:procurement", "資金=skill:treasury"]),
        ("IT 総務の IT", ["IT=role:information-systems", "総務=role:general-affairs", "IT=role:information-systems"]),
    ],
)
def test_a_name_is_found_where_it_is_a_word_of_its_own(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_without_names_nothing_is_found() -> None:
    assert found("経理", Names([])) == []


@pytest.mark.parametrize("word", [*BEFORE, *AFTER])
def test_words_beside_a_name_are_kanji_alone(word: str) -> None:
    assert re.fullmatch(r"[一-鿿々]+", word)


@pytest.mark.parametrize("word", AFTER)
def test_a_word_that_may_follow_a_name_leaves_it_a_name(word: str) -> None:
    assert found(f"総務{word}へ") == ["総務=role:general-affairs"]


# ---------------------------------------------------------------- who bears which name


@pytest.fixture
def site(copy_site: Callable[[str], Path]) -> Path:
    return copy_site("bilingual")


def named(site: Path) -> dict[str, str]:
    content, _ = load_content(site)
    assert content is not None
    return {claim.name: str(claim.ref) for claim in build_claims(content).settled if claim.is_name}


def test_a_thing_bears_its_names_of_both_languages(site: Path) -> None:
    replace(site / "ja" / "roles" / "clerk.md", "summary:", "alt_labels: [事務員]\nhidden_labels: [じむ]\nsummary:")
    assert {name for name, bearer in named(site).items() if bearer == "role:clerk"} == {"事務", "事務員", "じむ", "Clerk"}


def test_a_name_is_unlinked_in_every_language(site: Path) -> None:
    replace(site / "en" / "roles" / "clerk.md", "summary:", "alt_labels: [Keiri]\nunlinked: [Keiri]\nsummary:")
    replace(site / "ja" / "roles" / "clerk.md", "summary:", "alt_labels: [Keiri]\nsummary:")
    assert "Keiri" not in named(site)


def test_a_title_goes_before_other_names_and_equals_are_nobodys(site: Path) -> None:
    replace(site / "ja" / "skills" / "filing.md", "summary:", "alt_labels: [事務, 庶務]\nsummary:")
    replace(site / "ja" / "roles" / "clerk.md", "summary:", "alt_labels: [庶務]\nsummary:")
    assert named(site)["事務"] == "role:clerk"
    assert "庶務" not in named(site)


@pytest.mark.parametrize(
    "name", ["簿記検定2級", "簿記検定 2級", "簿記検定の二級", "Bookkeeping Test Grade 2", "Grade 2 of the Bookkeeping Test"]
)
def test_grades_are_named_in_many_ways(site: Path, name: str) -> None:
    content, _ = load_content(site)
    assert content is not None
    (place,) = Names(build_claims(content).settled).find(folded(name), 0, len(name))
    assert (place.end, str(place.ref)) == (len(name), "certification:boki#2")


# ---------------------------------------------------------------- links

PIECES = ["経理", "経理事務", "総務省", "簿記2級", "人事", "payroll ", "IT ", "word ", "を", "。", " ", "&amp;", "<br>", "x"]
WRAPPERS = ["{}", "<p>{}</p>", "<ul><li>{}</li></ul>", "<em>{}</em>", '<a href="role:finance">{}</a>', "<h3>{}</h3>", "<code>{}</code>"]
WRAPPERS += ["<blockquote><p>{}</p></blockquote>", '<p class="nolink">{}</p>', "<table><tr><th>{}</th></tr></table>"]
MARKUP = st.lists(
    st.tuples(st.sampled_from(WRAPPERS), st.lists(st.sampled_from(PIECES), max_size=6)).map(lambda pair: pair[0].format("".join(pair[1]))),
    max_size=8,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKUP, st.integers(0, 3))
def test_removing_the_links_gives_back_the_text(markup: str, once: int) -> None:
    assert plain(link(markup, once=once)) == markup


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_links_never_stand_in_each_other_nor_in_what_is_closed(markup: str) -> None:
    linked = link(markup, once=9)
    for opened in re.finditer(r'<a class="mention"', linked):
        before = linked[: opened.start()]
        for tag in ("a", "h3", "code", "blockquote", "th"):
            assert before.count(f"<{tag}>") + before.count(f"<{tag} ") == before.count(f"</{tag}>")
        assert before.rfind('class="nolink"') <= before.rfind("</p>")


def test_a_link_names_what_it_leads_to() -> None:
    assert link("<p>簿記2級を取る</p>") == (
        '<p><a class="mention" data-ref="certification:nissho-boki#2" href="certification:nissho-boki#2">簿記2級</a>を取る</p>'
    )


def test_a_thing_is_linked_once_under_one_heading() -> None:
    linked = link('<p>経理と経理。</p><p>簿記2級と簿記。</p><h3 id="b">次</h3><p>経理</p>')
    assert re.findall(r'data-ref="([^"]*)"', linked) == ["role:accounting", "certification:nissho-boki#2", "role:accounting"]
    assert len(re.findall('data-ref="role:accounting"', link("<p>経理、経理、経理</p>", once=2))) == 2
    assert link("<p>経理</p>", once=0) == "<p>経理</p>"


def test_an_editors_link_is_the_one_link_under_its_heading() -> None:
    markup = '<p>経理から<a href="role:accounting">経理部</a>へ</p>'
    assert link(markup) == markup


def test_a_page_never_links_itself() -> None:
    assert link("<p>経理と簿記2級</p>", own=["role:accounting", "certification:nissho-boki"]) == "<p>経理と簿記2級</p>"


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="nolink">経理</p>',
        '<p>これは<span class="nolink">経<em>理</em>、経理</span>。</p>',
        "<pre><code>経理</code></pre>",
        "<blockquote><p>経理</p></blockquote>",
        "<table><thead><tr><th>経理</th></tr></thead></table>",
        "<h3>経理</h3>",
        '<p><a href="https://example.com">経理</a></p>',
        '<p><img alt="経理" src="images/a.png">財務諸表</p>',
        "<dl><dt>経理</dt></dl>",
    ],
)
def test_what_is_closed_to_links_gets_none(markup: str) -> None:
    assert link(markup) == markup


def test_links_go_on_after_what_was_closed() -> None:
    assert "data-ref" in link('<p>a<span class="nolink">経理<br></span>と経理</p>')


def test_a_mention_tells_its_sentence_and_where_it_stands() -> None:
    items = '<ul><li>See <a href="role:secretary">her</a>. Payroll &amp; IT.</li></ul>'
    markup = f'<p>一つ目。締めでは経理に聞きます。三つ目。</p><h3 id="later">後</h3>{items}'
    assert [(str(mention.ref), mention.section, mention.sentence) for mention in mentions(markup)] == [
        ("role:accounting", "work", ("締めでは", "経理", "に聞きます。")),
        ("role:secretary", "later", ("See ", "her", ".")),
        ("skill:payroll", "later", ("", "Payroll", " & IT.")),
        ("role:information-systems", "later", ("Payroll & ", "IT", ".")),
    ]


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    (mention,) = mentions(f"<p>{'あ' * 60}経理{'い' * 60}</p>")
    assert mention.sentence == ("…" + "あ" * 40, "経理", "い" * 40 + "…")


# ---------------------------------------------------------------- who speaks of what


def said(page: str, *things: str) -> tuple[Ref, list[Mention]]:
    return ref(page), [Mention(ref(thing), "s", "b" * number, 0, 0) for number, thing in enumerate(things)]


def test_guides_come_first_then_pages_with_a_larger_share() -> None:
    pages = dict([
        said("role:a", "skill:x", "skill:y"),
        said("role:b", "skill:x", "skill:y", "skill:z"),
        said("guide:g", "skill:y", "skill:z", "skill:u", "skill:x", "skill:x"),
    ])  # fmt: skip
    links = back_links(pages)[ref("skill:x")]
    assert [str(link.page) for link in links] == ["guide:g", "role:a", "role:b"]
    assert links[0].mention.block == "bbbb"
    assert [str(link.page) for link in back_links(pages)[ref("skill:z")]] == ["guide:g", "role:b"]


def test_what_few_pages_speak_of_makes_them_more_related() -> None:
    guides = dict([
        said("guide:a", "role:common", "role:rare"),
        said("guide:b", "role:common", "role:rare"),
        said("guide:c", "role:common", "role:other"),
        said("guide:d", "role:common"),
        said("guide:e"),
    ])  # fmt: skip
    assert [str(page) for page in related_pages(guides, ref("guide:a"))] == ["guide:b", "guide:d", "guide:c"]


def test_parts_that_speak_of_both_and_of_little_else_come_first() -> None:
    def part(section: str, *things: str) -> list[Mention]:
        return [Mention(ref(thing), section, "", 0, 0) for thing in things]

    guides = {
        ref("guide:wide"): part("all", "role:a", "role:b", "role:c", "role:d"),
        ref("guide:close"): [*part("one", "role:a"), *part("two", "role:a", "role:b", "role:c"), *part("three", "role:b", "role:a")],
        ref("guide:apart"): [*part("one", "role:a"), *part("two", "role:b")],
    }
    found = [str(place) for place in parts_on_both(things_by_part(guides), ref("role:a"), ref("role:b"))]
    assert found == ["guide:close#three", "guide:wide#all"]


def test_a_page_that_speaks_of_nothing_is_related_to_nothing() -> None:
    assert related_pages(dict([said("guide:a"), said("guide:b", "role:x")]), ref("guide:a")) == []
