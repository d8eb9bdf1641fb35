"""Runs conversations: one draft row a chat, pure steps, and an action at the end.

No words of any subject and no rules about dates here. Drafts live in the database, so a
restart loses nothing and any process can take the next answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from handlers.callback_data import Payload
from handlers.errors import refusal_line
from handlers.flows.steps import (
    Again,
    Answer,
    Chose,
    Context,
    Data,
    Done,
    Flow,
    Go,
    Move,
    Question,
    Step,
)
from handlers.flows.zone import ZONE_STEP, zone_shown
from handlers.menu import MENU
from handlers.turn import Button, Form, Line, Pressed, Replies, Reply, Rows, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.errors import Refusal
from scheduler.domain.plans import Draft

_PATH = "_path"


@dataclass(frozen=True, slots=True)
class Choose(Payload):
    """An answer by button to one step of one draft."""

    KIND: ClassVar[str] = "c"
    draft_id: int
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class GoBack(Payload):
    """One question back in a draft."""

    KIND: ClassVar[str] = "back"
    draft_id: int


@dataclass(frozen=True, slots=True)
class Leave(Payload):
    """Leave a draft and keep nothing of it."""

    KIND: ClassVar[str] = "leave"
    draft_id: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What to say to an answer; ``understood`` is False when the same question stands."""

    replies: Replies
    understood: bool = True


async def load_context(turn: Turn) -> Context:
    """What steps may know, read once."""
    known = await actions.list_children(turn.sessions, chat_id=turn.chat_id)
    return Context(turn.language, turn.now, turn.today, turn.chat.zone, tuple(known))


async def begin(turn: Turn, flow: Flow, data: Data | None = None) -> Replies:
    """Start ``flow`` with what is known already; a conversation under way is replaced."""
    context = await load_context(turn)
    return await _start(turn, flow, data or {}, context, ())


async def hear(turn: Turn, flows: Sequence[Flow], answer: Answer) -> Heard:
    """Take an answer to the question that ``turn.draft`` stands at.

    Raises:
        ValueError: the turn has no draft.
    """
    draft = _draft_of(turn)
    found = _standing(draft, flows)
    if found is None:
        return Heard(await _restart(turn, draft, flows))
    flow, step = found
    context = await load_context(turn)
    move = step.take(draft.data, answer, context)
    if isinstance(move, Again):
        return Heard(_show(turn, step, draft, context, move.hint), understood=False)
    return Heard(await _follow(turn, flow, move, context))


async def repeat(turn: Turn, flows: Sequence[Flow]) -> Replies:
    """Ask the question that the draft stands at once more, as a message of its own."""
    draft = _draft_of(turn)
    found = _standing(draft, flows)
    if found is None:
        return await _restart(turn, draft, flows)
    shown = _show(turn, found[1], draft, await load_context(turn), ())
    return replace(shown, form=Form.NEW)


async def press(turn: Turn, flows: Sequence[Flow], button: Choose) -> Replies:
    """Answer by button. One for a question that no longer stands changes nothing."""
    draft = turn.draft
    if draft is None or (draft.id, draft.step) != (button.draft_id, button.step):
        return toast(phrase("toast-question-closed"))
    return (await hear(turn, flows, Chose(button.value))).replies


async def back(turn: Turn, flows: Sequence[Flow], button: GoBack) -> Replies:
    """Ask the question before this one again, with the later answers still at hand."""
    draft = turn.draft
    if draft is None or draft.id != button.draft_id:
        return toast(phrase("toast-question-closed"))
    found = _standing(draft, flows)
    *path, earlier = draft.data.get(_PATH, "").split() or [draft.step]
    if found is None or found[0].find_step(earlier) is None:
        return await _restart(turn, draft, flows)
    data = {**draft.data, _PATH: " ".join(path)}
    return await _ask(turn, found[0], Go(earlier, data), await load_context(turn))


async def leave(turn: Turn, button: Leave | None = None) -> Replies:
    """Leave the conversation under way, by /cancel or by its button."""
    draft = turn.draft
    if button and (draft is None or draft.id != button.draft_id):
        return toast(phrase("toast-question-closed"))
    if draft is None:
        return Reply((phrase("cancel-nothing"),), MENU, _form(turn))
    await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
    return Reply((phrase("cancel-done"),), MENU, _form(turn))


async def _start(
    turn: Turn, flow: Flow, data: Data, context: Context, hint: tuple[Line, ...]
) -> Replies:
    fresh = replace(turn, draft=None)
    if flow.needs_zone and context.zone is None:
        return await _ask(fresh, flow, Go(ZONE_STEP.slug, data, hint), context)
    move = flow.begin(data, context)
    if isinstance(move, Go):
        return await _ask(fresh, flow, replace(move, hint=hint + move.hint), context)
    return await _finish_at_once(fresh, flow, move)


async def _finish_at_once(turn: Turn, flow: Flow, move: Done) -> Replies:
    """Carry out what needed no question; a refusal leaves no conversation behind."""
    draft = await _keep(turn, flow, Go("done", {}))
    try:
        return await flow.finish(replace(turn, draft=draft), move.command, draft.id)
    except Refusal:
        await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
        raise


async def _follow(turn: Turn, flow: Flow, move: Go | Done, context: Context) -> Replies:
    draft = _draft_of(turn)
    match move:
        case Go():
            path = " ".join([*draft.data.get(_PATH, "").split(), draft.step])
            return await _ask(turn, flow, replace(move, data={**move.data, _PATH: path}), context)
        case Done(command=ChangeSettings(zone=str(zone)) as command) if _asked_zone(flow, draft):
            return await _go_on_with_zone(turn, flow, command, replace(context, zone=zone))
        case Done():
            return await _finish(turn, flow, move, context)


def _asked_zone(flow: Flow, draft: Draft) -> bool:
    """Tell whether the zone was only asked on the way to what the flow is for."""
    return flow.needs_zone and draft.step == ZONE_STEP.slug


async def _go_on_with_zone(
    turn: Turn, flow: Flow, command: ChangeSettings, context: Context
) -> Replies:
    changed = await actions.change_settings(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=None, now=turn.now
    )
    after = getattr(changed, "after", turn.chat)
    moved = replace(turn, chat=after)
    context = replace(context, today=moved.today)
    return await _start(moved, flow, _draft_of(turn).data, context, (zone_shown(context),))


async def _finish(turn: Turn, flow: Flow, move: Done, context: Context) -> Replies:
    """Carry the command out; a refusal is told above the question, which stays open."""
    draft = _draft_of(turn)
    try:
        return await flow.finish(turn, move.command, draft.id)
    except Refusal as refusal:
        step = flow.find_step(draft.step)
        if step is None:
            raise
        return _show(turn, step, draft, context, (refusal_line(refusal),))


async def _ask(turn: Turn, flow: Flow, go: Go, context: Context) -> Replies:
    step = _step_of(flow, go.step)
    if step is None:
        raise LookupError(f"{flow.name} has no step {go.step}")
    draft = await _keep(turn, flow, go)
    return _show(turn, step, draft, context, go.hint)


async def _keep(turn: Turn, flow: Flow, go: Go) -> Draft:
    return await actions.keep_draft(
        turn.sessions,
        chat_id=turn.chat_id,
        draft_id=turn.draft.id if turn.draft else None,
        flow=flow.name,
        version=flow.version,
        step=go.step,
        data=go.data,
        now=turn.now,
    )


async def _restart(turn: Turn, draft: Draft, flows: Sequence[Flow]) -> Replies:
    """Begin a conversation of an earlier release again, or close one that cannot begin so."""
    known = next((flow for flow in flows if flow.name == draft.flow), None)
    hint = phrase("flow-restart")
    if known is not None and known.alone:
        return await _start(turn, known, {}, await load_context(turn), (hint,))
    await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
    return Reply((hint,), MENU, _form(turn))


def _draft_of(turn: Turn) -> Draft:
    if turn.draft is None:
        raise ValueError("no conversation is under way")
    return turn.draft


def _standing(draft: Draft, flows: Sequence[Flow]) -> tuple[Flow, Step] | None:
    """The flow and step that a draft stands at, where this release still has both."""
    for flow in flows:
        if (flow.name, flow.version) == (draft.flow, draft.version):
            step = _step_of(flow, draft.step)
            return (flow, step) if step else None
    return None


def _step_of(flow: Flow, slug: str) -> Step | None:
    found = flow.find_step(slug)
    if found is None and flow.needs_zone and slug == ZONE_STEP.slug:
        return ZONE_STEP
    return found


def _show(turn: Turn, step: Step, draft: Draft, context: Context, hint: tuple[Line, ...]) -> Reply:
    question = step.ask(draft.data, context)
    return Reply(hint + question.lines, _rows(question, draft), _form(turn))


def _rows(question: Question, draft: Draft) -> Rows:
    choices = tuple(
        tuple(Button(choice.label, Choose(draft.id, draft.step, choice.value)) for choice in row)
        for row in question.choices
    )
    steer = [Button(phrase("button-cancel"), Leave(draft.id))]
    if draft.data.get(_PATH):
        steer.insert(0, Button(phrase("button-back"), GoBack(draft.id)))
    return (*choices, tuple(steer))


def _form(turn: Turn) -> Form:
    """A pressed question gives way to the next one; typed words get a new message."""
    return Form.EDIT if isinstance(turn.act, Pressed) else Form.NEW


__all__ = [
    "Choose",
    "GoBack",
    "Heard",
    "Leave",
    "Move",
    "back",
    "begin",
    "hear",
    "leave",
    "load_context",
    "press",
    "repeat",
]
