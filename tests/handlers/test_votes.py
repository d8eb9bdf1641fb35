"""Whether an answer helped: one vote a chat and topic, changeable."""

import pytest

from scheduler.actions import export_of, read_gaps
from scheduler.domain.feedback import Reason
from tests.handlers.desk import IEP
from tests.handlers.parent import Parent


@pytest.mark.usefixtures("desk")
async def test_vote_when_changed_then_the_last_one_counts(parent: Parent) -> None:
    """One vote a chat and topic; a change of mind takes its place."""
    await parent.says("what is an iep")

    assert await parent.taps("👍") == "Thank you!"
    await parent.taps("👎")

    (row,) = (await export_of(parent.sessions, chat_id=parent.chat_id))["vote"]
    assert (row["topic"], row["helpful"]) == (IEP, False)


@pytest.mark.usefixtures("desk")
async def test_vote_when_not_helpful_then_offers_other_ways(parent: Parent) -> None:
    """Who was not helped is thanked and led on."""
    await parent.says("what is an iep")

    said = await parent.taps("👎")

    assert parent.toasts == ["Thank you for telling me."]
    assert said.startswith("I am sorry that did not help.")
    assert parent.buttons == [
        "Hard to read",
        "Not my question",
        "Something is missing",
        "I think it is wrong",
        "✉️ Send my question",
        "📚 Questions",
        "Menu",
    ]


@pytest.mark.usefixtures("desk")
async def test_vote_when_the_topic_is_unknown_then_says_so_kindly_and_keeps_nothing(
    parent: Parent,
) -> None:
    """A vote under an old message, or a forged one, writes no row."""
    assert await parent.presses("v1:vote:y:no-such-topic") == (
        "That answer is no longer here. Thank you all the same."
    )
    assert (await export_of(parent.sessions, chat_id=parent.chat_id))["vote"] == []


@pytest.mark.usefixtures("desk")
async def test_vote_when_pressed_again_then_counts_nothing_and_says_so(parent: Parent) -> None:
    """The same vote twice is one vote, and no second question why."""
    await parent.says("what is an iep")
    await parent.taps("👎")
    shown = len(parent.screen)

    assert await parent.taps("👎") == "I have that from you already. Thank you!"
    assert len(parent.screen) == shown
    assert [each.unhelpful for each in (await read_gaps(parent.sessions)).votes] == [1]


@pytest.mark.usefixtures("desk")
async def test_reason_when_tapped_then_is_ticked_and_may_change(parent: Parent) -> None:
    """One reason at a time, counted by topic; the message shows which one stands."""
    await parent.does("what is an iep", "[👎]", "[Hard to read]")
    first = parent.buttons[:4]
    await parent.taps("I think it is wrong")

    assert first == [
        "✓ Hard to read",
        "Not my question",
        "Something is missing",
        "I think it is wrong",
    ]
    assert parent.buttons[3] == "✓ I think it is wrong"
    assert parent.toasts[-1] == "Thank you. That helps to make it better."
    (votes,) = (await read_gaps(parent.sessions)).votes
    assert (votes.topic, votes.unhelpful, votes.reasons) == (IEP, 1, {Reason.WRONG: 1})


@pytest.mark.usefixtures("desk")
async def test_reason_when_tapped_twice_then_counts_once(parent: Parent) -> None:
    """The same reason again is answered kindly."""
    await parent.does("what is an iep", "[👎]", "[Hard to read]")

    assert await parent.taps("✓ Hard to read") == "I have that from you already. Thank you!"


@pytest.mark.usefixtures("desk")
async def test_vote_when_it_helped_after_all_then_the_reason_goes(parent: Parent) -> None:
    """A reason belongs to a vote against; one that is tapped later makes it that again."""
    await parent.does("what is an iep", "[👎]", "[Hard to read]", "[👍]")
    (helped,) = (await read_gaps(parent.sessions)).votes
    await parent.taps("Something is missing")
    (votes,) = (await read_gaps(parent.sessions)).votes

    assert (helped.helpful, helped.unhelpful, helped.reasons) == (1, 0, {})
    assert (votes.helpful, votes.unhelpful, votes.reasons) == (0, 1, {Reason.MISSING: 1})


@pytest.mark.usefixtures("desk")
async def test_reason_when_the_answer_is_no_more_then_says_so_kindly(parent: Parent) -> None:
    """A reason under an old message counts nothing."""
    assert (await parent.presses("v1:why:hard:no-such-topic")).startswith(
        "That answer is no longer"
    )
    assert (await read_gaps(parent.sessions)).votes == ()
