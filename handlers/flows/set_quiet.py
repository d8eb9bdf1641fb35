"""Setting the quiet hours: from when, until when, or none at all."""

from datetime import time

from handlers.flows.hours import hour_choices, read_hour
from handlers.flows.setting_saved import save_setting
from handlers.flows.steps import (
    Again,
    Answer,
    Choice,
    Chose,
    Context,
    Data,
    Done,
    Go,
    Move,
    Question,
    Step,
    flow,
)
from handlers.turn import phrase
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import QuietHours

_NONE = "none"
_START = "start"
_START_HOURS = (time(20), time(20, 30), time(21), time(21, 30), time(22), time(23))
_END_HOURS = (time(5), time(6), time(6, 30), time(7), time(8), time(9))


def _ask_start(data: Data, context: Context) -> Question:
    del data, context
    none = (Choice(phrase("button-quiet-none"), _NONE),)
    return Question((phrase("quiet-ask-start"),), (*hour_choices(*_START_HOURS), none))


def _take_start(data: Data, answer: Answer, context: Context) -> Move:
    if answer == Chose(_NONE):
        return Done(ChangeSettings(quiet=QuietHours(time(0), time(0))))
    at = read_hour(answer, context)
    if at is None:
        return Again((phrase("hour-not-read"),))
    return Go(_UNTIL.slug, {**data, _START: at.isoformat()})


def _ask_end(data: Data, context: Context) -> Question:
    del context
    start = time.fromisoformat(data[_START])
    return Question((phrase("quiet-ask-end", start=start),), hour_choices(*_END_HOURS))


def _take_end(data: Data, answer: Answer, context: Context) -> Move:
    at = read_hour(answer, context)
    if at is None:
        return Again((phrase("hour-not-read"),))
    return Done(ChangeSettings(quiet=QuietHours(time.fromisoformat(data[_START]), at)))


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go(_FROM.slug, data)


_FROM = Step("from", _ask_start, _take_start)
_UNTIL = Step("until", _ask_end, _take_end)
SET_QUIET = flow("set-quiet", version=1, steps=(_FROM, _UNTIL), begin=_begin, finish=save_setting)
