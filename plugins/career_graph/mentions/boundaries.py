"""Where a name in running text is a word of its own. Japanese has no word breaks, so its scripts decide, and a list of small words.

The rule, for each edge of a name:

- Where the script changes (経理の, IT総務, 総務スタッフ), the name ends there.
- Latin letters and digits, and katakana, may not go on: CPA in CPAs is a word for its plural only, マナー in マナーモード is none.
- A run of kanji is read whole. Beside the name it may hold other names and words of `BEFORE` and `AFTER`, nothing else:
  人事部長 and 総務人事課 name 人事, while 総務省, 財務諸表 and 医療秘書 name no role.
- English words in -ing before an article are verbs: hiring a clerk, auditing the books.
- Latin names do not stand in addresses and file names: payroll in example.jp/payroll/form.html, accounting_2026.xlsx.
- Hiragana may stand beside a name in hiragana only where it is a particle: ぼきの勉強, not さいぼきん.

What this rule takes for a mention and is none, editors list with the term, as `not_within`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from enum import Enum

BEFORE = """
    元 前 現 新 旧 同 当 各 全 他 主 社内 自社 本社 全社 他社 会社 企業 社外 海外 国内 専任 兼任 専門 未経験
    経験 新卒 中途 女性 男性 中小企業 大企業 小企業 上場企業 一般企業 正社員 派遣 契約社員 現在 将来 元々 国家資格
""".split()
"""Kanji words that may stand before a name in one run."""

AFTER = """
    職 職種 職員 部 部門 部署 部長 部員 課 課長 課員 係 係長 室 室長 班 員 者 系 系統 側 用 面 界 内 外 上 前
    後 等 他 別 時 担当 担当者 主任 役員 責任者 社員 要員 人材 人員 経験 経験者 未経験 未経験者 業務 実務 作業 事務
    仕事 分野 領域 関連 関係 全般 全体 一般 以外 以上 以下 中心 専門 専任 専門職 兼任 兼務 出身 出身者 志望 志望者
    希望 希望者 求人 募集 採用 応募 応募者 転職 転職者 就職 配属 異動 面接 研修 教育 勤務 従事 従事者 部門長 本部
    本部長 統括 統括部 機能 組織 体制 制度 委員会 委員 方法 方針 戦略 計画 改革 課題 問題 情報 資料 書類 知識 能力
    技能 基礎 入門 初級 中級 上級 勉強 学習 独学 講座 対策 教材 試験 検定 検定試験 資格 資格者 免許 合格 合格者
    不合格 受験 受験者 受験生 受験料 取得 取得者 保有 保有者 保持者 有資格者 登録 登録者 登録料 級 事務所 法人 協会
    連合会 会 顧問 代行 外注 委託 支援 補助 補助者 相談 利用 導入 活用 運用 管理 処理 確認 入力 作成 提出 手続 期間
    年数 時代 当時 同士 両方 以来 一筋 一本 不足 増員
""".split()
"""Kanji words that may follow a name in one run."""

_PARTICLE = r"(?:の|を|に|は|が|と|も|で|や|へ|か|な|だ|から|まで|より|など|として|さ|し|す|せ|り)"
_PARTICLE_AFTER = re.compile(_PARTICLE)
_PARTICLE_BEFORE = re.compile(f"{_PARTICLE}$")


class Script(Enum):
    """The scripts that may not go on beyond the edge of a name."""

    KANJI = "一-鿿々〆"
    KATAKANA = "ァ-ヺー"
    HIRAGANA = "ぁ-ゖ"
    LATIN = "a-zA-Z0-9À-ɏ"


_SCRIPTS = [(script, re.compile(f"[{script.value}]")) for script in Script]
_VERB = re.compile(r"(?<=ing) (?:an?|the|this|that|my|your|his|her|its|our|their) ")
_ADDRESS = re.compile(r"[@_\\]|\.[a-z]|/[^/\s]*/")
_TOKEN_BEFORE = re.compile(r"[!-;=?-~]*$")
_TOKEN_AFTER = re.compile(r"[!-;=?-~]*")
_RUN_BEFORE = re.compile(f"[{Script.KANJI.value}]*$")
_RUN_AFTER = re.compile(f"[{Script.KANJI.value}]*")
_LONGEST_ADDRESS = 80
_LONGEST_RUN = 24
"""Kanji read on each side of a name; longer runs do not occur in prose."""


@functools.cache
def script_of(letter: str) -> Script | None:
    """The script of a letter; None for punctuation and spaces."""
    return next((script for script, pattern in _SCRIPTS if pattern.match(letter)), None)


def stands_alone(text: str, start: int, end: int, is_made_of_names: Callable[[str], bool]) -> bool:
    """Whether text[start:end] is a word of its own.

    `is_made_of_names` says whether a piece of a run of kanji is nothing but names and words of the two lists.
    """
    if _is_in_address(text, start, end) or (_VERB.match(text, end) and " " not in text[start:end]):
        return False
    return _may_begin(text, start, is_made_of_names) and _may_end(text, end, is_made_of_names)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether what surrounds a Latin name up to the next spaces is an address or the name of a file."""
    if script_of(text[start]) is not Script.LATIN:
        return False
    before, after = (
        _TOKEN_BEFORE.search(text, max(0, start - _LONGEST_ADDRESS), start),
        _TOKEN_AFTER.match(text, end, end + _LONGEST_ADDRESS),
    )
    return any(piece and _ADDRESS.search(piece[0]) for piece in (before, after))


def _may_begin(text: str, start: int, is_made_of_names: Callable[[str], bool]) -> bool:
    script = script_of(text[start])
    if start == 0 or script is None or script is not script_of(text[start - 1]):
        return True
    if script is Script.HIRAGANA:
        return _PARTICLE_BEFORE.search(text, start - 4, start) is not None
    if script is Script.KANJI:
        run = _RUN_BEFORE.search(text, max(0, start - _LONGEST_RUN), start)
        return run is not None and is_made_of_names(run[0])
    return False


def _may_end(text: str, end: int, is_made_of_names: Callable[[str], bool]) -> bool:
    script = script_of(text[end - 1])
    if end == len(text) or script is None or script is not script_of(text[end]):
        return True
    if script is Script.HIRAGANA:
        return _PARTICLE_AFTER.match(text, end) is not None
    if script is Script.KANJI:
        run = _RUN_AFTER.match(text, end, end + _LONGEST_RUN)
        return run is not None and is_made_of_names(run[0])
    return False
