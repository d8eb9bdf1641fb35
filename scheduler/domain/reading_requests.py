"""Reads a whole request: "remind me about my son's IEP meeting Oct 3 at 2pm"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.domain.plans import TITLE_LIMIT_CHARS, DateKind, PlanKind
from scheduler.domain.reading_moments import Reading, read_moment
from scheduler.domain.words import plain, tidy

# The first row that fits counts: an annual review meeting is an annual review.
_KINDS: Final[tuple[tuple[DateKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.ASCII))
    for kind, pattern in (
        (
            DateKind.REEVALUATION,
            r"\bre-?eval\w*|\btrienn?ial\b|\b(?:three|3)[ -]year\b|\brevaluacion|\btrienal\b",
        ),
        (
            DateKind.ANNUAL_REVIEW,
            r"\bannual\b|\byearly\b|\breview\b|\brevision\b|\banual(?:es)?\b|\bonce a year\b",
        ),
        (
            DateKind.PROGRESS_REPORT,
            r"\bprogress (?:report|note|update)|\breport cards?\b|\bboletas?\b"
            r"|\binformes? de progreso\b|\bprogreso\b|\bcalificaciones\b",
        ),
        (DateKind.GOAL_DUE, r"\bgoals?\b|\bmetas?\b|\bobjetivos?\b|\bbenchmark"),
        (
            DateKind.STATE_TEST,
            r"\bstate (?:test|exam|assessment)|\btesting\b|\bstandardi[sz]ed test|\bstaar\b"
            r"|\bcaaspp\b|\bsbac\b|\bmcas\b|\bparcc\b|\bnjsla\b|\bregents\b|\bsol tests?\b"
            r"|\b(?:examen(?:es)?|pruebas?) (?:estatal|del estado)|\bpruebas\b",
        ),
        (
            DateKind.MEETING,
            r"\bmeetings?\b|\bmtg\b|\bmeet with\b|\bconference\b|\bard\b|\bcse\b|\bjunta\b"
            r"|\breunion\b|\bconferencia\b",
        ),
    )
)
_IEP: Final = re.compile(r"\bieps?\b|\bard\b|\bcse\b|\bspecial ed|\bpei\b|\beducacion especial")
_PLAN_504: Final = re.compile(r"\b504s?\b")
_ASKS: Final = re.compile(
    r"\b(?:remind (?:me|us)|reminder|don'?t let me forget|recuerda(?:me|nos)|recordar(?:me|nos)"
    r"|recordatorio|avisame)\b"
    r"|^(?:please |pls |can you |could you |por favor |puedes )*"
    r"(?:add|save|put|note|schedule|track|agregar?|anotar?|apuntar?|guardar?|pon)\b"
)
# The words of asking at either end; what is left between them is what the date is about.
_ASKING: Final = re.compile(
    r"^(?:please|pls|can you|could you|would you|i need you to|i want to|hi|hey|hola|por favor"
    r"|puedes?|podrias?|necesito que me|remind (?:me|us)|set a reminder|a reminder|reminder"
    r"|don'?t let me forget|add|save|put|note|schedule|track"
    r"|recuerda(?:me|nos)|recordar(?:me|nos)|un recordatorio|recordatorio|avisame|agregar?|anotar?"
    r"|apuntar?|guardar?|pon|about|that|of|to|for|que|de|del|sobre|para|is|there is|there's|i have"
    r"|we have|tengo|tenemos|an?|the|un|una|el|la|los|las|date|fecha)\b[ ,:]*",
)
_THANKS: Final = re.compile(r"[ ,.!]*\b(?:please|pls|thanks|thank you|por favor|gracias)[ .!]*$")


@dataclass(frozen=True, slots=True)
class RequestReading:
    """What a request names; None where it names nothing of the sort.

    ``nickname`` is spelled as the family spells it, None too where several are named.
    ``title`` is what is left of the words, at most ``TITLE_LIMIT_CHARS`` characters. ``asks``
    tells that the words ask for something to be kept, rather than name it.
    """

    nickname: str | None
    plan: PlanKind | None
    kind: DateKind | None
    moment: Reading
    title: str | None = None
    asks: bool = False


def read_request(
    text: str, *, today: date, language: str, nicknames: Sequence[str]
) -> RequestReading:
    """Read a request to keep a date.

    Args:
        text: what was typed; read up to 500 characters.
        today: the local day of the chat.
        language: decides whether 5/12 is May 12 ("en") or 5 December ("es").
        nicknames: those of the family's children.

    Returns:
        A reading; a request in other words than those of a plan is the family's own date.
    """
    words = plain(tidy(text))
    moment = read_moment(text, today=today, language=language)
    title = _title_of(moment.rest)
    asks = bool(_ASKS.search(words))
    return RequestReading(
        _nickname_of(words, nicknames),
        _plan_of(words),
        _kind_of(words, own=asks and title is not None),
        moment,
        title,
        asks,
    )


def _nickname_of(words: str, nicknames: Sequence[str]) -> str | None:
    """Return the one child who is named; the longer of two names in the same place."""
    named: list[str] = []
    for nickname in sorted(nicknames, key=len, reverse=True):
        name = plain(tidy(nickname))
        place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) if name else None
        if place:
            named.append(nickname)
            words = f"{words[: place.start()]} {words[place.end() :]}"
    return named[0] if len(named) == 1 else None


def _plan_of(words: str) -> PlanKind | None:
    if _PLAN_504.search(words):
        return PlanKind.PLAN_504
    return PlanKind.IEP if _IEP.search(words) else None


def _kind_of(words: str, *, own: bool) -> DateKind | None:
    named = next((kind for kind, regex in _KINDS if regex.search(words)), None)
    return DateKind.OWN if named is None and own else named


def _title_of(rest: str) -> str | None:
    """Return ``rest`` without the words of asking, or None where they are all there is."""
    while asking := _ASKING.match(plain(rest)):
        rest = rest[asking.end() :]
    if thanks := _THANKS.search(plain(rest)):
        rest = rest[: thanks.start()]
    return rest[:TITLE_LIMIT_CHARS].strip(" ,.;:-!?") or None
