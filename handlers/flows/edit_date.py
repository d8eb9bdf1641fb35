"""Changing one piece of a date that is kept: its day, its hour or its name."""

from datetime import date, time
from typing import assert_never

from handlers.errors import refusal_line
from handlers.flows.confirming import CHANGE, YES_OR_CHANGE, agreed, other_news
from handlers.flows.days import DOUBT, doubt_line, moment_of, offered, take_day, written
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
from handlers.plan_buttons import Piece
from handlers.plan_screens import (
    date_gone,
    date_screen,
    first_message,
    remark_lines,
    remembered,
    remembered_line,
)
from handlers.turn import Replies, Turn, ZoneName, phrase, toast
from scheduler import actions
from scheduler.domain.calendar import read_time
from scheduler.domain.commands import EditPlanDate
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import TITLE_LIMIT_CHARS, Moment, PlanDate, PlanDateId

_DATE = "date"
_PIECE = "piece"
_WAS = "was"
_MOVED = "moved"
_DAY, _WHICH, _CONFIRM, _HOUR, _TITLE = "day", "which", "confirm", "hour", "title"
_NO_HOUR = "no-hour"


def edit_data(plan_date: PlanDate, piece: Piece) -> Data:
    """What the conversation begins with."""
    was = written(Moment(plan_date.due_on, plan_date.at))
    return {**remembered(plan_date), _PIECE: piece.value, _WAS: was}


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go(Piece(data[_PIECE]).value, data)


def _command(data: Data, *, day: date | None = None, at: time | None = None) -> EditPlanDate:
    return EditPlanDate(PlanDateId(int(data[_DATE])), due_on=day, at=at)


def _ask_day(data: Data, context: Context) -> Question:
    del context
    ask = phrase("edit-ask-day", day=moment_of(data[_WAS]).on)
    return Question((remembered_line(data), ask))


def _ask_which(data: Data, context: Context) -> Question:
    del context
    line = doubt_line(data) if DOUBT in data else phrase("day-not-read")
    return Question((line,), offered(data))


def _take_day(data: Data, answer: Answer, context: Context) -> Move:
    return take_day(data, answer, context, which=_WHICH, then=_to_confirm)


def _to_confirm(data: Data, moment: Moment, rest: str) -> Move:
    del rest
    return Go(_CONFIRM, {**data, _MOVED: written(moment)})


def _ask_confirm(data: Data, context: Context) -> Question:
    moment = moment_of(data[_MOVED])
    at = moment.at or moment_of(data[_WAS]).at
    zone = ZoneName(context.zone_info.key)
    line = phrase("date-day-zone", day=moment.on, zone=zone)
    if at is not None:
        line = phrase("date-moment-zone", day=moment.on, hour=at, zone=zone)
    return Question((phrase("edit-confirm"), remembered_line(data), line), YES_OR_CHANGE)


def _take_confirm(data: Data, answer: Answer, context: Context) -> Move:
    if agreed(answer):
        moment = moment_of(data[_MOVED])
        return Done(_command(data, day=moment.on, at=moment.at))
    match answer:
        case Chose(value=value) if value == CHANGE:
            return Go(_DAY, data)
        case Typed(text=text) if other_news(text, data["kind"], context):
            return Again((phrase("confirm-tap"),))
        case Typed():
            move = _take_day(data, answer, context)
            return Again((phrase("confirm-tap"),)) if isinstance(move, Again) else move
        case _:
            return Again((phrase("confirm-tap"),))


def _ask_hour(data: Data, context: Context) -> Question:
    del context
    lines = (remembered_line(data), phrase("add-ask-hour"))
    return Question(lines, ((Choice(phrase("button-no-hour"), _NO_HOUR),),))


def _take_hour(data: Data, answer: Answer, context: Context) -> Move:
    if isinstance(answer, Chose) and answer.value == _NO_HOUR:
        return Done(EditPlanDate(PlanDateId(int(data[_DATE])), clear_at=True))
    typed = answer.text if isinstance(answer, Typed) else ""
    at = read_time(typed, language=context.language)
    return Done(_command(data, at=at)) if at else Again((phrase("hour-not-read"),))


def _ask_title(data: Data, context: Context) -> Question:
    del context
    return Question((remembered_line(data), phrase("add-ask-title")))


def _take_title(data: Data, answer: Answer, context: Context) -> Move:
    del context
    title = " ".join(answer.text.split()) if isinstance(answer, Typed) else ""
    if not title:
        return Again((phrase("title-not-read"),))
    if len(title) > TITLE_LIMIT_CHARS:
        return Again((refusal_line(Refusal(RefusalCode.TITLE_TOO_LONG)),))
    return Done(EditPlanDate(PlanDateId(int(data[_DATE])), title=title))


async def _finish(turn: Turn, command: EditPlanDate, draft_id: int) -> Replies:
    result = await actions.edit_plan_date(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    match result:
        case actions.Edited(plan_date=kept, upcoming=upcoming, remarks=remarks):
            comes = first_message(upcoming, "edit-next-message")
            # Another name moves nothing.
            changed = phrase("edit-kept-name" if command.title else "edit-kept")
            above = (changed, comes, *remark_lines(remarks))
            return date_screen(turn, kept, *above)
        case actions.AlreadyDone():
            return toast(phrase("toast-already-done"))
        case actions.Gone():
            # Nothing is left to ask about, so the next words are no answer any more.
            await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
            return date_gone(turn)
        case _:
            assert_never(result)


EDIT_DAY = flow(
    "edit-date",
    version=1,
    steps=(
        Step(_DAY, _ask_day, _take_day),
        Step(_WHICH, _ask_which, _take_day),
        Step(_CONFIRM, _ask_confirm, _take_confirm),
        Step(_HOUR, _ask_hour, _take_hour),
        Step(_TITLE, _ask_title, _take_title),
    ),
    begin=_begin,
    finish=_finish,
    needs_zone=True,
    alone=False,
)
