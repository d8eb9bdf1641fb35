"""Whether an answer helped: one vote a chat and topic, changeable."""

import pytest

from scheduler.actions import export_of
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
    assert parent.buttons == ["📚 Questions", "Menu"]


@pytest.mark.usefixtures("desk")
async def test_vote_when_the_topic_is_unknown_then_thanks_and_keeps_nothing(
    parent: Parent,
) -> None:
    """A forged vote writes no row."""
    assert await parent.presses("v1:vote:y:no-such-topic") == "Thank you!"
    assert (await export_of(parent.sessions, chat_id=parent.chat_id))["vote"] == []
