"""What tells of a person by its shape: addresses of every kind, phones, dates, numbers."""

import re
from typing import Final

from faq.scrub_words import SMALL

MARK: Final = "[…]"
"""Stands for what was taken out; the same in every language."""

KEPT_NUMBERS: Final = frozenset({"504", "100", "211", "911", "988"})
_SHORT_DIGITS: Final = 2
"""Ages, grades, hours and counts have so many digits; birth years and rooms have more."""
_PHONE_DIGITS: Final = 7
_COUNT_DIGITS: Final = 3

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MESES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
_WORD = r"[^\W\d_]+"
_LINK = re.compile(
    r"://|^www\.|^t\.me/|[^\W_]\.(?:com|org|net|edu|gov|info|io|k12)\b", re.IGNORECASE
)
_SPELLED_MAIL = re.compile(
    r"\b[\w.]+ (?:at|arroba) \w+ (?:dot|punto) (?:com|org|net|edu)\b", re.IGNORECASE
)
_PHONE = re.compile(r"(?<!\w)(?!504\b)\+?\(?\d[\d().\- ]{5,20}\d(?!\d)")
_NUMBERED_SCHOOL = re.compile(r"\b(?:P\.?S|I\.?S|M\.?S|J\.?H\.?S)\.? ?#?\d{1,3}\b")
_BOX = re.compile(r"\bp\.? ?o\.? box \d+", re.IGNORECASE)
_ROOM = re.compile(
    r"\b(?:apt|apartment|apartamento|unit|suite|room|rm|sal[oó]n|aula)\.? ?#? ?\d+[a-z]?\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    rf"(?<![\w.])\d{{1,6}}[a-z]? ((?:{_WORD}\.? ){{1,3}})"
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|(?-i:Lane|Ln|Drive|Dr|Court|Ct|Circle|Cir"
    r"|Terrace|Parkway|Pkwy|Highway|Hwy|Way|Place|Pl))\b\.?",
    re.IGNORECASE,
)
_CALLE = re.compile(
    rf"\b(?:calle|avenida|av|avda|carretera|paseo)\b\.? (?:{_WORD}\.? ){{1,4}}"
    r"(?:#|n[uú]m\.? )?\d{1,5}\b",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!\d)")
_DATE = re.compile(
    rf"\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:º|ro)? de (?:{_MESES})\b(?: del? \d{{4}}\b)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\w*\d\w*(?:[.,:/-]\w*\d\w*)*")
_COUNTED = re.compile(
    r" ?%| (?:school |calendar |business )?"
    r"(?:days?|d[ií]as?|minut\w+|hours?|horas?|points?|puntos?|words?|palabras?)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?:\bcfr|\bu\.?s\.?c\.?|§|\bsection|\bsecci[oó]n|\bparte?) ?$", re.IGNORECASE)


def without_shapes(line: str) -> str:
    """``line`` with a mark for links, mail, @names, phones, addresses, dates and long numbers."""
    line = " ".join(MARK if _leads_away(word) else word for word in line.split(" "))
    line = _SPELLED_MAIL.sub(MARK, line)
    for shape in (_FULL_DATE, _DATE, _NUMBERED_SCHOOL, _BOX, _ROOM, _CALLE):
        line = shape.sub(MARK, line)
    line = _STREET.sub(_street, line)
    return _NUMBER.sub(_number, _PHONE.sub(_phone, line))


def _leads_away(word: str) -> bool:
    """A link, a mail address, or an @name."""
    return "@" in word or _LINK.search(word) is not None


def _street(found: re.Match[str]) -> str:
    """A house number and a street; "504 plan on the road" has a small word between them."""
    between = found[1].lower().replace(".", "").split()
    return found[0] if SMALL.intersection((*between, "plan")) & {*between} else MARK


def _phone(found: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in found[0])
    return MARK if digits >= _PHONE_DIGITS else found[0]


def _number(found: re.Match[str]) -> str:
    """Ages, grades, hours, counts and places in the law stay; any longer number goes."""
    runs = re.findall(r"\d+", found[0])
    if all(len(run) <= _SHORT_DIGITS or run in KEPT_NUMBERS for run in runs):
        return found[0]
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _CITED.search(before):
        return found[0]
    counted = len(runs) == 1 and len(runs[0]) <= _COUNT_DIGITS and _COUNTED.match(after)
    return found[0] if counted else MARK
