"""The finished guide, as a reader, a crawler and a web host meet it. The only tests that read the real content."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup
from career_graph.languages import LANGUAGES
from career_graph.model import Pathway
from career_graph.search import search
from real_site import ADDRESS, KINDS, RealSite, build_real_site, pages_of_every_kind
from search_cases import read

FIRST_VIEW_BYTES = 30_000
ROLE_PAGE_BYTES = 12_000
COMPARE_DATA_BYTES = 60_000

WAYS = 2
ENDS_OF_LINES = {"role:chief-financial-officer", "role:chief-human-resources-officer"}
"""Roles after which the guide knows of no further one."""

SINGLE_PAGES = {"consultation", "about", "method"}
"""Kinds that bear one mark: an editor's page that stands at the top."""

QUERIES = {
    "ja": {
        "経理": "roles/accounting",
        "けいり": "roles/accounting",
        "ケイリ": "roles/accounting",
        "ｹｲﾘ": "roles/accounting",
        "経理の仕事": "roles/accounting",
        "経理になるには": "roles/accounting",
        "経理 転職": "paths/accounting/back-office-manager",
        "経理事務 経理": "paths/accounting-clerk/accounting",
        "一般事務から経理事務": "paths/general-clerk/accounting-clerk",
        "簿記": "certifications/nissho-boki",
        "簿記の資格": "certifications/nissho-boki",
        "簿記２級": "certifications/nissho-boki",
        "日商簿記三級": "certifications/nissho-boki",
        "boki": "certifications/nissho-boki",
        "経理 資格": "certifications/fass",
        "社労士": "certifications/sharoshi",
        "税理士": "certifications/zeirishi",
        "メンタルヘルス2種": "certifications/mental-health",
        "衛生管理者1種": "certifications/eisei-kanrisha",
        "MOS": "certifications/mos",
        "ビジキャリ": "certifications/business-career",
        "エクセル": "skills/spreadsheets",
        "excel": "skills/spreadsheets",
        "スプレットシート": "skills/spreadsheets",
        "年末調整": "skills/year-end-adjustment",
        "給料計算": "skills/payroll",
        "社会保険手続き": "skills/social-insurance",
        "年金": "skills/social-insurance",
        "電話番": "roles/receptionist",
        "敬語": "skills/business-manners",
        "生成ＡＩ": "skills/generative-ai",
        "マネジャー": "roles/back-office-manager",
        "庶務": "roles/general-affairs",
        "バックオフィスとは": "guides/back-office-and-clerical-work",
    },
    "en": {
        "payroll clerk": "roles/hr-clerk",
        "hr": "roles/human-resources",
        "keiri": "roles/accounting",
        "経理": "roles/accounting",
        "how to become an accountant": "roles/accounting",
        "general affairs": "roles/general-affairs",
        "backoffice manager": "roles/back-office-manager",
        "accounting certification": "certifications/business-kaikei",
        "boki grade 2": "certifications/nissho-boki",
        "sharoshi": "certifications/sharoshi",
        "spreadsheet": "skills/spreadsheets",
        "bookeeping": "certifications/nissho-boki",
        "year-end": "skills/year-end-adjustment",
        "HR clerk to labor administration": "paths/hr-clerk/labor-administration",
    },
}
"""What readers type, by language, and what they mean."""


def test_the_content_has_no_problem(real_site: RealSite) -> None:
    assert [str(problem) for problem in real_site.problems] == []


def test_every_kind_of_page_is_there_in_both_languages(real_site: RealSite) -> None:
    kinds = {"/" + path: kind for kind, path in KINDS.items()}
    marked = {address: real_site.pages[address].select_one("main")["data-kind"] for address in kinds}
    assert {address: "page" if kind in SINGLE_PAGES else kind for address, kind in kinds.items()} == marked
    assert all(real_site.file(address).is_file() for address in pages_of_every_kind())


def test_every_internal_link_and_anchor_leads_somewhere(real_site: RealSite) -> None:
    anchors = {address: {tag["id"] for tag in page.select("[id]")} for address, page in real_site.pages.items()}
    broken = []
    for address, page in real_site.pages.items():
        for tag in page.select("a[href], link[href], img[src], form[action]"):
            target = (tag.get("href") or tag.get("src") or tag["action"]).removeprefix(ADDRESS)
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path, anchor = parts.path or address, unquote(parts.fragment)
            if not real_site.file(path).is_file() or (anchor and anchor not in anchors[path]):
                broken.append((address, target))
    assert broken == []


def test_every_page_leads_onward(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        onward = {a["href"] for a in page.select("main a[href^='/']")} - {address}
        assert onward, address


def test_every_role_has_ways_in_and_ways_out(real_site: RealSite) -> None:
    graph = json.loads(real_site.file("data/graph.json").read_bytes())
    moves = [edge for edge in graph["edges"] if edge["type"] == "transition"]
    out, into = (Counter(move[end] for move in moves) for end in ("source", "target"))
    roles = {node["ref"] for node in graph["nodes"] if node["kind"] == "role"}
    assert {role for role in roles if into[role] < WAYS} == set()
    assert {role for role in roles if out[role] < WAYS} == ENDS_OF_LINES


def test_an_introduced_path_passes_the_roles_that_its_text_is_about(real_site: RealSite) -> None:
    knowledge, _ = real_site.build.gather()
    assert knowledge is not None
    introduced = [record.facts for record in knowledge.content.records.values() if isinstance(record.facts, Pathway)]
    assert introduced
    for pathway in introduced:
        page = real_site.pages[f"/ja/paths/{pathway.source}/{pathway.target}/"]
        stations = [link["href"].split("/")[3] for link in page.select(".line-diagram__station a")]
        assert tuple(stations) == pathway.roles


@pytest.mark.parametrize("address", pages_of_every_kind())
def test_a_page_of_each_kind_is_well_formed_html(real_site: RealSite, address: str) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    parser.parse(real_site.file(address).read_text("utf-8"))


def test_no_id_stands_twice_on_a_page(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        counts = Counter(tag["id"] for tag in page.select("[id]"))
        assert [name for name, count in counts.items() if count > 1] == [], address


def test_labels_refer_to_ids_of_the_page(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        ids = {tag["id"] for tag in page.select("[id]")}
        named = {tag["aria-labelledby"] for tag in page.select("[aria-labelledby]")}
        assert named <= ids, address


def test_headings_go_down_one_level_at_a_time(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        levels = [int(tag.name[1]) for tag in page.select("main h1, main h2, main h3, main h4, main h5, main h6")]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_hreflang_is_reciprocal_and_names_the_page_itself_and_x_default(real_site: RealSite) -> None:
    sets = {address: _alternates(page) for address, page in real_site.pages.items()}
    translated = {address: links for address, links in sets.items() if links}
    assert len(translated) > 100
    for address, links in translated.items():
        assert set(links) == {"ja", "en", "x-default"}, address
        assert address in links.values()
        for lang in ("ja", "en"):
            assert sets[links[lang]] == links, address


def test_canonical_is_the_page_itself(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        assert page.select_one("link[rel=canonical]")["href"] == ADDRESS + address


def test_the_language_switch_stays_on_the_page(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        if address[:4] in ("/ja/", "/en/"):
            other = {"/ja/": "/en/", "/en/": "/ja/"}[address[:4]]
            assert page.select_one(".site-header__switch")["href"] == other + address[4:]


def test_titles_and_descriptions_are_unique_in_a_language(real_site: RealSite) -> None:
    for lang in ("/ja/", "/en/"):
        pages = [page for address, page in real_site.pages.items() if address.startswith(lang)]
        assert max(Counter(page.title.string for page in pages).values()) == 1
        assert max(Counter(page.select_one("meta[name=description]")["content"] for page in pages).values()) == 1


def test_nothing_is_asked_of_others_and_nothing_but_the_sites_own_modules_runs(real_site: RealSite) -> None:
    for address, page in real_site.pages.items():
        assert page.select("iframe, object, embed, base") == [], address
        for tag in page.select("link[rel=stylesheet], link[rel=icon], link[rel=manifest], img, source"):
            assert (tag.get("href") or tag.get("src")).startswith("/"), address
        for script in page.select("script"):
            assert (script["type"], script.get_text()) == ("module", ""), address
            assert script["src"].startswith("/assets/"), address
            assert real_site.file(script["src"]).is_file(), address
        for form in page.select("form"):
            assert form["method"] == "get", address
            assert form["action"] in real_site.pages, address
        handlers = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
        assert handlers == [], address
    assert "url(" not in _stylesheet(real_site).read_text("utf-8")


def test_scripts_name_no_other_host_and_keep_nothing(real_site: RealSite) -> None:
    scripts = list((real_site.output / "assets").rglob("*.js"))
    assert scripts
    words = re.compile(r"https?:|//[\w.]+\.\w|localStorage|sessionStorage|indexedDB|cookie|sendBeacon|WebSocket|eval|innerHTML")
    assert {file.name: words.findall(file.read_text("utf-8")) for file in scripts} == {file.name: [] for file in scripts}


def test_first_views_stay_within_the_budget(real_site: RealSite) -> None:
    css = _gzipped(_stylesheet(real_site))
    sizes = {address: _gzipped(real_site.file(address)) for address in real_site.pages}
    views = {address: size + css + _scripts(real_site, address) for address, size in sizes.items()}
    assert {address: size for address, size in views.items() if size > FIRST_VIEW_BYTES} == {}
    roles = {address: size for address, size in sizes.items() if re.fullmatch(r"/(ja|en)/roles/.+/", address)}
    assert {address: size for address, size in roles.items() if size > ROLE_PAGE_BYTES} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_readers_type_finds_what_they_mean_among_the_first_three(real_site: RealSite, lang: str) -> None:
    entries = read(json.loads(real_site.file(f"data/search-{lang}.json").read_bytes()))
    found = {query: [entry.url for entry in search(entries, query)[:3]] for query in QUERIES[lang]}
    missed = {query: urls for query, urls in found.items() if f"/{lang}/{QUERIES[lang][query]}/" not in urls}
    print(f"{lang}: {len(found) - len(missed)} of {len(found)} queries find what they mean among the first three")
    assert missed == {}


def test_the_data_of_comparisons_stays_within_the_budget(real_site: RealSite) -> None:
    files = list(real_site.output.glob("data/compare-*.json"))
    assert len(files) == 2
    assert [file.name for file in files if _gzipped(file) > COMPARE_DATA_BYTES] == []


def test_two_builds_give_the_same_bytes(real_site: RealSite, tmp_path: Path) -> None:
    again = build_real_site(tmp_path)
    assert _contents(again.output) == _contents(real_site.output)


def test_a_second_build_writes_nothing(real_site: RealSite) -> None:
    before = {file: file.stat().st_mtime_ns for file in real_site.output.rglob("*")}
    knowledge, _ = real_site.build.gather()
    assert knowledge is not None
    tally = real_site.build.write(knowledge)
    assert (tally.written, tally.removed) == (0, 0)
    assert tally.unchanged == tally.pages > 200
    assert {file: file.stat().st_mtime_ns for file in real_site.output.rglob("*")} == before


def _alternates(page: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"].removeprefix(ADDRESS) for link in page.select("link[rel=alternate]")}


def _stylesheet(site: RealSite) -> Path:
    (file,) = (site.output / "assets").glob("*.css")
    return file


def _scripts(site: RealSite, address: str) -> int:
    """Compressed bytes of the modules that a page loads, and of those that they import."""
    waiting, loaded = [site.file(script["src"]) for script in site.pages[address].select("script[src]")], set()
    while waiting:
        file = waiting.pop()
        if file not in loaded:
            loaded.add(file)
            waiting += [file.parent / name for name in re.findall(r'^import .* from "\./(.+)";$', file.read_text("utf-8"), re.MULTILINE)]
    return sum(map(_gzipped, loaded))


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
