"""Breaks of Japanese headings."""

from __future__ import annotations

import html
import re

import pytest
from career_graph.typography import phrases
from hypothesis import given, settings
from hypothesis import strategies as st

HEADINGS = st.text(st.sampled_from("事務経理人労へからのとは、・。ABa1 <&ーっょ"), max_size=20)


def test_a_heading_breaks_between_phrases() -> None:
    assert phrases("一般事務から経理事務へ", "ja") == "一般<wbr>事務から<wbr>経理事務へ"


def test_english_breaks_at_its_spaces() -> None:
    assert phrases("A day, a month & a year", "en") == "A day, a month &amp; a year"


@pytest.mark.parametrize("lang", ["ja", "en"])
@settings(derandomize=True, deadline=None, max_examples=200)
@given(HEADINGS)
def test_no_letter_is_lost_or_added(lang: str, heading: str) -> None:
    assert html.unescape(phrases(heading, lang).replace("<wbr>", "")) == heading


@settings(derandomize=True, deadline=None, max_examples=200)
@given(HEADINGS)
def test_no_piece_is_a_single_character(heading: str) -> None:
    pieces = [html.unescape(piece) for piece in phrases(heading, "ja").split("<wbr>")]
    assert len(pieces) == 1 or all(len(re.sub("[・、。]", "", piece)) >= 2 for piece in pieces)
