"""Telling of a school day that will be different: what, which days, whose; then Yes.

How a sentence is read is in ``scheduler.domain``; what is said once it is kept, in
``change_kept.py``.
"""

from datetime import date

from handlers.errors import refusal_line
from handlers.flows.change_kept import change_kept_reply
from handlers.flows.child import NICKNAME, ask_child, only_child, take_child
from handlers.flows.confirming import CHANGE, YES_OR_CHANGE, agreed, other_news, pieces
from handlers.flows.days import day_label
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
    Typed,
    flow,
)
from handlers.turn import Line, Phrase, Replies, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.calendar import Doubt, SpanReading, days_later, read_span
from scheduler.domain.commands import AddSchoolChange
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import CHANGE_LIMIT_CHARS, MAX_CHANGE_DAYS, ChangeKind, Moment
from scheduler.domain.reading_changes import ChangeReading, classify_change, read_change
from scheduler.domain.reading_requests import read_request
from scheduler.domain.school_days import is_school_day, school_days_of

SAID = "said"
WHAT, DAYS, KIND = "what", "days", "kind"
FIRST, LAST = "first", "last"
_OFFERS = "offers"
_WHICH, _CONFIRM = "which", "confirm"


def _begin(data: Data, context: Context) -> Go:
    """Read what was said, if anything, and ask the first thing that is missing."""
    known = only_child(context) | {key: value for key, value in data.items() if key != SAID}
    if SAID not in data:
        return _ask_next(known)
    text = data[SAID]
    named = read_request(
        text,
        today=context.today,
        language=context.language,
        nicknames=[child.nickname for child in context.children],
    ).nickname
    known |= {NICKNAME: named} if named else {}
    read = read_change(text, today=context.today, language=context.language)
    return _with_days({**known, **_what_of(text, read, context)}, read, context)


def _what_of(text: str, read: ChangeReading, context: Context) -> Data:
    """What differs, where the text says more than the days."""
    beside = read_span(text, today=context.today, language=context.language).rest
    return {WHAT: read.what} if any(letter.isalnum() for letter in beside) else {}


def _ask_next(data: Data, *hint: Line) -> Go:
    """The first question whose answer is missing; the last one once none is."""
    for slug, needed in ((WHAT, WHAT), (DAYS, FIRST), (NICKNAME, NICKNAME)):
        if needed not in data:
            return Go(_WHICH if slug == DAYS and _OFFERS in data else slug, data, hint)
    return Go(_CONFIRM, data, hint)


def _with_days(data: Data, read: ChangeReading | SpanReading, context: Context) -> Go:
    """Keep the days that were read; where they are doubtful, they are asked about next."""
    first_on, last_on = read.first_on, read.last_on
    data = {key: value for key, value in data.items() if key not in (FIRST, LAST, _OFFERS)}
    if first_on is None or last_on is None:
        impossible = read.doubt is Doubt.IMPOSSIBLE
        return _ask_next(data, *((phrase("day-impossible"),) if impossible else ()))
    if read.doubt is Doubt.TWO_READINGS and read.other is not None:
        later = read.other + (last_on - first_on)
        offers = ((first_on, last_on), (read.other, later))
        return _ask_next({**data, _OFFERS: " ".join(_span(*offer) for offer in offers)})
    wrong = _wrong_days(first_on, last_on, read.doubt, context)
    if wrong:
        return _ask_next(data, wrong)
    return _ask_next({**data, FIRST: first_on.isoformat(), LAST: last_on.isoformat()})


def _wrong_days(
    first_on: date, last_on: date, doubt: Doubt | None, context: Context
) -> Phrase | None:
    """Why these days cannot be kept; None where they can."""
    if last_on < context.today:
        return phrase("day-past", day=last_on)
    if doubt is Doubt.BARE_MONTH:
        return phrase("change-which-day")
    if doubt is Doubt.TOO_FAR:
        return phrase("day-too-far", day=first_on)
    if (last_on - first_on).days >= MAX_CHANGE_DAYS:
        return refusal_line(Refusal(RefusalCode.CHANGE_TOO_MANY_DAYS))
    return None


def _span(first_on: date, last_on: date) -> str:
    return f"{first_on.isoformat()}/{last_on.isoformat()}"


def _ask_what(data: Data, context: Context) -> Question:
    del data, context
    return Question((phrase("change-ask-what"),))


def _take_what(data: Data, answer: Answer, context: Context) -> Move:
    """Take the sentence, with the days it names; no day named means tomorrow."""
    text = answer.text if isinstance(answer, Typed) else ""
    if len(text) > CHANGE_LIMIT_CHARS:
        return Again((refusal_line(Refusal(RefusalCode.CHANGE_TOO_LONG)),))
    read = read_change(text, today=context.today, language=context.language)
    what = _what_of(text, read, context)
    if not what:
        return Again((refusal_line(Refusal(RefusalCode.CHANGE_EMPTY)),))
    data = {**data, **what}
    if read.doubt is Doubt.NOT_A_DATE:
        tomorrow = days_later(context.today, 1).isoformat()
        return _ask_next({FIRST: tomorrow, LAST: tomorrow, **data})
    return _with_days(data, read, context)


def _ask_days(data: Data, context: Context) -> Question:
    del data
    tomorrow = days_later(context.today, 1)
    choice = Choice(day_label(Moment(tomorrow)), _span(tomorrow, tomorrow))
    return Question((phrase("change-ask-day"),), ((choice,),))


def _ask_which(data: Data, context: Context) -> Question:
    del context
    rows = tuple(
        (Choice(day_label(Moment(date.fromisoformat(offer.partition("/")[0]))), offer),)
        for offer in data.get(_OFFERS, "").split()
    )
    return Question((phrase("change-which-day"),), rows)


def _take_days(data: Data, answer: Answer, context: Context) -> Move:
    match answer:
        case Chose(value=value):
            first, _, last = value.partition("/")
            offered = {*data.get(_OFFERS, "").split(), _tomorrow(context)}
            if value not in offered:
                return Again((phrase("day-not-read"),))
            picked = SpanReading(
                date.fromisoformat(first), date.fromisoformat(last), None, "", None
            )
            return _with_days(data, picked, context)
        case Typed(text=text):
            read = read_span(text, today=context.today, language=context.language)
        case _:
            return Again((phrase("day-not-read"),))
    if read.first_on is None:
        unread = "day-impossible" if read.doubt is Doubt.IMPOSSIBLE else "day-not-read"
        return Again((phrase(unread),))
    return _with_days(data, read, context)


def _tomorrow(context: Context) -> str:
    tomorrow = days_later(context.today, 1)
    return _span(tomorrow, tomorrow)


def _ask_child(data: Data, context: Context) -> Question:
    del data
    return ask_child("change-ask-child", context)


def _take_child(data: Data, answer: Answer, context: Context) -> Move:
    return take_child(data, answer, context, then=_ask_next)


def _ask_kind(data: Data, context: Context) -> Question:
    del data, context
    choices = [Choice(phrase(f"change-kind-{kind.value}"), kind.value) for kind in ChangeKind]
    rows = tuple(tuple(choices[place : place + 2]) for place in range(0, len(choices), 2))
    return Question((phrase("change-ask-kind"),), rows)


def _take_kind(data: Data, answer: Answer, context: Context) -> Move:
    del context
    match answer:
        case Chose(value=value) if value in {kind.value for kind in ChangeKind}:
            return _ask_next({**data, KIND: value})
        case _:
            return Again((phrase("confirm-tap"),))


def _ask_confirm(data: Data, context: Context) -> Question:
    """Echo everything: whose, which days, what, and how it was understood."""
    command = _command(data)
    lines: list[Line] = [
        phrase("change-confirm"),
        phrase("change-line", nickname=command.nickname, what=command.what),
        _days_line(command.first_on, command.last_on),
        phrase("change-kind-line", kind=phrase(f"change-kind-{command.kind.value}")),
    ]
    days = school_days_of(command.first_on, command.last_on)
    if not is_school_day(days[0]):
        lines.append(phrase("change-weekend"))
    if command.first_on <= context.today:
        lines.append(phrase("change-day-begun"))
    return Question(tuple(lines), YES_OR_CHANGE)


def _days_line(first_on: date, last_on: date) -> Phrase:
    if first_on == last_on:
        return phrase("date-day", day=first_on)
    count = len(school_days_of(first_on, last_on))
    return phrase("change-days", first=first_on, last=last_on, count=count)


def _take_confirm(data: Data, answer: Answer, context: Context) -> Move:
    if agreed(answer):
        return Done(_command(data))
    match answer:
        case Chose(value=value) if value == CHANGE:
            return Go(CHANGE, data)
        case Typed(text=text) if other_news(text, _command(data).kind.value, context):
            return Again((phrase("confirm-tap"),))
        case Typed():
            move = _take_days(data, answer, context)
            return Again((phrase("confirm-tap"),)) if isinstance(move, Again) else move
        case _:
            return Again((phrase("confirm-tap"),))


def _ask_change(data: Data, context: Context) -> Question:
    del data, context
    return Question((phrase("change-what"),), pieces((WHAT, DAYS, NICKNAME, KIND)))


def _take_change(data: Data, answer: Answer, context: Context) -> Move:
    del context
    match answer:
        case Chose(value=value) if value in (WHAT, DAYS, NICKNAME, KIND):
            return Go(value, data)
        case _:
            return Again((phrase("confirm-tap"),))


def _command(data: Data) -> AddSchoolChange:
    kind = ChangeKind(data[KIND]) if KIND in data else classify_change(data[WHAT])
    first_on, last_on = date.fromisoformat(data[FIRST]), date.fromisoformat(data[LAST])
    return AddSchoolChange(data[NICKNAME], first_on, last_on, kind, data[WHAT])


async def _finish(turn: Turn, command: AddSchoolChange, draft_id: int) -> Replies:
    result = await actions.add_school_change(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    if isinstance(result, actions.AlreadyDone):
        return toast(phrase("toast-already-done"))
    return change_kept_reply(turn, result)


SCHOOL_CHANGE = flow(
    "school-change",
    version=2,
    steps=(
        Step(WHAT, _ask_what, _take_what),
        Step(DAYS, _ask_days, _take_days),
        Step(_WHICH, _ask_which, _take_days),
        Step(NICKNAME, _ask_child, _take_child),
        Step(KIND, _ask_kind, _take_kind),
        Step(_CONFIRM, _ask_confirm, _take_confirm),
        Step(CHANGE, _ask_change, _take_change),
    ),
    begin=_begin,
    finish=_finish,
    needs_zone=True,
)
