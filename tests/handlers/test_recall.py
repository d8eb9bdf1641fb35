"""The last topic of each chat: in memory, bounded, forgotten when asked."""

from faq.entry import TopicId
from handlers.recall import Recall
from scheduler.domain.plans import ChatId

IEP, ADHD = TopicId("iep-what"), TopicId("adhd")


def test_recall_when_nothing_was_answered_then_knows_none() -> None:
    """A chat that asked nothing has no topic."""
    assert Recall().last_topic(ChatId(1)) is None


def test_recall_when_answered_twice_then_knows_the_last() -> None:
    """Only the last topic is kept, for each chat its own."""
    recall = Recall()
    recall.remember(ChatId(1), IEP)
    recall.remember(ChatId(1), ADHD)
    recall.remember(ChatId(2), IEP)

    assert (recall.last_topic(ChatId(1)), recall.last_topic(ChatId(2))) == (ADHD, IEP)


def test_recall_when_full_then_forgets_who_was_silent_for_longest() -> None:
    """Memory stays bounded; who spoke again is kept."""
    recall = Recall(limit=2)
    for chat in (1, 2, 1, 3):
        recall.remember(ChatId(chat), IEP)

    assert [recall.last_topic(ChatId(chat)) for chat in (1, 2, 3)] == [IEP, None, IEP]


def test_recall_when_told_to_forget_then_keeps_nothing_of_the_chat() -> None:
    """Erasing everything erases this too; forgetting the unknown is no error."""
    recall = Recall()
    recall.remember(ChatId(1), IEP)
    recall.forget(ChatId(1))
    recall.forget(ChatId(9))

    assert recall.last_topic(ChatId(1)) is None
