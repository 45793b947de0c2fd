"""Checks across files: each finds its fault, at its place, and keeps silent where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.__main__ import main
from career_graph.knowledge import read_knowledge
from career_graph.prose import Renderer
from editing import append, faults_in, problems_in, replace
from small_sites import add_aptitude_check

CopySite = Callable[[str], Path]

SIZE = "{width=1 height=1}"
STALE = "en/transitions/bookkeeper--manager.md:4:14 stale-translation"
"""The one fault of the bilingual site besides its missing translation."""


@pytest.fixture
def site(copy_site: CopySite) -> Path:
    return copy_site("minimal")


@pytest.fixture
def bilingual(copy_site: CopySite) -> Path:
    return copy_site("bilingual")


# ---------------------------------------------------------------- references


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("roles/clerk.md", "spreadsheets", "spredsheets", "unknown-id"),
        ("roles/bookkeeper.md", '"boki#2"', '"boki#9"', "unknown-id"),
        ("roles/bookkeeper.md", '"boki#2"', "boki", "unknown-id"),
        ("skills/spreadsheets.md", "office-software", "bookkeeper", "unknown-id"),
        ("certifications/boki.md", '"boki#2"', '"boki#1"', "unknown-id"),
        ("certifications/boki.md", "bookkeeping, level: 3", "booking, level: 3", "unknown-id"),
        ("transitions/clerk--bookkeeper.md", '"boki#3"', '"bouki#3"', "unknown-id"),
        ("guides/first-steps.md", "role:clerk, ", "role:boki, ", "unknown-id"),
        ("transitions/clerk--bookkeeper.md", "survey", "servey", "unknown-source"),
        ("certifications/boki.md", "handbook}\n    study", "hand}\n    study", "unknown-source"),
    ],
)
def test_an_id_that_leads_nowhere_is_reported_where_it_stands(site: Path, file: str, old: str, new: str, code: str) -> None:
    replace(site / "ja" / file, old, new)
    before = (site / "ja" / file).read_text("utf-8").split(new)[0].split("\n")
    assert faults_in(site) == [f"ja/{file}:{len(before)}:{len(before[-1]) + 1} {code}"]


def test_codes_and_source_of_the_ratings_are_looked_up(site: Path) -> None:
    empty = '{"skills": {}, "knowledge": {}, "interests": {}, "work_values": {}}'
    occupation = '{"title": "事務", "skills": {}, "knowledge": {}, "interests": {}, "work_values": {}}'
    source = '"source": "nobody", "attribution": {"ja": "加工", "en": "adapted"}'
    text = f'{{{source},\n"labels": {empty},\n"occupations": {{"428": {occupation}}}}}\n'
    (site / "job_tag.json").write_text(text, "utf-8")
    replace(site / "ja" / "roles" / "clerk.md", "family:", "codes: [{scheme: job-tag, code: 429, match: close}]\nfamily:")
    assert [fault.split(" ")[1] for fault in faults_in(site)] == ["unknown-id", "unknown-source"]
    replace(site / "job_tag.json", '"title": "事務"', '"titel": "事務"')
    assert [fault for fault in faults_in(site) if "job_tag" in fault] == [
        "job_tag.json:3:24 missing-field",
        "job_tag.json:3:25 unknown-field",
    ]


@pytest.mark.parametrize(
    ("codes", "hint"),
    [
        ("[{scheme: isco-08, code: 4110, match: broad}, {scheme: isco-08, code: 4311, match: close}]", None),
        ("[{scheme: isco-08, code: 4110, match: broad}]", "add it there, or take a task of 4110"),
        ("[{scheme: esco, code: 4311, match: close}]", "add it there"),
    ],
)
def test_a_scored_task_is_one_of_an_occupation_that_the_role_is_matched_with(site: Path, codes: str, hint: str | None) -> None:
    file = site / "ja" / "roles" / "clerk.md"
    replace(file, "en: Filing papers}", "en: Filing papers, ai_exposure: {level: medium, isco: 4311, task: 1}}")
    replace(file, "family:", f"exposure_scores: {{as_of: 2025-06, source: survey}}\ncodes: {codes}\nfamily:")
    assert faults_in(site) == ([] if hint is None else ["ja/roles/clerk.md:13:71 unknown-id"])
    assert [problem.hint for problem in problems_in(site)] == ([] if hint is None else [hint])


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("element: conventional", "element: conventionel", ["8:3 missing-field", "12:16 unknown-id"]),
        ("element: conventional", "element: social", ["8:3 missing-field"]),
        ("  expertise:", "  spelling:", ["9:3 missing-field", "9:3 unknown-id", "13:17 unknown-id"]),
        ("id: teach", "id: listen", ["14:6 duplicate-key"]),
        ("id: teach", "id: To teach", ["14:10 bad-value"]),
        ("title:", "titel:", ["1:1 missing-field", "1:1 unknown-field"]),
        (", en: I file.}", "}", ["12:45 missing-field"]),
    ],
)
def test_the_aptitude_check_is_looked_through(site: Path, old: str, new: str, faults: list[str]) -> None:
    add_aptitude_check(site)
    assert faults_in(site) == []
    replace(site / "aptitude.yaml", old, new)
    assert faults_in(site) == [f"aptitude.yaml:{fault}" for fault in faults]


def test_the_aptitude_check_needs_ratings_but_is_not_to_blame_for_broken_ones(site: Path) -> None:
    add_aptitude_check(site)
    replace(site / "job_tag.json", '"title": "事務"', '"titel": "事務"')
    assert {fault.split(":")[0] for fault in faults_in(site)} == {"job_tag.json"}
    (site / "job_tag.json").unlink()
    assert {(problem.path, problem.code, problem.hint) for problem in problems_in(site)} == {
        ("content/aptitude.yaml", "unknown-id", "job_tag.json is not there")
    }


def test_the_nearest_id_of_the_same_kind_is_offered(site: Path) -> None:
    replace(site / "ja" / "roles" / "clerk.md", "skill: spreadsheets", "skill: spredsheets")
    assert [problem.hint for problem in problems_in(site)] == ['did you mean "spreadsheets"?']


@pytest.mark.parametrize("file", ["skills/spreadsheets.md", "roles/clerk.md", "certifications/boki.md", "pages/about.md"])
def test_what_refers_to_a_broken_file_is_not_to_blame(site: Path, file: str) -> None:
    append(
        site / "ja" / "pages" / "consultation.md", "[a](skill:spreadsheets) [b](role:clerk#work) [c](certification:boki#3) [d](page:about)"
    )
    replace(site / "ja" / file, "summary:", "sumary:")
    assert faults_in(site) == [f"ja/{file}:2:1 missing-field", f"ja/{file}:3:1 unknown-field"]


def test_what_refers_to_a_broken_source_is_not_to_blame(site: Path) -> None:
    replace(site / "sources.yaml", "title: 仕事の調査", "titel: 仕事の調査")
    assert faults_in(site) == ["sources.yaml:2:3 missing-field", "sources.yaml:3:3 unknown-field"]


def test_a_broken_translation_is_not_called_missing(bilingual: Path) -> None:
    replace(bilingual / "en" / "pages" / "about.md", "summary:", "sumary:")
    _, problems = read_knowledge(bilingual, Renderer())
    assert [problem.path for problem in problems if problem.code == "missing-translation"] == ["content/ja/skills/filing.md"]


# ---------------------------------------------------------------- site.yaml and sources.yaml


def test_every_line_needs_a_name(site: Path) -> None:
    replace(site / "site.yaml", "  m: {ja: 医療, en: Medical office}\n", "")
    assert faults_in(site) == ["site.yaml:6:1 missing-field"]


def test_a_featured_path_joins_roles_that_are_there(site: Path) -> None:
    replace(site / "site.yaml", "[clerk--bookkeeper]", "[clerk--bookkeeper, clerk--boss]")
    assert [problem.message for problem in problems_in(site)] == ['no role "boss"']


@pytest.mark.parametrize("path", ["clerk", "clerk--bookkeeper--manager", "clerk--clerk"])
def test_a_featured_path_is_a_pair_of_roles(site: Path, path: str) -> None:
    replace(site / "site.yaml", "[clerk--bookkeeper]", f"[{path}]")
    assert problems_in(site)


UNUSED = "spare:\n  publisher: p\n  title: t\n  read: 2026-11-22"


def test_a_source_that_nothing_refers_to_is_reported_at_its_key(site: Path) -> None:
    append(site / "sources.yaml", UNUSED)
    assert faults_in(site) == ["sources.yaml:12:1 unused-source"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ja/pages/about.md", "reviewed:", "sources: [spare]\nreviewed:"),
        ("ja/pages/about.md", "発行元が", "[出典](source:spare)、発行元が"),
        ("ja/certifications/boki.md", "as_of: 2026, source: handbook", "as_of: 2026, source: spare"),
        ("en/pages/about.md", "The publisher", "[Source](source:spare), the publisher"),
    ],
)
def test_a_source_is_used_by_a_list_a_dated_value_or_a_link_in_any_language(bilingual: Path, file: str, old: str, new: str) -> None:
    append(bilingual / "sources.yaml", UNUSED)
    replace(bilingual / file, old, new)
    assert "unused-source" not in {problem.code for problem in problems_in(bilingual)}


def test_while_a_file_is_broken_no_source_is_called_unused(site: Path) -> None:
    replace(site / "ja" / "certifications" / "boki.md", "grades:", "grads:")
    assert "unused-source" not in {problem.code for problem in problems_in(site)}


# ---------------------------------------------------------------- facts that must agree


def test_two_roles_cannot_share_a_station(site: Path) -> None:
    replace(site / "ja" / "roles" / "clerk.md", "line: o", "line: a")
    assert faults_in(site) == ["ja/roles/clerk.md:7:8 duplicate-station"]


@pytest.mark.parametrize(
    ("edges", "circular"),
    [
        ({"bookkeeping": "bookkeeping"}, {"bookkeeping"}),
        ({"bookkeeping": "leadership", "leadership": "bookkeeping"}, {"bookkeeping", "leadership"}),
        ({"office-software": "leadership", "leadership": "spreadsheets"}, {"office-software", "leadership", "spreadsheets"}),
        ({"bookkeeping": "leadership", "office-software": "leadership"}, set()),
        ({"leadership": "leadership", "bookkeeping": "leadership"}, {"leadership"}),
    ],
)
def test_broader_skills_that_lead_back_are_reported_each_once(site: Path, edges: dict[str, str], circular: set[str]) -> None:
    for skill, broader in edges.items():
        replace(site / "ja" / "skills" / f"{skill}.md", "---\n\n", f"broader: {broader}\n---\n\n")
    assert sorted(faults_in(site)) == sorted(f"ja/skills/{skill}.md:7:10 circular" for skill in circular)


def test_grades_that_prepare_for_each_other_are_reported(site: Path) -> None:
    replace(site / "ja" / "certifications" / "boki.md", "attests: [{skill: bookkeeping, level: 3}]", 'prepares_for: ["boki#3"]')
    assert [problem.message for problem in problems_in(site)] == ['"boki#2" leads back to itself', '"boki#3" leads back to itself']


def test_a_bridge_to_a_skill_that_the_target_does_not_list_is_idle(site: Path) -> None:
    replace(site / "ja" / "transitions" / "bookkeeper--manager.md", "skill: leadership", "skill: spreadsheets")
    file = "ja/transitions/bookkeeper--manager.md"
    assert faults_in(site) == [f"{file}:13:3 missing-bridge", f"{file}:13:13 idle-bridge"]


def test_a_bridge_to_a_skill_that_the_source_brings_is_idle(site: Path) -> None:
    replace(site / "ja" / "roles" / "bookkeeper.md", "---\n\n", "optional_skills: [{skill: leadership, level: 4, importance: 1}]\n---\n\n")
    file = "ja/transitions/bookkeeper--manager.md"
    assert faults_in(site) == [f"{file}:11:9 surprising-rating", f"{file}:13:13 idle-bridge"]


def test_a_skill_that_no_bridge_leads_to_is_reported_at_the_bridges(site: Path) -> None:
    replace(site / "ja" / "transitions" / "clerk--bookkeeper.md", "skill: spreadsheets", "skill: bookkeeping")
    assert faults_in(site) == ["ja/transitions/clerk--bookkeeper.md:14:3 missing-bridge"]


def test_a_bridge_to_an_optional_skill_is_not_idle(site: Path) -> None:
    replace(
        site / "ja" / "roles" / "manager.md", "---\n\n", "optional_skills: [{skill: office-software, level: 3, importance: 1}]\n---\n\n"
    )
    bridge = "  - {skill: office-software, how: course, action: {ja: 研修を受ける, en: Take a course}}\n"
    replace(site / "ja" / "transitions" / "bookkeeper--manager.md", "bridges:\n", f"bridges:\n{bridge}")
    assert faults_in(site) == []


@pytest.mark.parametrize("rating", [1, 2])
def test_a_rating_next_to_the_computed_band_is_no_surprise(site: Path, rating: int) -> None:
    replace(site / "ja" / "transitions" / "clerk--bookkeeper.md", "rating: 2", f"rating: {rating}")
    assert faults_in(site) == []


@pytest.mark.parametrize("rating", [3, 4, 5])
def test_a_rating_further_from_the_computed_band_surprises_unless_a_note_says_why(site: Path, rating: int) -> None:
    file = site / "ja" / "transitions" / "clerk--bookkeeper.md"
    replace(file, "rating: 2", f"rating: {rating}")
    assert faults_in(site) == ["ja/transitions/clerk--bookkeeper.md:12:9 surprising-rating"]
    replace(file, "bridges:", "rating_note: {ja: 求人が多い, en: Openings are plenty}\nbridges:")
    assert faults_in(site) == []


# ---------------------------------------------------------------- translations


def test_a_page_without_translation_is_reported_at_its_source_file(site: Path) -> None:
    _, problems = read_knowledge(site, Renderer())
    assert {problem.code for problem in problems} == {"missing-translation"}
    assert {problem.path for problem in problems} == {f"content/{file.relative_to(site).as_posix()}" for file in site.rglob("*.md")}


def test_the_command_that_is_offered_writes_the_translation(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    _, problems = read_knowledge(site, Renderer())
    assert problems[0].hint.startswith("python3 tasks.py new ")
    assert main(problems[0].hint.split()[2:]) == 0
    assert (site / "en" / "certifications" / "boki.md").is_file()


def test_a_translation_is_stale_once_the_source_text_changes(bilingual: Path) -> None:
    replace(bilingual / "ja" / "pages" / "about.md", "作っています", "書いています")
    assert faults_in(bilingual) == ["en/pages/about.md:4:14 stale-translation", STALE]


def test_a_translation_stays_fresh_while_only_facts_change(bilingual: Path) -> None:
    replace(bilingual / "ja" / "roles" / "clerk.md", "importance: 4", "importance: 5")
    assert faults_in(bilingual) == [STALE]


def test_the_fingerprint_in_the_hint_makes_the_translation_fresh(bilingual: Path) -> None:
    (stale,) = problems_in(bilingual)
    fingerprint = stale.hint.split('"')[1]
    replace(bilingual / "en" / "transitions" / "bookkeeper--manager.md", "0000000000", fingerprint)
    assert faults_in(bilingual) == []


# ---------------------------------------------------------------- links


def prose_faults(site: Path, prose: str) -> list[str]:
    """The faults of text that stands from line 10 of a page."""
    append(site / "ja" / "pages" / "about.md", prose)
    return [fault.removeprefix("ja/pages/about.md:") for fault in faults_in(site)]


@pytest.mark.parametrize(
    "link",
    ["role:clerk", "role:clerk#work", "certification:boki#2", "certification:boki#proves", "guide:first-steps#tools", "source:survey",
     "transition:clerk--bookkeeper#steps", "page:about", "https://example.com/", "http://example.com/", "mailto:a@example.com"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_no_fault(site: Path, link: str) -> None:
    assert prose_faults(site, f"[a]({link})") == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("role:nobody", "unknown-id"),
        ("skill:clerk", "unknown-id"),
        ("source:nobody", "unknown-source"),
        ("role:clerk#nothing", "dangling-anchor"),
        ("certification:boki#1", "dangling-anchor"),
        ("guide:first-steps#nothing", "dangling-anchor"),
        ("#nothing", "dangling-anchor"),
        ("clerk", "dangling-link"),
        ("clerk.md", "dangling-link"),
        ("../roles/clerk.md", "dangling-link"),
        ("/ja/roles/clerk/", "dangling-link"),
        ("role：clerk", "dangling-link"),
        ("role:", "dangling-link"),
        ("role:a/b", "dangling-link"),
        ("Role:clerk", "dangling-link"),
    ],
)
def test_a_link_that_leads_nowhere_is_reported_where_it_stands(site: Path, link: str, code: str) -> None:
    assert prose_faults(site, f"文の途中の[a]({link})です。") == [f"10:10 {code}"]


@pytest.mark.parametrize(
    "link", ["経理:clerk", "1role:clerk", "\\\\\\\\example.com:80/", "java\u200bscript:alert(1)", "java\0script:alert(1)"]
)
def test_an_address_of_no_scheme_is_not_excused_by_a_colon(site: Path, link: str) -> None:
    assert len(prose_faults(site, f"[a](<{link}>)")) == 1


@pytest.mark.parametrize("link", ["http://[a", "https://[]/"])
def test_an_odd_web_address_does_not_end_the_run(site: Path, link: str) -> None:
    prose_faults(site, f"[a](<{link}>)")


def test_an_anchor_of_the_page_itself_is_known(site: Path) -> None:
    assert prose_faults(site, "[a](#part) [b](#sub)\n\n## 節 {#part}\n\n### 項 {#sub}") == []


def test_shared_sections_are_anchors_by_their_id_not_by_their_title(site: Path) -> None:
    assert prose_faults(site, "[a](role:clerk#work) [b](role:clerk#仕事の内容)") == ["10:26 dangling-anchor"]


def test_an_anchor_must_be_there_in_the_language_of_the_link(bilingual: Path) -> None:
    replace(bilingual / "en" / "guides" / "first-steps.md", "{#tools}", "{#implements}")
    assert faults_in(bilingual) == ["en/guides/first-steps.md:11:12 dangling-anchor", STALE]


def test_links_in_code_are_passed_over(site: Path) -> None:
    assert prose_faults(site, "`[a](role:nobody)`と[b](role:nobody)") == ["10:24 unknown-id"]


def test_the_same_fault_twice_stands_in_two_places(site: Path) -> None:
    assert prose_faults(site, "[a](role:nobody)\n\n[b](role:nobody) <b>x</b> <b>y</b>") == [
        "10:5 unknown-id",
        "12:5 unknown-id",
        "12:18 unsafe-html",
        "12:27 unsafe-html",
    ]


@pytest.mark.parametrize(
    ("prose", "place"),
    [
        ("[a](role:clerk#work) [b](role:clerk#wor)", "10:26"),
        ("role:nobodyと[b](role:nobody)", "10:17"),
        ("[a](role:clerk) [b](role:Clerk)", "10:21"),
    ],
)
def test_a_link_stands_where_it_stands_whatever_begins_like_it(site: Path, prose: str, place: str) -> None:
    assert [fault.split()[0] for fault in prose_faults(site, prose)] == [place]


# ---------------------------------------------------------------- images


@pytest.mark.parametrize("image", ["images/desk.png", "images/sub/desk.png"])
def test_an_image_below_the_image_folder_is_no_fault(bilingual: Path, image: str) -> None:
    (bilingual / "images" / "sub").mkdir()
    (bilingual / "images" / "sub" / "desk.png").write_bytes(b"")
    append(bilingual / "ja" / "guides" / "draft.md", f"![a]({image}){SIZE}")
    assert not any("image" in fault or "path" in fault for fault in faults_in(bilingual))


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("images/disk.png", "dangling-image"),
        ("images/", "dangling-image"),
        ("images/sub", "dangling-image"),
        ("desk.png", "escaping-path"),
        ("images/../site.yaml", "escaping-path"),
        ("../../secret.png", "escaping-path"),
        ("/etc/hostname", "escaping-path"),
    ],
)
def test_an_image_that_is_not_there_or_not_ours_is_reported_where_it_stands(site: Path, image: str, code: str) -> None:
    (site / "images" / "sub").mkdir(parents=True)
    (site.parent / "secret.png").write_bytes(b"")
    assert prose_faults(site, f"図は![a]({image}){SIZE}です。") == [f"10:8 {code}"]


@pytest.mark.parametrize(
    ("prose", "places"),
    [(f"![a](images/a.png){SIZE} ![b](images/a.png){SIZE}", ["10:6", "10:43"]), (f"images/a.pngは![b](images/a.png){SIZE}", ["10:19"])],
)
def test_an_image_stands_where_it_stands_whatever_reads_like_it(site: Path, prose: str, places: list[str]) -> None:
    assert [fault.split()[0] for fault in prose_faults(site, prose)] == places


@pytest.mark.parametrize("name", ["images", "images/secret.png", "images/secret"])
def test_a_link_from_the_images_to_the_outside_is_reported(site: Path, name: str) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "secret.png").write_bytes(b"")
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).symlink_to(outside / "secret.png" if name.endswith(".png") else outside)
    assert [problem.code for problem in problems_in(site)] == ["escaping-path"]


def test_an_image_from_elsewhere_is_one_fault(site: Path) -> None:
    assert prose_faults(site, f"図は![a](https://example.com/a.png){SIZE}です。") == ["10:8 unsafe-link"]


def test_the_nearest_image_is_offered(bilingual: Path) -> None:
    replace(bilingual / "ja" / "guides" / "first-steps.md", "images/desk.png", "images/disk.png")
    assert 'did you mean "images/desk.png"?' in [problem.hint for problem in problems_in(bilingual)]


def test_a_long_image_name_does_not_end_the_run(site: Path) -> None:
    (site / "images").mkdir()
    prose_faults(site, f"![a](images/{'a' * 300}.png){SIZE}")


# ---------------------------------------------------------------- sections


def test_every_page_of_a_kind_has_its_sections(site: Path) -> None:
    replace(site / "ja" / "skills" / "bookkeeping.md", "## 水準のめやす\n", "")
    assert faults_in(site) == ["ja/skills/bookkeeping.md:8:1 missing-section"]


def test_a_section_under_another_name_is_reported_at_its_heading(site: Path) -> None:
    replace(site / "ja" / "skills" / "bookkeeping.md", "## 水準のめやす", "## 水準めやす")
    found = problems_in(site)
    assert faults_in(site) == ["ja/skills/bookkeeping.md:8:1 missing-section", "ja/skills/bookkeeping.md:13:1 unknown-section"]
    assert found[1].hint == 'did you mean "水準のめやす"?'


def test_sections_stand_in_the_order_of_their_kind(site: Path) -> None:
    file = site / "ja" / "skills" / "bookkeeping.md"
    replace(file, "## どんなスキルか", "## x")
    replace(file, "## 水準のめやす", "## どんなスキルか")
    replace(file, "## x", "## 水準のめやす")
    assert faults_in(site) == ["ja/skills/bookkeeping.md:13:1 section-order"]


def test_a_section_that_stands_twice_is_reported(site: Path) -> None:
    append(site / "ja" / "skills" / "bookkeeping.md", "## 仕事での身につけ方")
    assert [fault.split()[1] for fault in faults_in(site)] == ["section-order"]


def test_sections_of_a_translation_are_those_of_its_language(bilingual: Path) -> None:
    replace(bilingual / "en" / "skills" / "bookkeeping.md", "## What it is", "## どんなスキルか")
    assert faults_in(bilingual) == [
        "en/skills/bookkeeping.md:6:1 missing-section",
        "en/skills/bookkeeping.md:7:1 unknown-section",
        STALE,
    ]


def test_guides_and_pages_have_the_sections_they_like(site: Path) -> None:
    assert prose_faults(site, "## どれでも\n\n## よい") == []


# ---------------------------------------------------------------- addresses and anchors


@pytest.mark.parametrize("name", ["roles", "paths", "map", "search"])
def test_a_single_page_may_not_take_the_address_of_a_list_or_tool(site: Path, name: str) -> None:
    (site / "ja" / "pages" / f"{name}.md").write_text((site / "ja" / "pages" / "about.md").read_text("utf-8"), "utf-8")
    assert f"ja/pages/{name}.md:1:1 bad-name" in faults_in(site)


@pytest.mark.parametrize("anchor", ["main", "page-sources", "source-survey"])
def test_a_heading_may_not_take_an_anchor_of_the_page(site: Path, anchor: str) -> None:
    assert [fault.split()[1] for fault in prose_faults(site, f"## 節 {{#{anchor}}}")] == ["bad-heading"]


@pytest.mark.parametrize("id", ["main", "page-1", "proves"])
def test_a_grade_may_not_take_an_anchor_of_the_page(site: Path, id: str) -> None:
    replace(site / "ja" / "certifications" / "boki.md", "- id: 2", f"- id: {id}")
    assert any("is taken on this page" in problem.message for problem in problems_in(site))


# ---------------------------------------------------------------- pathways

PATHWAY = """---
title: 道すじ
summary: 紹介です。
reading: みちすじ
reviewed: 2026-11-22
source: {source}
target: {target}
via: [{via}]
---
"""


@pytest.mark.parametrize(
    ("roles", "fault"),
    [
        (("clerk", "bookkeeper", "manager"), []),
        (("clerk", "manager", "bookkeeper"), ["7:9 bad-name", "8:6 no-route", "8:6 no-route"]),
        (("manager", "bookkeeper", "clerk"), ["8:6 no-route", "8:6 no-route"]),
        (("clerk", "bookkeeper", "nobody"), ["7:9 unknown-id"]),
        (("clerk", "nobody", "manager"), ["8:7 unknown-id"]),
        (("clerk", "", "manager"), ["8:6 bad-value"]),
        (("clerk", "clerk", "manager"), ["8:6 bad-value"]),
    ],
)
def test_a_pathway_introduces_what_several_transitions_make(site: Path, roles: tuple[str, str, str], fault: list[str]) -> None:
    source, via, target = roles
    name = f"{source}--{target}"
    (site / "ja" / "pathways").mkdir()
    (site / "ja" / "pathways" / f"{name}.md").write_text(PATHWAY.format(source=source, via=via, target=target), "utf-8")
    assert [found for found in faults_in(site) if "pathways" in found] == [f"ja/pathways/{name}.md:{place}" for place in fault]


def test_a_pathway_bears_the_names_of_its_roles(site: Path) -> None:
    (site / "ja" / "pathways").mkdir()
    (site / "ja" / "pathways" / "clerk--manager.md").write_text(PATHWAY.format(source="clerk", via="bookkeeper", target="clerk"), "utf-8")
    assert [found for found in faults_in(site) if "pathways" in found] == ["ja/pathways/clerk--manager.md:7:9 bad-value"]


# ---------------------------------------------------------------- names in prose


@pytest.fixture
def linking(bilingual: Path) -> Path:
    """A site whose names become links."""
    replace(bilingual / "site.yaml", "links_per_section: 0", "links_per_section: 1")
    return bilingual


def found(content: Path, code: str) -> list[str]:
    return [fault for fault in faults_in(content) if fault.endswith(code)]


def test_a_name_that_two_things_bear_is_reported_at_both(linking: Path) -> None:
    assert found(linking, "shared-name") == []
    replace(linking / "ja" / "roles" / "clerk.md", "summary:", "alt_labels: [係, 庶務]\nsummary:")
    replace(linking / "ja" / "skills" / "filing.md", "summary:", "hidden_labels: [庶務]\nsummary:")
    assert found(linking, "shared-name") == ["ja/roles/clerk.md:3:17 shared-name", "ja/skills/filing.md:3:17 shared-name"]
    replace(linking / "ja" / "roles" / "clerk.md", "summary:", "unlinked: [庶務]\nsummary:")
    assert found(linking, "shared-name") == []


def test_a_title_goes_before_another_name_without_a_report(linking: Path) -> None:
    replace(linking / "ja" / "skills" / "filing.md", "summary:", "alt_labels: [事務]\nsummary:")
    assert found(linking, "shared-name") == []


def test_only_a_name_can_be_unlinked(linking: Path) -> None:
    replace(linking / "ja" / "roles" / "clerk.md", "summary:", "unlinked: [事務, 庶務]\nsummary:")
    assert found(linking, "bad-value") == ["ja/roles/clerk.md:3:11 bad-value"]


def test_what_nobody_speaks_of_is_reported_in_each_language(linking: Path) -> None:
    before = found(linking, "unmentioned")
    assert "ja/roles/manager.md:1:1 unmentioned" in before
    append(linking / "ja" / "roles" / "clerk.md", "\nその先に管理部門マネージャーの席があります。\n")
    after = found(linking, "unmentioned")
    assert set(before) - set(after) == {"ja/roles/manager.md:1:1 unmentioned"}
    assert any(fault.startswith("en/roles/manager.md") for fault in after)


def test_a_page_that_speaks_of_nothing_is_reported(linking: Path) -> None:
    silent = "ja/pages/about.md:7:1 mentions-nothing"
    assert silent in found(linking, "mentions-nothing")
    append(linking / "ja" / "pages" / "about.md", "\n経理の人が読みます。\n")
    assert silent not in found(linking, "mentions-nothing")


def test_a_term_need_neither_be_spoken_of_nor_speak_of_anything(linking: Path) -> None:
    assert [fault for code in ("unmentioned", "mentions-nothing") for fault in found(linking, code) if "/terms/" in fault] == []


def test_a_site_without_such_links_has_no_names_to_mend(bilingual: Path) -> None:
    replace(bilingual / "ja" / "roles" / "clerk.md", "summary:", "alt_labels: [表計算]\nsummary:")
    assert [fault for fault in faults_in(bilingual) if fault.split(" ")[1] in ("shared-name", "unmentioned", "mentions-nothing")] == []
