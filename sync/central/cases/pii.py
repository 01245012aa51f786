"""Finds what could tell who somebody is: telephone and identity numbers, plates, schools, e-mail, bank cards.

Made to miss little rather than to be never wrong: a person looks at what it marks. Numbers with a checksum are only
marked when it holds, unless the text itself calls them what they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PLATES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_DIGITS: Final = {
    **{c: str(n) for n, c in enumerate("零一二三四五六七八九")},
    "〇": "0",
    "幺": "1",
    "两": "2",
    "O": "0",
    "o": "0",
}
_GAP: Final = r"[\s\-—–.·,，、*()（）]{0,3}"
_PHONE: Final = re.compile(rf"(?<!\d)(?:(?:\+|00)?86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)")
_LANDLINE: Final = re.compile(
    r"(?<!\d)(?:0\d{2,3}[\s\-—]?)\d{7,8}(?!\d)|(?:电话|热线|座机|打)\D{0,4}([2-8]\d{6,7})(?!\d)"
)
_IDENTITY: Final = re.compile(rf"(?<![\dA-Za-z])\d(?:{_GAP}\d){{16}}{_GAP}[\dXx](?![\dA-Za-z])")
_OLD_IDENTITY: Final = re.compile(r"(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)")
_CARD: Final = re.compile(r"(?<!\d)(?:\d[\s\-]?){15,18}\d(?!\d)")
_PLATE: Final = re.compile(
    rf"[{PLATES}][\s·•.]?[A-HJ-NP-Za-hj-np-z][\s·•.\-]?[A-HJ-NP-Za-hj-np-z0-9]{{4,5}}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]"
)
_SCHOOL: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9]{1,12}?(?:小学|中学|初中|高中|幼儿园|职高|附小|附中|一中|二中|三中|四中|实验学校|外国语学校|学校)"
    r"(?:[一二三四五六七八九\d]{1,2}年级)?(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)]?班)?"
)
_NUMBERED_SCHOOL: Final = re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?:小学|中学|幼儿园|初级中学|高级中学)")
_CLASS: Final = re.compile(r"[一二三四五六七八九\d]{1,2}年级\s*[（(]?[一二三四五六七八九十\d]{1,2}[）)]?\s*班")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_CHAT: Final = re.compile(
    r"(?:微信|微信号|QQ|qq|VX|vx|V信|加我)\s*(?:号)?\s*[:：是]?\s*([A-Za-z][\w-]{5,19}|[1-9]\d{4,11})", re.ASCII | re.I
)
_HOME: Final = re.compile(
    r"[\u4e00-\u9fff\d]{0,12}(?:小区|花园|新村|家园|公寓|苑|里弄)\d{1,3}\s*(?:号楼|幢|栋|号)\s*(?:\d{1,2}\s*单元)?\s*\d{0,4}\s*(?:室|号)?"
)
_NOT_SCHOOLS: Final = (
    "老年大学",
    "进学校",
    "去学校",
    "到学校",
    "回学校",
    "在学校",
    "和学校",
    "各学校",
    "中小学",
    "从小学",
    "刚小学",
    "上小学",
    "上中学",
    "读小学",
    "读中学",
    "上高中",
    "上初中",
    "上幼儿园",
    "想小学",
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A place in a text, by characters, and what it seems to be."""

    start: int
    end: int
    kind: str


def find(text: str) -> list[Found]:
    """Everything found, in order, none inside another; the longer counts."""
    plain = _same_length(text)
    every = sorted(_every(plain), key=lambda one: (one.start, -(one.end - one.start)))
    kept: list[Found] = []
    for one in every:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def redact(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these places blotted out, each as one mark whatever its length."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        parts += [text[at : max(start, at)], "██"]
        at = end
    return "".join([*parts, text[at:]])


def identity_holds(number: str) -> bool:
    """Whether eighteen characters are an identity number: date and checksum of GB 11643."""
    if not re.fullmatch(r"\d{17}[\dX]", number) or not re.fullmatch(
        r"(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", number[6:14]
    ):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17]


def card_holds(digits: str) -> bool:
    """Whether digits pass Luhn's check, as bank cards do."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 2


def _every(plain: str) -> Iterator[Found]:
    for kind, pattern in (
        *(("phone", _PHONE), ("phone", _LANDLINE), ("identity", _OLD_IDENTITY), ("plate", _PLATE)),
        *(
            ("school", _NUMBERED_SCHOOL),
            ("school", _CLASS),
            ("address", _HOME),
            ("account", _EMAIL),
            ("account", _CHAT),
        ),
    ):
        for match in pattern.finditer(plain):
            yield Found(*match.span(), kind)
    for match in _IDENTITY.finditer(plain):
        digits = re.sub(r"[^\dXx]", "", match.group()).upper()
        near = plain[max(0, match.start() - 8) : match.start()]
        if identity_holds(digits) or "身份" in near or "证号" in near:
            yield Found(*match.span(), "identity")
    for match in _CARD.finditer(plain):
        digits = re.sub(r"\D", "", match.group())
        if 16 <= len(digits) <= 19 and card_holds(digits):
            yield Found(*match.span(), "card")
    for match in _SCHOOL.finditer(plain):
        if (start := _school_start(match)) is not None:
            yield Found(start, match.end(), "school")


def _school_start(match: re.Match[str]) -> int | None:
    """Where the name of a school begins; None where no school is named."""
    said = match.group()
    if any(said.endswith(word) or said == word for word in _NOT_SCHOOLS):
        return None
    name = re.search(r"(小学|中学|初中|高中|幼儿园|职高|附小|附中|一中|二中|三中|四中|实验学校|外国语学校|学校)", said)
    before = said[: name.start()] if name else ""
    before = re.split(r"[在是读上去到从的了和与跟我他她你们家娃孩子女儿儿子孙]", before)[-1]
    if not before and name and name.group() in {"小学", "中学", "初中", "高中", "幼儿园", "学校", "职高"}:
        return None
    return match.start() + (name.start() - len(before) if name else 0) if before or name else None


def _same_length(text: str) -> str:
    """Full-width and Chinese digits as plain ones, place for place: spans stay those of the original."""
    folded = "".join(one if len(one := unicodedata.normalize("NFKC", char)) == 1 else char for char in text)

    def spelt(match: re.Match[str]) -> str:
        return "".join(_DIGITS.get(char, char) for char in match.group())

    return re.sub(r"[零〇一二三四五六七八九幺两Oo\d\s\-]{9,}", spelt, folded)
