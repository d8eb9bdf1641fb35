"""Calling a child by another nickname: one question."""

from typing import assert_never

from handlers.flows.child import not_a_nickname
from handlers.flows.steps import (
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
from handlers.menu import BACK_TO_MENU, run_button
from handlers.plan_screens import form_of
from handlers.turn import Replies, Reply, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.commands import RenameChild
from scheduler.domain.plans import ChildId

CHILD = "child"
WAS = "was"
_NICKNAME = "nickname"


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go(_NICKNAME, data)


def _ask(data: Data, context: Context) -> Question:
    del context
    return Question((phrase("family-rename-ask", nickname=data[WAS]),))


def _take(data: Data, answer: Answer, context: Context) -> Move:
    del context
    nickname = " ".join(answer.text.split()) if isinstance(answer, Typed) else ""
    wrong = not_a_nickname(nickname)
    return Again((wrong,)) if wrong else Done(RenameChild(ChildId(int(data[CHILD])), nickname))


def child_gone(turn: Turn) -> Reply:
    """There is no such child any more, or it never was this family's."""
    row = (run_button("button-family", "family"), BACK_TO_MENU)
    return Reply((phrase("family-gone"),), (row,), form_of(turn))


async def _finish(turn: Turn, command: RenameChild, draft_id: int) -> Replies:
    result = await actions.rename_child(
        turn.sessions, command, chat_id=turn.chat_id, now=turn.now, draft_id=draft_id
    )
    match result:
        case actions.Renamed(child=child, before=before):
            said = phrase("family-renamed", before=before, nickname=child.nickname)
            row = (run_button("button-family", "family"), BACK_TO_MENU)
            return Reply((said,), (row,), form_of(turn))
        case actions.AlreadyDone():
            return toast(phrase("toast-already-done"))
        case actions.Gone():
            # Nothing is left to ask about, so the next words are no answer any more.
            await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
            return child_gone(turn)
        case _:
            assert_never(result)


RENAME_CHILD = flow(
    "rename-child",
    version=1,
    steps=(Step(_NICKNAME, _ask, _take),),
    begin=_begin,
    finish=_finish,
    alone=False,
)
