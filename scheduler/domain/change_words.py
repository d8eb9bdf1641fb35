"""The words by which a kind of changed school day is known, in English and Spanish.

Written as ``plain`` leaves them. Where a sentence names two kinds, the first in it counts.
"""

import re
from typing import Final

from scheduler.domain.plans import ChangeKind

_ROWS: Final[tuple[tuple[ChangeKind, str], ...]] = (
    (
        ChangeKind.NO_SCHOOL,
        (
            r"no (?:hay )?(?:school|class|classes|clases|escuela)|sin (?:clases|escuela)|days? off"
            r"|school(?:'s| is| will be)? (?:closed|out|canceled|cancelled)|holiday|snow day"
            r"|(?:fall|winter|spring|thanksgiving) break|dias? libres?|dias? feriados?|feriado"
            r"|vacaciones|(?:teacher|staff) (?:work ?day|development|planning)|inservice|in-service"
            r"|escuela cerrada|cierra la escuela"
        ),
    ),
    (
        ChangeKind.HALF_DAY,
        (
            r"half[ -]?day|1/2 day|early (?:release|dismissal|out)|minimum day|shortened day"
            r"|(?:gets?|getting|let) out early|medio dia|salidas? temprano|salida temprana"
            r"|salen temprano|sale temprano"
        ),
    ),
    (
        ChangeKind.DELAYED_START,
        (
            r"(?:delayed|late) (?:start|opening|arrival)|(?:\d|one|two|three)[ -]?h(?:ou)?r delay"
            r"|starts? (?:late|later)|delay|entrada (?:tarde|tardia)|entran (?:mas )?tarde"
            r"|inicio tard[ie]o?|retraso"
        ),
    ),
    (
        ChangeKind.PRACTICE_TEST,
        (
            r"practice (?:state )?(?:test\w*|exams?|staar)|(?:mock|pretend"
            r"|trial) (?:test\w*|exams?)"
            r"|(?:test|staar) practice|(?:examen\w*|pruebas?) de practica|benchmark\w*"
            r"|simulacros? de (?:examen|prueba)"
        ),
    ),
    (
        ChangeKind.STATE_TEST,
        (
            r"state (?:test\w*|exams?|assessments?)|standardi[sz]ed test\w*|testing|staar"
            r"|caaspp|sbac"
            r"|mcas|parcc|njsla|i-?ready|map (?:test\w*|growth)|regents"
            r"|(?:examen(?:es)?|pruebas?) (?:estatal|del estado)\w*"
        ),
    ),
    (
        ChangeKind.SUBSTITUTE,
        (
            r"subs?|substitutes?|(?:teacher|aide|para|therapist) (?:is |will be |'s )?"
            r"(?:out|away|absent|not there)|(?:maestr|profesor)\w* suplente|suplentes?"
            r"|sustitut[oa]s?"
        ),
    ),
    (
        ChangeKind.FIELD_TRIP,
        r"field ?-?trip|excursion|paseo|museum|museo|zoo|(?:class|school) trip",
    ),
    (
        ChangeKind.ASSEMBLY,
        (
            r"assembl(?:y|ies)|(?:fire|lockdown|safety) drill|pep rally|asambleas?|concert"
            r"|concierto"
            r"|simulacros?|ceremonia"
        ),
    ),
)
# "No field trip after all" is no field trip.
_CALLED_OFF: Final = r"(?<!\bno )(?<!\bnot )(?<!\bsin )"
_COMPILED: Final = tuple(
    (
        kind,
        re.compile(
            rf"{'' if kind is ChangeKind.NO_SCHOOL else _CALLED_OFF}(?<!\w)(?:{words})(?!\w)",
            re.ASCII,
        ),
    )
    for kind, words in _ROWS
)


def kind_named(text: str) -> ChangeKind:
    """Return the kind of change that a plain text names first; OTHER where it names none."""
    named = [(match.start(), kind) for kind, regex in _COMPILED if (match := regex.search(text))]
    return min(named, key=lambda place: place[0], default=(0, ChangeKind.OTHER))[1]
