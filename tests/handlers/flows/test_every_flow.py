"""What holds for every question of every conversation: it can be left, survives, never breaks."""

import pytest

from handlers import routes
from handlers.callback_data import LIMIT_BYTES, pack
from handlers.flows.engine import Choose, load_context
from handlers.flows.zone import ZONE_STEP
from handlers.gateway.markup import Renderer
from handlers.turn import Pressed, Said
from scheduler import actions
from scheduler.actions import Sessions
from tests.handlers.flows.walks import CASES, WALKS, Walk, draft_of, go, restarted
from tests.handlers.parent import Parent

FLOWS = {flow.name: flow for flow in routes.FLOWS}
LARGEST_ID = 2**63 - 1
ODD = ("", " ", "x" * 4096, "🦖" * 2000, "2/30", "yesterday", "1/1/9999", "<b>&_*")
RESTART = "I have been updated since we began"
each_step = pytest.mark.parametrize(
    ("walk", "number"), CASES, ids=[f"{walk}-{number}" for walk, number in CASES]
)


@each_step
async def test_step_when_walked_to_then_is_asked(parent: Parent, walk: Walk, number: int) -> None:
    """Each act leads to the question that follows it."""
    await go(parent, walk, number)

    draft = await draft_of(parent)
    assert draft is not None
    assert (draft.flow, draft.step) == (walk.flow, walk.way[number - 1][1])


@each_step
async def test_cancel_when_sent_at_any_step_then_leaves_nothing(
    parent: Parent, walk: Walk, number: int
) -> None:
    """/cancel leaves any conversation at any question, and nothing of it is kept."""
    await go(parent, walk, number)

    assert await parent.says("/cancel") == "OK, I let that go. Nothing was kept from it."
    assert await draft_of(parent) is None


@each_step
async def test_cancel_when_tapped_at_any_step_then_leaves_nothing(
    parent: Parent, walk: Walk, number: int
) -> None:
    """Every question has the way out under it."""
    await go(parent, walk, number)

    assert await parent.taps("Cancel") == "OK, I let that go. Nothing was kept from it."


@each_step
async def test_restart_when_at_any_step_then_the_next_answer_is_taken(
    parent: Parent, walk: Walk, number: int, store: Sessions, renderer: Renderer
) -> None:
    """A new process takes the answer to the question that the old one asked."""
    await go(parent, walk, number)
    again = restarted(parent, store, renderer)
    await again.does(*(act for act, _ in walk.way[number:]), walk.end)

    draft = await draft_of(again)
    # What a finished review offers next is a conversation of its own.
    assert draft is None or draft.flow != walk.flow


@each_step
async def test_version_when_another_release_began_it_then_restarts_politely(
    parent: Parent, walk: Walk, number: int
) -> None:
    """A question of another release is begun again, or closed where it cannot begin alone."""
    await go(parent, walk, number)
    draft = await draft_of(parent)
    assert draft is not None
    await actions.keep_draft(
        parent.sessions,
        chat_id=parent.chat_id,
        draft_id=draft.id,
        flow=draft.flow,
        version=999,
        step=draft.step,
        data=draft.data,
        now=parent.now,
    )

    assert (await parent.says("Sam")).startswith(RESTART)
    begun = await draft_of(parent)
    assert (begun is not None) == FLOWS[walk.flow].alone
    assert begun is None or begun.version == FLOWS[walk.flow].version


@each_step
async def test_choices_when_packed_then_fit_a_button(
    parent: Parent, walk: Walk, number: int
) -> None:
    """Every offered answer fits its button, whatever the number of the conversation."""
    await go(parent, walk, number)
    turn = await parent.turn(Said(""))
    assert turn.draft is not None
    step = FLOWS[walk.flow].find_step(turn.draft.step) or ZONE_STEP
    question = step.ask(turn.draft.data, await load_context(turn))

    packed = [
        pack(Choose(LARGEST_ID, step.slug, choice.value))
        for row in question.choices
        for choice in row
    ]
    assert [each for each in packed if len(each.encode()) > LIMIT_BYTES] == []
    assert question.lines != ()


@each_step
async def test_step_when_answered_oddly_then_still_answers(
    parent: Parent, walk: Walk, number: int
) -> None:
    """Empty, endless and odd words one after another get a line each, at every question."""
    await go(parent, walk, number)

    said = [await parent.acts(Said(text)) for text in ODD]

    assert [line for line in said if not line.strip()] == []


@each_step
async def test_step_when_a_forged_choice_comes_then_still_answers(
    parent: Parent, walk: Walk, number: int
) -> None:
    """A choice that was never offered is like words that were not understood."""
    await go(parent, walk, number)
    draft = await draft_of(parent)
    assert draft is not None

    forged = Choose(draft.id, draft.step, "2026-99-99/x")

    assert (await parent.acts(Pressed(forged, 0))).strip() != ""


@each_step
async def test_step_when_a_location_comes_then_still_answers(
    parent: Parent, walk: Walk, number: int
) -> None:
    """A shared place is an answer to one question and a kind no to all others."""
    await go(parent, walk, number)

    assert (await parent.shares(44.98, -93.27)).strip() != ""


@pytest.mark.parametrize("walk", WALKS, ids=str)
async def test_flow_when_over_then_its_buttons_answer_kindly(parent: Parent, walk: Walk) -> None:
    """The end works once; every button of the walk may be tapped again without harm."""
    await go(parent, walk, len(walk.way))
    screens = list(parent.screen)
    await parent.does(walk.end)

    said = {
        await parent.presses(payload, place)
        for place, shown in enumerate(screens)
        for payload in shown.buttons.values()
        if payload.startswith(("v1:c:", "v1:back:", "v1:leave:"))
    }
    assert said == {"That question is closed. /dates shows what I keep."}
