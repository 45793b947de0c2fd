"""Prose: what Markdown becomes, what may not stand in it, and that nothing is rendered twice."""

from __future__ import annotations

import html
import re
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest
from career_graph import prose
from career_graph.prose import DiskCache, Prose, Renderer, Section, is_id_link, locate, scheme_of
from hypothesis import given, settings
from hypothesis import strategies as st

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)


class Marks(HTMLParser):
    """Names the tags, attributes and addresses of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def render(text: str) -> Prose:
    return Renderer().render(text)


def codes(text: str) -> list[str]:
    return [finding.code for finding in render(text).findings]


def output(found: Prose) -> str:
    return "\n".join([found.intro, *(f"<h2 id={section.id!r}>{section.title}</h2>{section.html}" for section in found.sections)])


# ---------------------------------------------------------------- sections, links, images


def test_prose_is_cut_at_second_level_headings() -> None:
    found = render("はじめに。\n\n## 仕事\n\n書きます。\n\n### 細かく\n\n読みます。\n\n## 道 {#way}\n")
    assert found.intro == "<p>はじめに。</p>"
    assert found.sections == (
        Section("仕事", "仕事", '<p>書きます。</p>\n<h3 id="細かく">細かく</h3>\n<p>読みます。</p>'),
        Section("way", "道", ""),
    )


def test_links_images_and_anchors_are_named_in_their_order() -> None:
    first = "[経理](role:a)と[外](https://example.com/?a=1&b=2)\n\n![机](images/desk.png){width=1 height=1}"
    text = f"{first}\n\n## 節 {{#part}}\n\n[級](certification:boki#2)\n"
    found = render(text)
    assert found.links == ("role:a", "https://example.com/?a=1&b=2", "certification:boki#2")
    assert found.images == ("images/desk.png",)
    assert found.anchors == ("part",)
    assert found.findings == ()


def test_links_in_code_are_no_links() -> None:
    found = render("`[a](role:a)`\n\n```\n[b](role:b) <script>\n```\n")
    assert found.links == ()
    assert found.findings == ()


def test_headings_of_one_text_get_anchors_of_their_own() -> None:
    anchors = render("## 節\n\n## 節\n\n## 節\n").anchors
    assert len(set(anchors)) == 3


def test_a_text_does_not_depend_on_the_texts_before_it() -> None:
    renderer = Renderer()
    alone = renderer.render("## 節\n\n[a][x]\n")
    renderer.render("## 節\n\n[a][x] <script>\n\n[x]: role:a\n")
    assert renderer.render("## 節\n\n[a][x]\n") == alone


@pytest.mark.parametrize(
    ("text", "tags", "attributes"),
    [
        ("**太字** *斜体* `code`  \n次の行", "p strong em code br", ""),
        ("- a\n- b\n\n1. c\n2. d", "ul ol li", ""),
        ("| a | b |\n|:--|--:|\n| 1 | 2 |", "table thead tbody tr th td", "style tabindex"),
        ("用語\n: 説明", "dl dt dd", ""),
        ("> 引用\n\n---", "blockquote p hr", ""),
        ("<ruby>経理<rp>（</rp><rt>けいり</rt><rp>）</rp></ruby> <kbd>Ctrl</kbd>", "p ruby rp rt kbd", ""),
        ("<small>小</small> H<sub>2</sub> m<sup>2</sup> a<wbr>b", "p small sub sup wbr", ""),
        ('<span lang="en">back office</span>', "p span", "lang"),
        ("[a](HTTPS://example.com/)", "p a", "href"),
        ('[a](role:a "題") <a href="mailto:a@example.com">m</a> [b](http://example.com) [c](#d)', "p a", "href title"),
        ('![机](images/desk.png "題"){width=200 height=100}', "p img", "alt src title width height"),
        ("## 節 {#part}\n\n### 項", "h2 h3", "id"),
        ("```\na\n```", "pre code", ""),
    ],
)
def test_what_may_stand_in_prose_is_neither_reported_nor_taken_out(text: str, tags: str, attributes: str) -> None:
    found = render(text)
    marks = Marks(output(found))
    assert found.findings == ()
    assert marks.tags == set(tags.split())
    assert marks.attributes == set(attributes.split())
    assert sorted(marks.addresses) == sorted(found.links + found.images)


def test_columns_of_tables_keep_their_side() -> None:
    assert 'style="text-align:right"' in output(render("| a |\n|--:|\n| 1 |"))


# ---------------------------------------------------------------- what may not stand in prose

TAGS = (
    "script style iframe object embed applet form input button select textarea svg math link meta base video audio template noscript"
    " title frame frameset marquee body html head div section b i u center font img-x my-element plaintext xmp portal dialog slot"
).split()
HANDLERS = ["onclick", "onerror", "onload", "onfocus", "onmouseover", "ontoggle", "onbegin", "onpointerdown"]
ATTRIBUTES = [*HANDLERS, "style", "class", "srcset", "formaction", "xlink:href", "data-x", "target", "ping", "name", "is", "slot", "action"]
SCHEMES = ["javascript", "vbscript", "data", "file", "blob", "ftp", "tel", "about", "view-source", "javascripT", "x"]


@st.composite
def odd_case(draw: st.DrawFn, words: list[str]) -> str:
    word = draw(st.sampled_from(words))
    upper = draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    return "".join(letter.upper() if up else letter for letter, up in zip(word, upper, strict=True))


@PROPERTY
@given(odd_case(TAGS), st.sampled_from(["<{0}>x</{0}>", "a <{0}>x</{0}> b", "<{0}/>", "<{0}", "<p><{0} id=a>", "- <{0}\n>x", "<{0}/x>y"]))
def test_a_tag_that_may_not_stand_is_reported_and_never_in_the_output(tag: str, form: str) -> None:
    found = render(form.format(tag))
    marks = Marks(output(found))
    assert tag.lower() not in marks.tags
    if f"&lt;{tag}" not in output(found):
        assert [finding.message for finding in found.findings if f"<{tag.lower()}>" in finding.message]


@PROPERTY
@given(
    odd_case(ATTRIBUTES),
    st.sampled_from(["p", "a", "img", "span", "em", "table", "ruby", "br"]),
    st.sampled_from(['<{} {}="x">', "<{} {}=x>", "<{} {}>", "<{}/{}='x'>", "<{}\f{}\n=\n'x'>", "<{} a=b {}=x/>", '<{} a="b"{}="x">']),
)
def test_an_attribute_that_may_not_stand_is_reported_and_never_in_the_output(attribute: str, tag: str, form: str) -> None:
    found = render(f"a {form.format(tag, attribute)} b")
    assert attribute.lower() not in Marks(output(found)).attributes
    if "&lt;" not in output(found):
        assert [finding for finding in found.findings if f'"{attribute.lower()}"' in finding.message]


@pytest.mark.parametrize("attribute", ["lang", "title"])
def test_an_attribute_that_is_reported_is_taken_out(attribute: str) -> None:
    found = render(f'<p {attribute}="x">a</p>')
    assert [finding.code for finding in found.findings] == ["unsafe-html"]
    assert attribute not in Marks(output(found)).attributes


def test_a_comment_that_would_forbid_links_is_told_what_does() -> None:
    (finding,) = render("<!-- nolink -->総務").findings
    assert (finding.code, finding.hint) == ("unsafe-html", 'write <span class="nolink">…</span>')


def test_a_table_needs_a_heading_for_each_column() -> None:
    assert codes("| a | b |\n|---|---|\n| 1 | |") == []
    assert codes("| | b |\n|---|---|\n| 1 | 2 |") == ["bad-table"]


def test_a_tag_is_reported_once_for_its_two_ends() -> None:
    assert codes("a <b>x</b> c") == ["unsafe-html"]
    assert codes("a <b>x</b></b> c") == ["unsafe-html"] * 2


@pytest.mark.parametrize("text", ["# a {#b onclick=x}", "a\n{: onclick=x }", "![a](images/a.png){onerror=x}", "[a](role:a){style=x}"])
def test_an_attribute_given_in_markdown_is_reported_too(text: str) -> None:
    assert "unsafe-html" in codes(text)
    assert Marks(output(render(text))).attributes <= {"id", "alt", "src", "href"}


ALLOWED_SCHEMES = {"", "https", "http", "mailto", "role", "skill", "certification", "transition", "guide", "page", "source"}


def scheme_in_browsers(address: str) -> str:
    """The scheme of an address after the URL standard: blanks before it and line breaks and tabs anywhere do not count."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\t\n\r]", "", address.lstrip("".join(map(chr, range(0x21))))), re.I)
    return found[1].lower() if found else ""


def entities(draw: st.DrawFn, text: str) -> str:
    """The text with some letters as character references."""
    forms = st.sampled_from(["{0}", "&#{1};", "&#x{1:x};", "&#X{1:X};", "&#{1:07};"])
    return "".join(draw(forms).format(letter, ord(letter)) for letter in text)


@st.composite
def hidden_schemes(draw: st.DrawFn) -> str:
    """An address of a scheme that is not allowed, which browsers understand and filters may not."""
    scheme = list(draw(odd_case(SCHEMES)))
    for blank in draw(st.lists(st.sampled_from("\t\n\r"), max_size=2)):
        scheme.insert(draw(st.integers(1, len(scheme))), blank)
    before = draw(st.text(st.sampled_from("\x01\x08\x1f \t\n"), max_size=2))
    return entities(draw, before + "".join(scheme)) + draw(st.sampled_from([":", "&colon;", "&#58;", "&#x3a;"])) + "alert(1)"


@PROPERTY
@given(
    hidden_schemes(), st.sampled_from(['<a href="{}">x</a>', "<a href='{}'>x</a>", '<img alt=x src="{}">', '<A TITLE=a HREF="{}">x</A>'])
)
def test_an_address_of_another_scheme_is_reported_and_never_in_the_output(address: str, form: str) -> None:
    found = render(f"a {form.format(address)} b")
    assert "unsafe-link" in [finding.code for finding in found.findings]
    assert all(scheme_in_browsers(address) in ALLOWED_SCHEMES for address in Marks(output(found)).addresses)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "tel:03", "//example.com/", "file:///etc"]
)
@pytest.mark.parametrize("form", ["[x]({})", "![x]({})", "<{}>", "[x][y]\n\n[y]: {}", "[x](<{}>)"])
def test_markdown_takes_no_other_scheme_either(address: str, form: str) -> None:
    found = render(form.format(address))
    assert found.findings or html.escape(f"<{address}>") in output(found)
    assert all(scheme_in_browsers(address) in ALLOWED_SCHEMES for address in Marks(output(found)).addresses)


@pytest.mark.parametrize("address", ["https://example.com/a.png", "http://example.com/a.png", "role:a", "//example.com/a.png"])
def test_an_image_stands_in_the_guide_itself(address: str) -> None:
    assert codes(f"![x]({address}){{width=1 height=1}}") == ["unsafe-link"]


@pytest.mark.parametrize("text", ["<!-- a -->", "a <!-- b --> c", "<!DOCTYPE html>", "<?php a ?>", "a <?b?> c"])
def test_comments_and_declarations_are_reported_and_taken_out(text: str) -> None:
    assert codes(text) == ["unsafe-html"]
    assert "<!" not in output(render(text))
    assert "<?" not in output(render(text))


@pytest.mark.parametrize("text", ["a</script>b", "<![CDATA[x]]>", '<table><tr><td style="position:fixed">x</td></tr></table>'])
def test_nothing_is_taken_out_without_a_word(text: str) -> None:
    assert codes(text) == ["unsafe-html"]


@pytest.mark.parametrize(
    "text",
    [
        "<svg><p><style><img title='</style><img src=x onerror=alert(1)>'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<textarea><script>alert(1)</script></textarea>",
        "<img src=x onerror=alert(1)//",
        "<p<script>alert(1)</script>",
        "<<script>alert(1)//<</script>",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>alert(1)</script>`",
        "[a](role:a\"onclick=\"alert(1))",
        "![a\" onerror=\"alert(1)](images/a.png)",
        "## a\" onclick=\"alert(1)",
        "## <img src=x onerror=alert(1)>",
    ],
)  # fmt: skip
def test_tricks_that_confuse_filters_leave_no_script(text: str) -> None:
    marks = Marks(output(render(text)))
    assert "script" not in marks.tags
    assert not any(name.startswith("on") for name in marks.attributes)


@pytest.mark.parametrize(
    "text",
    [
        "![](images/a.png){width=1 height=1}",
        "![ ](images/a.png){width=1 height=1}",
        '<img src="images/a.png" width="1" height="1">',
        '<img alt src="images/a.png" width="1" height="1">',
        "![x](images/a.png)",
        "![x](images/a.png){width=1}",
        "![x](images/a.png){width=50% height=1}",
    ],
)
def test_an_image_without_words_or_size_is_reported(text: str) -> None:
    assert codes(text) == ["bad-image"]


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("## a\n\n### b\n\n#### c\n\n## d\n\n### e", []),
        ("# a", [1]),
        ("### a", [3]),
        ("## a\n\n#### b\n\n##### c", [4]),
        ("## a\n\n### b\n\n## c\n\n#### d", [4]),
        ("A\n=\n\nB\n-\n", [1]),
    ],
)
def test_headings_go_down_one_level_at_a_time_below_the_title(text: str, depths: list[int]) -> None:
    found = render(text).findings
    assert [finding.code for finding in found] == ["bad-heading"] * len(depths)
    assert all(f"level {depth}" in finding.message for finding, depth in zip(found, depths, strict=True))


NASTY = st.text(st.sampled_from("<>/!?-#*_`[](){}&;:\"'=|~ \n\t\0\x02\x03absimgprt1経"), max_size=80)


@PROPERTY
@given(NASTY | st.text())
def test_no_text_brings_the_renderer_down_or_puts_a_script_out(text: str) -> None:
    marks = Marks(output(render(text)))
    assert not marks.tags & set(TAGS)
    assert not any(name.startswith("on") for name in marks.attributes)
    assert all(scheme_in_browsers(address) in ALLOWED_SCHEMES for address in marks.addresses)


def test_deep_lists_do_not_bring_the_renderer_down() -> None:
    assert render("- " * 1000 + "x")


@pytest.mark.parametrize("deep", ["- " * 1000 + "x", "1. " * 1000])
def test_a_text_that_is_too_deep_does_not_spoil_the_next(deep: str) -> None:
    text = "- a\n- b\n\nc\n\n1. d\n\n> e\n"
    renderer = Renderer()
    assert [finding.code for finding in renderer.render(deep).findings] == ["too-deep"]
    assert renderer.render(text) == render(text)


# ---------------------------------------------------------------- places


def test_the_nth_occurrence_is_located() -> None:
    text = "a x\n x\nx"
    assert [locate(text, "x", nth) for nth in range(3)] == [(0, 2), (1, 1), (2, 0)]


def test_past_the_last_occurrence_the_last_one_is_named() -> None:
    assert locate("x\nx", "x", 9) == (1, 0)


def test_case_does_not_matter() -> None:
    assert locate("a <ScRiPt>", "<script") == (0, 2)


def test_code_is_passed_over() -> None:
    assert locate("`<b`\n```\n<b\n```\n~~~\n<b\n~~~\n <b", "<b") == (7, 1)


def test_what_is_nowhere_is_put_at_the_start() -> None:
    assert locate("a", "b") == (0, 0)


def test_letters_that_grow_when_folded_shift_nothing() -> None:
    assert locate("ßßß x\n", "x") == (0, 4)


# ---------------------------------------------------------------- id links


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("a:b", "a"),
        ("a:b:c", "a"),
        ("経理:b", "経理"),
        (":a", ""),
        ("a", None),
        ("", None),
        ("a/b:c", None),
        ("?a:b", None),
        ("#a:b", None),
    ],
)
def test_a_scheme_ends_at_the_first_colon_before_any_slash_question_or_hash(address: str, scheme: str | None) -> None:
    assert scheme_of(address) == scheme


@pytest.mark.parametrize(
    "link", ["role:a", "skill:a", "certification:a#2", "transition:a--b", "guide:a", "page:about", "source:a", "Role:A"]
)
def test_a_kind_or_source_before_a_colon_makes_an_id_link(link: str) -> None:
    assert is_id_link(link)


@pytest.mark.parametrize("link", ["", "#a", "a", "a/b", "https://role:a", "mailto:a", "roles:a", "images/a.png", "?role:a"])
def test_everything_else_is_none(link: str) -> None:
    assert not is_id_link(link)


@pytest.mark.parametrize("link", ["http://[a", "https://a]/", "https://[]/", "//[x"])
def test_an_odd_address_is_no_id_link(link: str) -> None:
    assert not is_id_link(link)


# ---------------------------------------------------------------- cache

TEXT = "序\n\n## 節\n\n[a](role:a) ![](images/a.png) <b>x</b>\n"


def test_the_cache_gives_the_same_prose_and_nothing_is_rendered_twice(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path / "prose.sqlite")
    renderer = Renderer(cache)
    first, again = renderer.render(TEXT), renderer.render(TEXT)
    assert renderer.rendered == 1
    assert first == again == render(TEXT)
    assert first.findings
    cache.close()


def test_the_cache_outlives_the_run(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path / "deep" / "prose.sqlite")
    Renderer(cache).render(TEXT)
    cache.close()
    cache = DiskCache(tmp_path / "deep" / "prose.sqlite")
    renderer = Renderer(cache)
    assert renderer.render(TEXT) == render(TEXT)
    assert renderer.rendered == 0
    renderer.render(f"{TEXT}!")
    assert renderer.rendered == 1
    cache.close()


def test_the_same_text_in_another_language_is_read_anew(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path / "prose.sqlite")
    text = "Of 20 clerks nine in ten keep the list, and 8割 say that they keep it well, day by day, week by week, year by year."
    found = [Renderer(cache).render(text, lang) for lang in ("ja", "en", "ja")]
    assert found[0].intro == found[1].intro
    assert [[figure.words for figure in prose.figures] for prose in found] == [["8割"], ["nine in ten"], ["8割"]]
    assert found[0].trace.units != found[1].trace.units
    assert found[0] == found[2]
    cache.close()


def test_the_version_covers_all_code_that_the_cache_depends_on() -> None:
    code = Path(prose.__file__).read_text("utf-8")
    imported = {f"{name}.py" for name in re.findall(r"^from \.(\w+) import", code, re.MULTILINE)} - {"languages.py"}
    assert set(prose._MODULES) == imported | {"prose.py"}


def test_another_version_of_the_renderer_renders_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = DiskCache(tmp_path / "prose.sqlite")
    Renderer(cache).render(TEXT)
    monkeypatch.setattr(prose, "_VERSION", b"other")
    renderer = Renderer(cache)
    renderer.render(TEXT)
    assert renderer.rendered == 1
    cache.close()


@pytest.mark.parametrize("data", [b"not a database", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_corrupt_cache_file_is_replaced(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "prose.sqlite"
    file.write_bytes(data)
    cache = DiskCache(file)
    assert Renderer(cache).render(TEXT) == render(TEXT)
    cache.close()
    cache = DiskCache(file)
    renderer = Renderer(cache)
    assert renderer.render(TEXT) == render(TEXT)
    assert renderer.rendered == 0
    cache.close()


@pytest.mark.parametrize(
    "damage", ["UPDATE prose SET value = '{'", "UPDATE prose SET value = '{}'", "DROP TABLE prose; CREATE TABLE prose (a)"]
)
def test_a_damaged_entry_is_rendered_anew_and_kept(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "prose.sqlite"
    cache = DiskCache(file)
    Renderer(cache).render(TEXT)
    cache.close()
    with sqlite3.connect(file) as connection:
        connection.executescript(damage)
    connection.close()
    for rendered in (1, 0):
        cache = DiskCache(file)
        renderer = Renderer(cache)
        assert renderer.render(TEXT) == render(TEXT)
        assert renderer.rendered == rendered
        cache.close()


def test_a_cache_file_with_a_damaged_page_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "prose.sqlite"
    cache = DiskCache(file)
    texts = [f"{number} {TEXT}" for number in range(100)]
    for text in texts:
        Renderer(cache).render(text)
    cache.close()
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    cache = DiskCache(file)
    assert [Renderer(cache).render(text) for text in texts] == [render(text) for text in texts]
    cache.close()


def test_the_title_of_a_section_is_text() -> None:
    (section,) = render("## 給与 & *社会保険* <kbd>A</kbd>").sections
    assert section.title == "給与 & 社会保険 A"
