"""Two questions about a date that is kept: when it was held, and until when it may rest."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from handlers.flows import engine
from handlers.flows.add_date import ADD_DATE, COMPUTED
from handlers.flows.add_date_pieces import DAY, KIND, PLAN
from handlers.flows.child import NICKNAME
from handlers.flows.days import (
    DOUBT,
    Reach,
    day_label,
    doubt_line,
    offered,
    take_day,
    written,
)
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
from handlers.plan_buttons import ALL_DATES, LookAt, Reopen
from handlers.plan_screens import coming_line, date_gone, date_lines, form_of, remembered_line
from handlers.turn import Button, Form, Line, Replies, Reply, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.calendar import Doubt
from scheduler.domain.commands import MarkDone, SnoozePlanDate
from scheduler.domain.plans import DateKind, Moment, PlanDate, PlanDateId

_DATE = "date"
_DUE = "due"
_DAY = "day"
_WHICH = "which"


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go(_DAY, data)


def _ask_which(data: Data, context: Context) -> Question:
    del context
    line = doubt_line(data) if DOUBT in data else phrase("day-not-read")
    return Question((line,), offered(data))


def _ask_held(data: Data, context: Context) -> Question:
    due_on = date.fromisoformat(data[_DUE])
    rows = [(Choice(phrase("button-held-today"), written(Moment(context.today))),)]
    if due_on < context.today:
        rows.append((Choice(day_label(Moment(due_on)), written(Moment(due_on))),))
    return Question((remembered_line(data), phrase("held-ask")), tuple(rows))


def _take_held(data: Data, answer: Answer, context: Context) -> Move:
    held_today, held_as_due = written(Moment(context.today)), data[_DUE]
    match answer:
        case Chose(value=value) if value in (held_today, held_as_due):
            return _held(data, Moment(date.fromisoformat(value)), "")
        case _:
            move = take_day(data, answer, context, which=_DAY, then=_held, reach=Reach.BEHIND)
    if isinstance(move, Go):
        # What is doubtful here lies ahead, and no day to come can be the one it was held on.
        bare_month = move.data.get(DOUBT) == Doubt.BARE_MONTH
        return Again((phrase("held-which-day" if bare_month else "held-ahead"),))
    return move


def _held(data: Data, moment: Moment, rest: str) -> Move:
    del rest
    return Done(MarkDone(PlanDateId(int(data[_DATE])), held_on=moment.on))


async def _finish_held(turn: Turn, command: MarkDone, draft_id: int) -> Replies:
    result = await actions.mark_done(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    await _end_if_gone(turn, result)
    return await done_replies(turn, result)


def _ask_until(data: Data, context: Context) -> Question:
    del context
    ask = phrase("snooze-ask-day", day=date.fromisoformat(data[_DUE]))
    return Question((remembered_line(data), ask))


def _take_until(data: Data, answer: Answer, context: Context) -> Move:
    def until(data: Data, moment: Moment, rest: str) -> Move:
        del rest
        due_on = date.fromisoformat(data[_DUE])
        if moment.on > due_on >= context.today:
            return Again((phrase("snooze-after-date", day=due_on),))
        return Done(SnoozePlanDate(PlanDateId(int(data[_DATE])), moment.on))

    return take_day(data, answer, context, which=_WHICH, then=until)


async def _finish_until(turn: Turn, command: SnoozePlanDate, draft_id: int) -> Replies:
    result = await actions.snooze_plan_date(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    await _end_if_gone(turn, result)
    return snoozed_reply(turn, result)


async def _end_if_gone(turn: Turn, result: object) -> None:
    """Leave a conversation about a date that is no more: the next words are no answer to it."""
    if isinstance(result, actions.Gone):
        await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)


def snoozed_reply(
    turn: Turn, result: actions.Snoozed | actions.AlreadyDone | actions.Gone
) -> Reply:
    """When the reminder comes, and that the date itself stays."""
    match result:
        case actions.Snoozed(plan_date=kept, until_at=until_at):
            again = phrase("snoozed", at=until_at)
            stays = phrase("snoozed-date-stays", day=kept.due_on)
            return Reply((date_lines(kept)[0], again, stays), ((ALL_DATES,),), form_of(turn))
        case actions.AlreadyDone():
            return toast(phrase("toast-already-done"))
        case actions.Gone():
            return date_gone(turn)
        case _:
            assert_never(result)


async def done_replies(
    turn: Turn, result: actions.MarkedDone | actions.AlreadyDone | actions.Gone
) -> Replies:
    """That it is done, what comes next, and the offer to keep the one that follows by rule."""
    match result:
        case actions.MarkedDone(plan_date=kept, next=following):
            said = await _done_reply(turn, kept)
            if following is None:
                return said
            return (said, *await _offer_next(turn, kept, following))
        case actions.AlreadyDone():
            return toast(phrase("toast-already-done"))
        case actions.Gone():
            return date_gone(turn)
        case _:
            assert_never(result)


async def _done_reply(turn: Turn, kept: PlanDate) -> Reply:
    found = await actions.list_plan_dates(turn.sessions, chat_id=turn.chat_id)
    ahead = (each for each in found if each.child == kept.child and each.due_on >= turn.today)
    coming = next(ahead, None)
    after: Line = coming_line(coming, turn.today) if coming else phrase("done-nothing-else")
    undo = Button(phrase("button-undo"), Reopen(kept.id))
    look = (Button(phrase("button-look-next"), LookAt(coming.id)),) if coming else ()
    lines = (phrase("done-kept"), date_lines(kept)[0], phrase("done-no-more"), after)
    return Reply(lines, ((undo, *look), (ALL_DATES,)), form_of(turn))


async def _offer_next(
    turn: Turn, kept: PlanDate, following: tuple[DateKind, date]
) -> tuple[Reply, ...]:
    """The last question of adding a date, with everything filled in: one tap keeps it."""
    kind, due_on = following
    data = {
        NICKNAME: kept.child.nickname,
        KIND: kind.value,
        PLAN: kept.plan.value,
        DAY: due_on.isoformat(),
        COMPUTED: (kept.completed_on or kept.due_on).isoformat(),
    }
    asked = await engine.begin(turn, ADD_DATE, data)
    replies = (asked,) if isinstance(asked, Reply) else asked
    # What is done stays to be seen above the question, so the question is a message of its own.
    return tuple(replace(reply, form=Form.NEW) for reply in replies)


PICK_SNOOZE = flow(
    "pick-snooze",
    version=2,
    steps=(Step(_DAY, _ask_until, _take_until), Step(_WHICH, _ask_which, _take_until)),
    begin=_begin,
    finish=_finish_until,
    needs_zone=True,
    alone=False,
)
HELD_ON = flow(
    "held-on",
    version=2,
    steps=(Step(_DAY, _ask_held, _take_held),),
    begin=_begin,
    finish=_finish_held,
    needs_zone=True,
    alone=False,
)
