"""The colours of tokens.css against their grounds, in both schemes (WCAG 2.2: 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest
from small_sites import ROOT

TOKENS = (ROOT / "theme" / "static" / "css" / "tokens.css").read_text("utf-8")
LINES = [f"line-{letter}" for letter in "oahgliscme"]
GROUNDS = ("paper", "paper-2")
TEXTS = ("ink", "ink-2", "link", "visited", *LINES)
TEXT, NON_TEXT = 4.5, 3.0


def colours(scheme: str) -> dict[str, str]:
    """Every colour of a scheme by its token; the dark one overrides the light one."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = re.findall(r"--([a-z0-9-]+): (#[0-9a-f]+)", light if scheme == "light" else light + dark)
    return dict(found)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_and_lines_stand_out_from_their_ground(scheme: str, ground: str) -> None:
    known = colours(scheme)
    faint = {token: round(contrast(known[token], known[ground]), 2) for token in TEXTS if contrast(known[token], known[ground]) < TEXT}
    assert faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_stands_out_from_its_ground(scheme: str, ground: str) -> None:
    known = colours(scheme)
    assert contrast(known["focus"], known[ground]) >= NON_TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_empty_part_of_a_level_bar_stands_out_from_the_full_one(scheme: str) -> None:
    known = colours(scheme)
    assert {line for line in ("ink", *LINES) if contrast(known[line], known["rule"]) < NON_TEXT} == set()
