"""Problems: how they read, sort and print."""

from __future__ import annotations

import re

import pytest
from career_graph.problems import CODES, Problem, Severity, arranged, did_you_mean, format_annotation, has_errors, report

ERROR = Problem("content/ja/roles/a.md", 7, 12, "unknown-id", 'no skill "exel"', 'did you mean "excel"?')
WARNING = Problem("content/ja/roles/a.md", 1, 1, "missing-translation", "not there in en")


def test_a_problem_reads_place_severity_code_message_and_hint() -> None:
    assert str(ERROR) == 'content/ja/roles/a.md:7:12: error: unknown-id: no skill "exel" (did you mean "excel"?)'


def test_a_problem_without_hint_ends_with_its_message() -> None:
    assert str(WARNING) == "content/ja/roles/a.md:1:1: warning: missing-translation: not there in en"


def test_a_problem_is_one_line_whatever_its_message() -> None:
    assert "\n" not in str(Problem("a.md", 1, 1, "unknown-field", 'no field "a\nb"'))


def test_a_code_that_is_not_in_the_list_cannot_be_used() -> None:
    with pytest.raises(ValueError, match="no-such-code"):
        Problem("a.md", 1, 1, "no-such-code", "")


def test_the_severity_is_that_of_the_code() -> None:
    assert {code: Problem("a.md", 1, 1, code, "").severity for code in CODES} == {code: severity for code, (severity, _) in CODES.items()}


def test_codes_are_kebab_case_and_in_alphabetical_order() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+|[a-z]+", code) for code in CODES)
    assert list(CODES) == sorted(CODES)


def test_problems_are_arranged_by_file_line_and_column_without_repetition() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 20), ("a.md", 9, 3)]
    problems = [Problem(*place, "bad-value", "") for place in places]
    assert arranged([*problems, *problems]) == problems[::-1]


def test_only_errors_forbid_writing() -> None:
    assert not has_errors([])
    assert not has_errors([WARNING])
    assert has_errors([WARNING, ERROR])


def test_a_report_goes_to_standard_error_one_problem_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    report([WARNING, ERROR])
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [str(WARNING), str(ERROR)]
    assert printed.out == ""


def test_on_github_a_report_also_prints_annotations(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    report([ERROR])
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [str(ERROR)]
    assert printed.out.splitlines() == [format_annotation(ERROR)]


def test_an_annotation_names_severity_file_line_and_column() -> None:
    expected = '::error file=content/ja/roles/a.md,line=7,col=12::unknown-id: no skill "exel" (did you mean "excel"?)'
    assert format_annotation(ERROR) == expected
    assert format_annotation(WARNING).startswith(f"::{Severity.WARNING} file=")


def test_an_annotation_escapes_percent_signs_and_line_breaks() -> None:
    assert format_annotation(Problem("a.md", 1, 1, "bad-value", "100%\nof it")).endswith("::bad-value: 100%25%0Aof it")


def test_a_near_word_is_offered() -> None:
    assert did_you_mean("exel", ["word", "excel"]) == 'did you mean "excel"?'


def test_with_no_near_word_a_few_known_ones_are_listed_in_order() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "known: a, b"


def test_with_no_near_word_many_known_ones_are_only_counted() -> None:
    assert did_you_mean("zzz", map(str, range(13))) == "none of the 13 known ones is near"


def test_with_nothing_known_there_is_no_hint() -> None:
    assert did_you_mean("zzz", []) == ""
