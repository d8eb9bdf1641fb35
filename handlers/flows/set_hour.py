"""Setting the hour of reminders, or the hour of tomorrow cards: one question."""

import re
from datetime import time

from handlers.flows.hours import hour_choices, read_hour
from handlers.flows.setting_saved import save_setting
from handlers.flows.steps import (
    TEXT,
    Again,
    Answer,
    Context,
    Data,
    Done,
    Go,
    Move,
    Question,
    Step,
    Typed,
    flow,
)
from handlers.turn import phrase
from scheduler.domain.commands import ChangeSettings

WHICH = "which"
REMINDER = "reminder"
EVENING = "evening"
_MORNING = re.compile(r"\ba\.?\s?m\b|morning|mañana", re.IGNORECASE)
_HALF_DAY_HOURS = 12
_MORNING_HOURS = (time(7), time(8), time(9), time(12), time(16), time(18))
_EVENING_HOURS = (time(17), time(18), time(19), time(19, 30), time(20), time(21))


def _ask(data: Data, context: Context) -> Question:
    del context
    if data.get(WHICH) == EVENING:
        return Question((phrase("hour-ask-evening"),), hour_choices(*_EVENING_HOURS))
    return Question((phrase("hour-ask-reminder"),), hour_choices(*_MORNING_HOURS))


def _take(data: Data, answer: Answer, context: Context) -> Move:
    at = read_hour(answer, context)
    if at is None:
        return Again((phrase("hour-not-read"),))
    if data.get(WHICH) == EVENING:
        return Done(ChangeSettings(evening_at=_evening(at, answer)))
    return Done(ChangeSettings(reminder_at=at))


def _evening(at: time, answer: Answer) -> time:
    """The hour of an evening: a typed "8" is eight at night unless it says morning."""
    said_plainly = isinstance(answer, Typed) and not _MORNING.search(answer.text)
    if said_plainly and 0 < at.hour < _HALF_DAY_HOURS:
        return at.replace(hour=at.hour + _HALF_DAY_HOURS)
    return at


def _begin(data: Data, context: Context) -> Go | Done:
    """Take an hour that was named in the request itself, else ask."""
    which = {WHICH: data[WHICH]}
    named = _take(which, Typed(data.get(TEXT, "")), context)
    return named if isinstance(named, Done) else Go(_HOUR.slug, which)


_HOUR = Step("hour", _ask, _take)
SET_HOUR = flow(
    "set-hour", version=1, steps=(_HOUR,), begin=_begin, finish=save_setting, alone=False
)
