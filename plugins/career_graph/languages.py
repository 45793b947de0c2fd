"""Languages of the guide: which there are, how addresses, dates, numbers and lists differ between them."""

from __future__ import annotations

import datetime
import functools
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

import babel.dates
import babel.numbers

from .model import Bilingual, Kind, Measure, Ref

LANGUAGES = ("ja", "en")
SOURCE_LANGUAGE = "ja"
"""Its files carry the facts."""

GLOSSARY = "glossary"
"""First segment of the addresses of the glossary, where terms are anchors."""

TAKEN = {
    *("roles", "skills", "certifications", "paths", "guides", "map", "compare"),
    *("planner", "aptitude", "search", GLOSSARY, "sources", "go"),
}
"""First segments of addresses below a language that belong to lists and tools, so that no single page may be called so."""

X_DEFAULT = "x-default"
NAMES = {"ja": "日本語", "en": "English"}
"""Each language's name for itself."""


def choose(text: Bilingual, lang: str) -> str:
    """The text in one language."""
    value: str = getattr(text, lang)
    return value


# ---------------------------------------------------------------- addresses


@dataclass(frozen=True)
class Addresses:
    """The URL rule. `site` is the address the guide is published under, without a slash at the end."""

    site: str

    @property
    def base(self) -> str:
        """Path part of the site's address, put before every path on the site."""
        return urlsplit(self.site).path.rstrip("/")

    def page(self, lang: str, *segments: str) -> str:
        """Path of a page, with a slash at the end: /ja/roles/accounting/."""
        return "/".join((self.base, lang, *segments)) + "/"

    def entity(self, lang: str, ref: Ref) -> str:
        """Path of an entity's page; a grade or term is an anchor, a transition or pathway a path page, single pages stand at the top."""
        match ref.kind:
            case Kind.TRANSITION | Kind.PATHWAY:
                path = self.page(lang, "paths", *ref.id.split("--"))
            case Kind.PAGE:
                path = self.page(lang, ref.id)
            case Kind.TERM:
                return f"{self.page(lang, GLOSSARY)}#{ref.id}"
            case _:
                path = self.page(lang, ref.kind.folder, ref.id)
        return path + (f"#{ref.fragment}" if ref.fragment else "")

    def file(self, path: str) -> str:
        """Path of a file that belongs to no language: an asset, an image."""
        return f"{self.base}/{path}"

    def absolute(self, path: str) -> str:
        """Whole address of a path made by this rule."""
        return self.site.removesuffix(self.base) + path if self.base else self.site + path

    def save_as(self, path: str) -> str:
        """File below the output folder that serves a path made by this rule."""
        local = path.removeprefix(self.base).removeprefix("/")
        return f"{local}index.html" if local.endswith("/") or not local else local


# ---------------------------------------------------------------- order of lists

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_VOWEL_ROWS = {
    "あ": "あかさたなはまやらわがざだばぱ",
    "い": "いきしちにひみりぎじぢびぴ",
    "う": "うくすつぬふむゆるぐずづぶぷ",
    "え": "えけせてねへめれげぜでべぺ",
    "お": "おこそとのほもよろをごぞどぼぽ",
}
_VOWELS = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row}
_ROWS = ("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "やゆよ", "らりるれろ", "わをん")
_ROW_OF = {kana: row[0] for row in _ROWS for kana in row}


def collation_key(reading: str) -> tuple[str, str, str]:
    """Sort key of a hiragana reading after JIS X 4061.

    First the letters without marks, with a long-vowel mark read as its vowel; then plain before voiced
    before half-voiced; then the long-vowel mark before small before full-size letters.
    """
    plain: list[str] = []
    marks: list[str] = []
    sizes: list[str] = []
    for letter in unicodedata.normalize("NFKC", reading).casefold():
        full = letter.translate(_SMALL)
        if letter == "ー" and plain:
            full = _VOWELS.get(plain[-1], letter)
        decomposed = unicodedata.normalize("NFD", full)
        if decomposed in ("・", " ", "-"):
            continue
        plain.append(decomposed[0])
        marks.append("1" if "\u3099" in decomposed else "2" if "\u309a" in decomposed else "0")
        sizes.append("0" if letter == "ー" else "1" if letter != full else "2")
    return "".join(plain), "".join(marks), "".join(sizes)


def sort_key(lang: str, label: str, reading: str) -> tuple[str, ...]:
    """Key that sorts labels as readers of the language expect."""
    if lang == "ja":
        return collation_key(reading)
    return index_letter(lang, label, reading), _without_accents(label).casefold(), label


def index_letter(lang: str, label: str, reading: str) -> str:
    """Heading of an alphabetical index under which a label stands: あ, か … わ, or A to Z; # for the rest."""
    if lang == "ja":
        return _ROW_OF.get(collation_key(reading)[0][:1], "#")
    first = _without_accents(label)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def in_sentence(label: str, lang: str) -> str:
    """A label as it reads inside a sentence: English begins it small, unless it begins with an abbreviation (HR clerk)."""
    return label[:1].lower() + label[1:] if lang == "en" and label[1:2].islower() else label


# ---------------------------------------------------------------- dates and numbers


def format_date(date: datetime.date, lang: str) -> str:
    """A day in words: 2026年11月22日, November 22, 2026."""
    return babel.dates.format_date(date, "long", locale=lang)


def format_as_of(as_of: str, lang: str) -> str:
    """A year, month or day as written in `as_of`, in words."""
    year, month, day = (*(int(part) for part in as_of.split("-")), 0, 0)[:3]
    if day:
        return format_date(datetime.date(year, month, day), lang)
    if month:
        skeleton = {"ja": "y年M月", "en": "MMMM y"}[lang]
        return babel.dates.format_date(datetime.date(year, month, 1), skeleton, locale=lang)
    return {"ja": f"{year}年", "en": str(year)}[lang]


@functools.cache
def format_number(value: float, lang: str) -> str:
    """A number with separators and no trailing zeros."""
    return babel.numbers.format_decimal(value, locale=lang)


def format_tenths(value: int) -> str:
    """A number of tenths with one decimal, the same in all languages: 3.0."""
    return f"{value // 10}.{value % 10}"


def format_yen(value: int, lang: str) -> str:
    """An amount in yen: 5,500円, ¥5,500."""
    number = format_number(value, lang)
    return {"ja": f"{number}円", "en": f"¥{number}"}[lang]


def format_percent(value: float, lang: str) -> str:
    """A percentage: 20.9%."""
    return f"{format_number(value, lang)}%"


SPAN = {"ja": "〜", "en": "–"}
"""What stands between the ends of a range."""


def format_span(low: int, high: int, lang: str) -> str:
    """A range of numbers: 6〜12, 6–12; one number where both ends are the same."""
    if low == high:
        return format_number(low, lang)
    return SPAN[lang].join(format_number(end, lang) for end in (low, high))


def format_measure(measure: Measure, value: float, lang: str) -> str:
    """A statistic in its unit. Wages come in 万円, and are shown in millions or thousands of yen in English."""
    number = format_number(value, lang)
    if measure is Measure.ANNUAL_WAGE:
        return f"{number}万円" if lang == "ja" else f"¥{format_number(round(value / 100, 2), lang)} million"
    if measure is Measure.OFFERED_WAGE:
        return f"{number}万円" if lang == "ja" else f"¥{format_number(round(value * 10_000), lang)}"
    units = {
        Measure.OPENINGS: {"ja": "{}倍", "en": "{}"},
        Measure.HOURS: {"ja": "{}時間", "en": "{} hours"},
        Measure.AGE: {"ja": "{}歳", "en": "{}"},
        Measure.WORKERS: {"ja": "{}人", "en": "{}"},
        Measure.AI_EXPOSURE: {"ja": "{}（0〜1）", "en": "{} (0 to 1)"},
    }
    return units[measure][lang].format(number)
