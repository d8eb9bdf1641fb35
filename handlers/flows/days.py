"""The question for a day, shared by conversations: typed words, and doubtful ones to pick from.

What a text may mean is decided in ``scheduler.domain``; here it becomes questions.
"""

from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum
from typing import assert_never

from handlers.flows.steps import Again, Answer, Choice, Chose, Context, Data, Go, Move, Typed
from handlers.turn import Label, Phrase, phrase
from scheduler.domain.calendar import MAX_YEARS_AHEAD, Doubt, Reading, read_moment, years_later
from scheduler.domain.plans import Moment

OFFERS = "offers"
DOUBT = "doubt"
DOUBTED = "doubted"
_ASIDE = (OFFERS, DOUBT, DOUBTED)
_DAYS_A_YEAR = 366
# A day of last week was hardly meant to be in a year.
_JUST_PAST = timedelta(days=14)

Then = Callable[[Data, Moment, str], Move]
"""Goes on with the day that was meant, and with what was typed beside it."""


class Reach(StrEnum):
    """Which days a question takes."""

    AHEAD = "ahead"
    BEHIND = "behind"


def written(moment: Moment) -> str:
    """Return a moment as kept in drafts and buttons: 2026-10-03 or 2026-10-03T14:00."""
    on = moment.on.isoformat()
    return f"{on}T{moment.at:%H:%M}" if moment.at else on


def moment_of(text: str) -> Moment:
    """Return the moment that ``written`` wrote.

    Raises:
        ValueError: it wrote no such thing.
    """
    on, _, at = text.partition("T")
    return Moment(date.fromisoformat(on), time.fromisoformat(at) if at else None)


def day_label(moment: Moment) -> Label:
    """The button for a moment, with its year: readings often differ in nothing else."""
    if moment.at is None:
        return phrase("button-day", day=moment.on)
    return phrase("button-moment", day=moment.on, hour=moment.at)


def take_day(
    data: Data,
    answer: Answer,
    context: Context,
    *,
    which: str,
    then: Then,
    reach: Reach = Reach.AHEAD,
) -> Move:
    """Read the answer to "which day?".

    Args:
        data: what was answered so far.
        answer: words, or one of the days that were offered.
        context: language and today.
        which: the slug of the step that lets a person pick from doubtful readings.
        then: goes on once the day is clear.
        reach: days from today on, or days up to today.
    """
    match answer:
        case Chose(value=value) if value in data.get(OFFERS, "").split():
            moment = moment_of(value)
            reading = Reading((moment,), _reach_doubt(moment, context), "")
        case Typed(text=text):
            reading = read_moment(text, today=context.today, language=context.language)
        case _:
            return Again((phrase("day-not-read"),))
    return take_reading(data, reading, context, which=which, then=then, reach=reach)


def take_reading(
    data: Data,
    reading: Reading,
    context: Context,
    *,
    which: str,
    then: Then,
    reach: Reach = Reach.AHEAD,
) -> Move:
    """Go on with a reading, or offer what it may mean; as ``take_day``."""
    reading = _within(reading, reach, context)
    match reading.doubt:
        case None:
            return then(without_offers(data), reading.moments[0], reading.rest)
        case Doubt.NOT_A_DATE:
            return Again((phrase("day-not-read"),))
        case Doubt.IMPOSSIBLE:
            return Again((phrase("day-impossible"),))
        case _:
            return Go(which, {**data, **offers_of(reading, context)})


def offers_of(reading: Reading, context: Context) -> Data:
    """What a doubtful reading leaves in a draft: why it is doubtful, and days to pick from."""
    if reading.doubt is None or not reading.moments:
        return {}
    offers = reading.moments
    if reading.doubt in (Doubt.PAST, Doubt.TOO_FAR):
        offers = _coming_year(reading.moments[0], context.today)
    return {
        DOUBT: reading.doubt.value,
        DOUBTED: written(reading.moments[0]),
        OFFERS: " ".join(written(moment) for moment in offers),
    }


def without_offers(data: Data) -> Data:
    """The draft without what was offered."""
    return {key: value for key, value in data.items() if key not in _ASIDE}


def doubt_line(data: Data) -> Phrase:
    """Why the day is asked about again."""
    doubted = moment_of(data[DOUBTED])
    return phrase(f"day-{data[DOUBT]}", day=doubted.on)


def offered(data: Data) -> tuple[tuple[Choice, ...], ...]:
    """The days to pick from, one a row."""
    return tuple(
        (Choice(day_label(moment_of(value)), value),) for value in data.get(OFFERS, "").split()
    )


def _within(reading: Reading, reach: Reach, context: Context) -> Reading:
    """The reading with only what the question can take, where that leaves something."""
    match reach:
        case Reach.AHEAD:
            return reading
        case Reach.BEHIND:
            behind = tuple(moment for moment in reading.moments if moment.on <= context.today)
            if reading.doubt is Doubt.BARE_MONTH or not reading.moments:
                return reading
            if behind:
                return Reading(behind[:1], None, reading.rest)
            return Reading(reading.moments[:1], Doubt.TOO_FAR, reading.rest)
        case _:
            assert_never(reach)


def _reach_doubt(moment: Moment, context: Context) -> Doubt | None:
    if moment.on < context.today:
        return Doubt.PAST
    too_far = (moment.on - context.today).days > MAX_YEARS_AHEAD * _DAYS_A_YEAR
    return Doubt.TOO_FAR if too_far else None


def _coming_year(moment: Moment, today: date) -> tuple[Moment, ...]:
    """The next such day of a year, for a day that is past or too far."""
    if timedelta() < today - moment.on <= _JUST_PAST:
        return ()
    coming = years_later(moment.on, today.year - moment.on.year)
    if coming < today:
        coming = years_later(moment.on, today.year + 1 - moment.on.year)
    return (Moment(coming, moment.at),)
