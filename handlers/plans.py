"""The dates of a child's plan: register, list, open, done, snooze, change, delete and undo."""

from datetime import timedelta

from faq.decision import CommandKind
from handlers.flows import engine
from handlers.flows.add_date import ADD_DATE, SAID
from handlers.flows.date_ends import HELD_ON, PICK_SNOOZE, done_replies, snoozed_reply
from handlers.flows.edit_date import EDIT_DAY, edit_data
from handlers.plan_buttons import (
    ALL_DATES,
    SNOOZE_DAYS,
    AskDelete,
    AskEdit,
    AskSnooze,
    Delete,
    EditPiece,
    LookAt,
    MarkAsDone,
    OpenDate,
    Reopen,
    Restore,
    ShowDates,
    Snooze,
    SnoozePick,
    edit_rows,
    snooze_rows,
)
from handlers.plan_screens import date_gone, date_lines, date_screen, dates_screen, remembered
from handlers.subject import Command, Subject, on_press
from handlers.turn import Button, Form, Phrase, Replies, Reply, Rows, Turn, edit, new, phrase, toast
from scheduler import actions
from scheduler.domain.commands import MarkDone, SnoozePlanDate
from scheduler.domain.kinds import rule_of
from scheduler.domain.plans import DateState, PlanDate, PlanDateId
from scheduler.domain.reminders import has_passed
from scheduler.domain.words import TEXT_LIMIT_CHARS


async def begin_add(turn: Turn, text: str) -> Replies:
    """Begin to register a date; what ``text`` says of it is not asked again."""
    said = text.strip()[:TEXT_LIMIT_CHARS]
    return await engine.begin(turn, ADD_DATE, {SAID: said} if said else {})


async def _dates(turn: Turn, words: str) -> Replies:
    del words
    return await _list(turn)


async def _pick_one(turn: Turn, words: str) -> Replies:
    """Ask which date is meant, for wishes such as "snooze it" or "move the meeting"."""
    del words
    return await _list(turn, phrase("dates-pick-one"))


async def _list(turn: Turn, *above: Phrase, page: int = 0) -> Replies:
    found = await actions.list_plan_dates(turn.sessions, chat_id=turn.chat_id)
    return dates_screen(turn, found, *(above if found else ()), page=page)


async def _turn_page(turn: Turn, button: ShowDates) -> Replies:
    return await _list(turn, page=button.page)


async def _open(turn: Turn, button: OpenDate) -> Replies:
    found = await _find(turn, button.plan_date_id)
    return date_screen(turn, found) if found else date_gone(turn)


async def _look_at(turn: Turn, button: LookAt) -> Replies:
    found = await _find(turn, button.plan_date_id)
    return date_screen(turn, found, form=Form.NEW) if found else date_gone(turn, form=Form.NEW)


async def _done(turn: Turn, button: MarkAsDone) -> Replies:
    """Mark done; where the next one counts from the day it was held, ask for that day first."""
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is DateState.DELETED:
        return date_gone(turn)
    if found.state is DateState.DONE:
        return toast(phrase("toast-already-done"))
    if rule_of(found.kind, found.plan).years is not None:
        return await engine.begin(turn, HELD_ON, remembered(found))
    result = await actions.mark_done(
        turn.sessions, MarkDone(found.id), chat_id=turn.chat_id, now=turn.now
    )
    return await done_replies(turn, result)


async def _reopen(turn: Turn, button: Reopen) -> Replies:
    result = await actions.reopen_plan_date(
        turn.sessions, button.plan_date_id, chat_id=turn.chat_id, now=turn.now
    )
    if isinstance(result, actions.Gone):
        return date_gone(turn)
    return date_screen(turn, result.plan_date, phrase("date-open-again"))


async def _ask_snooze(turn: Turn, button: AskSnooze) -> Replies:
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is not DateState.OPEN:
        return _not_open(turn, found, form=Form.NEW)
    ask = phrase("snooze-ask", day=found.due_on)
    return new(*date_lines(found)[:1], ask, buttons=_snooze_rows(turn, found))


async def _snooze(turn: Turn, button: Snooze) -> Replies:
    until_on = turn.today + timedelta(days=button.days) if button.days in SNOOZE_DAYS[1:] else None
    found = await _find(turn, button.plan_date_id)
    if found is not None and found.state is DateState.OPEN and until_on is not None:
        is_over = has_passed(found, chat=turn.chat, now=turn.now)
        if until_on > found.due_on and not is_over:
            # The button is from a day when the date was farther off.
            ask = phrase("snooze-after-date", day=found.due_on)
            return edit(ask, buttons=_snooze_rows(turn, found))
    result = await actions.snooze_plan_date(
        turn.sessions,
        SnoozePlanDate(button.plan_date_id, until_on),
        chat_id=turn.chat_id,
        now=turn.now,
    )
    return snoozed_reply(turn, result)


def _snooze_rows(turn: Turn, found: PlanDate) -> Rows:
    is_over = has_passed(found, chat=turn.chat, now=turn.now)
    return snooze_rows(found, today=turn.today, is_over=is_over)


async def _snooze_pick(turn: Turn, button: SnoozePick) -> Replies:
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is not DateState.OPEN:
        return _not_open(turn, found)
    return await engine.begin(turn, PICK_SNOOZE, remembered(found))


async def _ask_edit(turn: Turn, button: AskEdit) -> Replies:
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is not DateState.OPEN:
        return _not_open(turn, found)
    return edit(*date_lines(found), phrase("change-what"), buttons=edit_rows(found.id))


async def _edit_piece(turn: Turn, button: EditPiece) -> Replies:
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is not DateState.OPEN:
        return _not_open(turn, found)
    return await engine.begin(turn, EDIT_DAY, edit_data(found, button.piece))


async def _ask_delete(turn: Turn, button: AskDelete) -> Replies:
    found = await _find(turn, button.plan_date_id)
    if found is None or found.state is DateState.DELETED:
        return date_gone(turn)
    yes = Button(phrase("button-delete-yes"), Delete(found.id))
    no = Button(phrase("button-keep-it"), OpenDate(found.id))
    return edit(phrase("date-delete-ask"), *date_lines(found), buttons=((yes, no),))


async def _delete(turn: Turn, button: Delete) -> Replies:
    result = await actions.delete_plan_date(
        turn.sessions, button.plan_date_id, chat_id=turn.chat_id, now=turn.now
    )
    if isinstance(result, actions.Gone):
        return date_gone(turn)
    undo = Button(phrase("button-undo"), Restore(result.plan_date.id))
    lines = (phrase("date-deleted"), *date_lines(result.plan_date))
    return edit(*lines, buttons=((undo, ALL_DATES),))


async def _restore(turn: Turn, button: Restore) -> Replies:
    result = await actions.restore_plan_date(
        turn.sessions, button.plan_date_id, chat_id=turn.chat_id, now=turn.now
    )
    if isinstance(result, actions.Gone):
        return date_gone(turn)
    return date_screen(turn, result.plan_date, phrase("date-open-again"))


async def _find(turn: Turn, plan_date_id: PlanDateId) -> PlanDate | None:
    return await actions.find_plan_date(turn.sessions, plan_date_id, chat_id=turn.chat_id)


def _not_open(turn: Turn, found: PlanDate | None, *, form: Form | None = None) -> Reply:
    """What an old button says: the date is done, or there is none."""
    if found is None or found.state is DateState.DELETED:
        return date_gone(turn, form=form)
    return date_screen(turn, found, form=form)


SUBJECT = Subject(
    commands=(Command("add", begin_add), Command("dates", _dates)),
    presses=(
        on_press(ShowDates, _turn_page),
        on_press(OpenDate, _open),
        on_press(LookAt, _look_at),
        on_press(MarkAsDone, _done),
        on_press(Reopen, _reopen),
        on_press(AskSnooze, _ask_snooze),
        on_press(Snooze, _snooze),
        on_press(SnoozePick, _snooze_pick),
        on_press(AskEdit, _ask_edit),
        on_press(EditPiece, _edit_piece),
        on_press(AskDelete, _ask_delete),
        on_press(Delete, _delete),
        on_press(Restore, _restore),
    ),
    wishes={
        CommandKind.ADD_DATE: begin_add,
        CommandKind.LIST_DATES: _dates,
        CommandKind.CHANGE_DATE: _pick_one,
        CommandKind.DELETE_DATE: _pick_one,
        CommandKind.MARK_DONE: _pick_one,
        CommandKind.SNOOZE: _pick_one,
    },
)
