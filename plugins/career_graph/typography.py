"""Where a Japanese heading may break: between phrases, never inside one, never before a last single character."""

from __future__ import annotations

import functools
import re

import budoux
from markupsafe import Markup

WBR = Markup("<wbr>")
_INSIDE = re.compile(r"(?<=・)|(?<=[\u4e00-\u9fff])(?=[\u30a1-\u30f4ー]{3})")
"""Where a phrase itself may break: after a middle dot, and from kanji to a word in katakana."""


def phrases(text: str, lang: str) -> Markup:
    """A heading with its break opportunities marked by <wbr>; other languages break at their spaces."""
    return WBR.join(_phrases(text)) if lang == "ja" else Markup.escape(text)


@functools.cache
def _phrases(text: str) -> tuple[str, ...]:
    pieces = [piece for phrase in _parser().parse(text) for piece in _INSIDE.split(phrase)]
    joined: list[str] = []
    for piece in pieces:
        if joined and (len(piece.strip("・、。")) < 2 or len(joined[-1].strip("・、。")) < 2):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)


@functools.cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
