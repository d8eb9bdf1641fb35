"""The engine of conversations, with a toy conversation over the real store."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from handlers.flows import engine
from handlers.flows.engine import Choose, GoBack, Leave
from handlers.flows.steps import (
    Again,
    Answer,
    Choice,
    Chose,
    Context,
    Data,
    Done,
    Flow,
    Go,
    Move,
    Question,
    Step,
    Typed,
    flow,
)
from handlers.gateway.markup import Renderer
from handlers.turn import Form, Line, Phrase, Pressed, Replies, Reply, Said, Turn, Words, new
from scheduler import actions
from scheduler.actions import Sessions
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import Draft
from tests.conftest import NOW, make_chat
from tests.handlers.parent import Parent


def _ask_color(data: Data, context: Context) -> Question:
    del data, context
    return Question((Words("color?"),), ((Choice(Words("Red"), "red"),),))


def _take_color(data: Data, answer: Answer, context: Context) -> Move:
    del context
    match answer:
        case Chose(value=color) | Typed(text=color) if color in ("red", "blue"):
            return Go("size", {**data, "color": color})
        case _:
            return Again((Words("no such color"),))


def _ask_size(data: Data, context: Context) -> Question:
    del context
    return Question((Words(f"size of {data['color']}?"),))


def _take_size(data: Data, answer: Answer, context: Context) -> Move:
    del context
    return Done(f"{data['color']} {getattr(answer, 'text', '')}")


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go("size" if "color" in data else "color", data)


async def _finish(turn: Turn, command: str, draft_id: int) -> Replies:
    if command.endswith("huge"):
        raise Refusal(RefusalCode.TITLE_TOO_LONG)
    assert turn.draft is not None
    assert draft_id == turn.draft.id
    await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
    return new(Words(f"kept {command}"))


STEPS = (Step("color", _ask_color, _take_color), Step("size", _ask_size, _take_size))
PAINT = flow("paint", version=1, steps=STEPS, begin=_begin, finish=_finish)
PLACED = flow("placed", version=1, steps=STEPS, begin=_begin, finish=_finish, needs_zone=True)
FLOWS = (PAINT, PLACED)


def _said(replies: Replies) -> list[str]:
    one = (replies,) if isinstance(replies, Reply) else replies
    return [_of(line) for reply in one for line in reply.lines]


def _of(line: Line) -> str:
    return line.key if isinstance(line, Phrase) else getattr(line, "text", "")


def _payloads(replies: Replies) -> list[object]:
    assert isinstance(replies, Reply)
    return [button.does for row in replies.buttons for button in row]


async def _begun(parent: Parent, data: Data | None = None, started: Flow = PAINT) -> Draft:
    await engine.begin(await parent.turn(Said("go")), started, data)
    return await _draft(parent)


async def _draft(parent: Parent) -> Draft:
    draft = (await parent.turn(Said("?"))).draft
    assert draft is not None
    return draft


async def _types(parent: Parent, text: str, flows: Sequence[Flow] = FLOWS) -> engine.Heard:
    return await engine.hear(await parent.turn(Said(text)), flows, Typed(text))


async def test_begin_when_nothing_is_known_then_asks_the_first_question(parent: Parent) -> None:
    """The first question stands in the database, with a way to leave it."""
    replies = await engine.begin(await parent.turn(Said("go")), PAINT)
    draft = await _draft(parent)

    assert _said(replies) == ["color?"]
    assert _payloads(replies) == [Choose(draft.id, "color", "red"), Leave(draft.id)]


async def test_begin_when_an_answer_is_known_then_skips_its_question(parent: Parent) -> None:
    """What was said already is not asked again."""
    replies = await engine.begin(await parent.turn(Said("go")), PAINT, {"color": "red"})
    assert _said(replies) == ["size of red?"]


async def test_begin_when_another_is_under_way_then_takes_its_place(parent: Parent) -> None:
    """A chat has one conversation, and a new one has a new id."""
    first = await _begun(parent)
    second = await _begun(parent)
    assert (second.step, second.id > first.id) == ("color", True)


async def test_hear_when_understood_then_asks_the_next(parent: Parent) -> None:
    """An answer leads on."""
    await _begun(parent)
    heard = await _types(parent, "blue")
    assert (_said(heard.replies), heard.understood) == (["size of blue?"], True)


async def test_hear_when_not_understood_then_hints_and_keeps_the_question(parent: Parent) -> None:
    """The same question stands, with a word on what would help."""
    begun = await _begun(parent)
    heard = await _types(parent, "loud")

    assert (_said(heard.replies), heard.understood) == (["no such color", "color?"], False)
    assert await _draft(parent) == begun


async def test_hear_when_the_last_is_answered_then_carries_out(parent: Parent) -> None:
    """The end of a conversation is its command, and no draft is left."""
    await _begun(parent)
    await _types(parent, "blue")
    heard = await _types(parent, "big")

    assert _said(heard.replies) == ["kept blue big"]
    assert (await parent.turn(Said("?"))).draft is None


async def test_hear_when_refused_then_says_why_and_asks_again(parent: Parent) -> None:
    """A refusal leaves the conversation where it was."""
    await _begun(parent, {"color": "red"})
    heard = await _types(parent, "huge")

    assert _said(heard.replies) == ["refusal-title-too-long", "size of red?"]
    assert (await _draft(parent)).step == "size"


async def test_press_when_tapped_then_edits_the_question(parent: Parent) -> None:
    """A tapped question gives way to the next one in its place."""
    draft = await _begun(parent)
    button = Choose(draft.id, "color", "red")
    replies = await engine.press(await parent.turn(Pressed(button, 7)), FLOWS, button)

    assert isinstance(replies, Reply)
    assert (replies.form, _said(replies)) == (Form.EDIT, ["size of red?"])


async def test_press_when_tapped_twice_then_changes_nothing(parent: Parent) -> None:
    """The second tap is told kindly that the question is closed."""
    draft = await _begun(parent)
    button = Choose(draft.id, "color", "red")
    await engine.press(await parent.turn(Pressed(button, 7)), FLOWS, button)
    again = await engine.press(await parent.turn(Pressed(button, 7)), FLOWS, button)

    assert isinstance(again, Reply)
    assert (again.form, _said(again)) == (Form.TOAST, ["toast-question-closed"])


async def test_press_when_of_another_conversation_then_changes_nothing(
    parent: Parent, stranger: Parent
) -> None:
    """Another family's draft cannot be answered by its id."""
    theirs = await _begun(stranger)
    await _begun(parent)
    button = Choose(theirs.id, "color", "red")
    replies = await engine.press(await parent.turn(Pressed(button, 7)), FLOWS, button)

    assert _said(replies) == ["toast-question-closed"]
    assert (await _draft(stranger)).step == "color"


async def test_back_when_pressed_then_asks_the_one_before(parent: Parent) -> None:
    """Going back keeps what was answered and can go on again."""
    draft = await _begun(parent)
    await _types(parent, "blue")
    button = GoBack(draft.id)
    replies = await engine.back(await parent.turn(Pressed(button, 7)), FLOWS, button)

    assert _said(replies) == ["color?"]
    assert GoBack(draft.id) not in _payloads(replies)
    assert _said((await _types(parent, "red")).replies) == ["size of red?"]


async def test_back_when_the_conversation_is_over_then_says_so(parent: Parent) -> None:
    """An old Back is answered kindly."""
    button = GoBack(99)
    replies = await engine.back(await parent.turn(Pressed(button, 7)), FLOWS, button)
    assert _said(replies) == ["toast-question-closed"]


@pytest.mark.parametrize("answers", [[], ["blue"]])
async def test_leave_when_at_any_step_then_nothing_is_kept(
    parent: Parent, answers: list[str]
) -> None:
    """/cancel works wherever a conversation stands."""
    await _begun(parent)
    for answer in answers:
        await _types(parent, answer)
    replies = await engine.leave(await parent.turn(Said("/cancel")))

    assert _said(replies) == ["cancel-done"]
    assert (await parent.turn(Said("?"))).draft is None


async def test_leave_when_nothing_is_open_then_offers_the_menu(parent: Parent) -> None:
    """/cancel with nothing to cancel is no mistake."""
    assert _said(await engine.leave(await parent.turn(Said("/cancel")))) == ["cancel-nothing"]


async def test_leave_when_the_button_is_of_an_earlier_one_then_keeps_the_present(
    parent: Parent,
) -> None:
    """An old Cancel cannot end another conversation."""
    old = await _begun(parent)
    present = await _begun(parent)
    button = Leave(old.id)
    replies = await engine.leave(await parent.turn(Pressed(button, 7)), button)

    assert _said(replies) == ["toast-question-closed"]
    assert await _draft(parent) == present


async def test_hear_when_the_version_is_another_then_begins_again(parent: Parent) -> None:
    """A conversation of an earlier release starts over politely."""
    await _begun(parent, {"color": "red"})
    heard = await _types(parent, "big", [replace(PAINT, version=2)])

    assert _said(heard.replies) == ["flow-restart", "color?"]
    assert (await _draft(parent)).version == 2


async def test_hear_when_the_flow_is_no_more_then_closes_it(parent: Parent) -> None:
    """A conversation that no release knows any more ends with the menu."""
    await _begun(parent)
    heard = await _types(parent, "red", [])

    assert _said(heard.replies) == ["flow-restart"]
    assert (await parent.turn(Said("?"))).draft is None


async def test_hear_when_the_step_is_no_more_then_begins_again(parent: Parent) -> None:
    """A step that was taken out of a flow does not trap anybody."""
    await _begun(parent, {"color": "red"})
    heard = await _types(parent, "big", [replace(PAINT, steps=STEPS[:1])])
    assert _said(heard.replies) == ["flow-restart", "color?"]


async def test_repeat_when_asked_then_asks_the_open_question(parent: Parent) -> None:
    """After something else was answered, the question is asked once more below it."""
    await _begun(parent)
    assert _said(await engine.repeat(await parent.turn(Said("?")), FLOWS)) == ["color?"]


async def test_begin_when_the_zone_is_needed_then_asks_it_first(
    store: Sessions, renderer: Renderer
) -> None:
    """The zone is asked when it is first needed; then the conversation goes on by itself."""
    newcomer = Parent(store, renderer, await make_chat(store, 3, None), now=NOW)
    asked = await engine.begin(await newcomer.turn(Said("go")), PLACED, {"color": "red"})
    heard = await _types(newcomer, "Denver")

    assert _said(asked) == ["zone-ask"]
    assert _said(heard.replies) == ["zone-shown", "size of red?"]
    assert (await newcomer.turn(Said("?"))).chat.zone == "America/Denver"


async def test_begin_when_the_zone_is_known_then_does_not_ask(parent: Parent) -> None:
    """Nobody is asked for the zone twice."""
    replies = await engine.begin(await parent.turn(Said("go")), PLACED)
    assert _said(replies) == ["color?"]
