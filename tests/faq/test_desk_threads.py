"""Two questions in one message, and a question that follows another."""

from faq.decision import DecisionKind
from faq.desk import Desk
from faq.entry import TopicId
from tests.faq.stand_in import CLOSE, LOST, SURE, StandIn, desk_saying, reading

A, B = TopicId("a"), TopicId("b")
BOTH = "what is this? and who is that?"
FIRST, SECOND = "what is this", "and who is that"
SURE_OF_B = reading(("b", 0.9), ("a", -0.9))


def _asked(desk: Desk) -> list[str]:
    assert isinstance(desk.matcher, StandIn)
    return desk.matcher.read_texts


def test_second_when_both_questions_are_clear_then_both_are_answered() -> None:
    """A message with two questions gets two answers."""
    desk = desk_saying(SURE, {FIRST: SURE, SECOND: SURE_OF_B})
    decision = desk.decide(BOTH)

    assert (decision.kind, decision.shown, decision.second) == (DecisionKind.ANSWER, (A,), B)


def test_second_when_it_is_not_sure_then_is_left_out() -> None:
    """Nobody misses a second answer that was not asked for."""
    for unsure in (reading(("b", 0.2), ("a", -0.9)), reading(("b", 0.9), ("a", 0.7))):
        assert desk_saying(SURE, {SECOND: unsure}).decide(BOTH).second is None


def test_second_when_both_ask_the_same_then_is_answered_once() -> None:
    """The same answer is not sent twice."""
    assert desk_saying(SURE).decide(BOTH).second is None


def test_second_when_two_questions_pull_two_ways_then_the_first_leads() -> None:
    """What looked like choices was two clear questions: the first one asked comes first."""
    desk = desk_saying(CLOSE, {FIRST: SURE_OF_B, SECOND: SURE})
    decision = desk.decide(BOTH)

    assert (decision.kind, decision.shown, decision.second) == (DecisionKind.ANSWER, (B,), A)
    assert decision.topics == ("b", "a", "x", "c", "d")
    assert len(decision.scores) == len(decision.topics)


def test_second_when_the_first_was_not_ranked_then_leads_all_the_same() -> None:
    """A part may be clear about a topic that the whole message drowned."""
    close = reading(("c", 0.5), ("d", 0.45), ("x", 0.4), ("y", 0.3), ("z", 0.2))
    decision = desk_saying(close, {FIRST: SURE_OF_B, SECOND: SURE}).decide(BOTH)

    assert decision.topics == ("b", "c", "d", "x", "y")
    assert decision.scores[0] == 0.5


def test_second_when_only_one_part_is_clear_then_choices_stay() -> None:
    """One clear part does not settle a message that is close between topics."""
    decision = desk_saying(CLOSE, {FIRST: SURE_OF_B}).decide(BOTH)

    assert (decision.kind, decision.second) == (DecisionKind.CHOICES, None)


def test_second_when_nothing_fits_then_parts_are_not_read() -> None:
    """A message that gets no answer gets no second one either."""
    desk = desk_saying(LOST, {SECOND: SURE_OF_B})

    assert desk.decide(BOTH).second is None
    assert len(_asked(desk)) == 1


def test_follow_up_when_it_continues_then_is_read_with_what_it_follows() -> None:
    """It is about what was answered last, and asks for something else."""
    together = "what about a and for a test and for a test"
    desk = desk_saying(LOST, {together: reading(("a", 0.9), ("b", 0.5), ("c", -0.9))})
    decision = desk.decide("and for a test?", last_topic=A)

    assert (decision.kind, decision.shown) == (DecisionKind.ANSWER, (B,))


def test_follow_up_when_in_spanish_then_follows_the_spanish_title() -> None:
    """The title is taken in the language of the follow-up."""
    desk = desk_saying(CLOSE)
    desk.decide("y en la escuela", last_topic=A)

    assert _asked(desk)[-1] == "sobre a y en la escuela y en la escuela"


def test_follow_up_when_it_asks_the_same_again_then_gets_the_same_answer() -> None:
    """Who sends a question twice is not sent elsewhere the second time."""
    decision = desk_saying(SURE).decide("what if they say no to a test", last_topic=A)

    assert (decision.kind, decision.shown) == (DecisionKind.ANSWER, (A,))


def test_follow_up_when_last_topic_is_gone_then_is_read_alone() -> None:
    """A topic of an older release leads nowhere, and breaks nothing."""
    desk = desk_saying(SURE)

    assert desk.decide("and for a test?", last_topic=TopicId("gone")).shown == (A,)
    assert _asked(desk) == ["and for a test"]


def test_follow_up_when_message_stands_alone_then_last_topic_is_left_out() -> None:
    """A whole question is read as it is."""
    desk = desk_saying(SURE)
    desk.decide("tell me of this", last_topic=A)

    assert _asked(desk) == ["tell me of this"]


def test_follow_up_when_nothing_was_answered_then_is_read_alone() -> None:
    """Without a last topic there is nothing to follow."""
    desk = desk_saying(SURE)
    desk.decide("and for a test?")

    assert _asked(desk) == ["and for a test"]
