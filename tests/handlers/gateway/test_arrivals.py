"""What arrives together is noted together, and nobody pays for a neighbour."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from handlers.gateway import arrivals as module
from handlers.gateway.arrivals import MOST_AT_ONCE, Gatherer
from scheduler.actions import Arrival, Sessions, Visit
from scheduler.domain.plans import ChatId
from tests.handlers.gateway.stands import StillClock, preferences


class Actions:
    """The actions over arrivals, in memory; fails for updates in ``poison`` and while ``down``."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.poison: set[int] = set()
        self.noted: set[int] = set()
        self.down = False

    async def receive(
        self, _sessions: object, arrivals: Sequence[Arrival], **_: object
    ) -> list[Visit]:
        """Note a batch."""
        ids = [each.update_id for each in arrivals]
        self.batches.append(ids)
        await asyncio.sleep(0)
        if self.down or self.poison & set(ids):
            raise ConnectionError
        known, self.noted = self.noted, self.noted | set(ids)
        return [
            Visit(
                preferences(each.chat_id),
                None,
                fresh=each.update_id not in known,
                newcomer=False,
                returned=False,
                missed=0,
            )
            for each in arrivals
        ]


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch) -> Actions:
    """Actions in memory."""
    made = Actions()
    monkeypatch.setattr(module, "receive", made.receive)
    return made


def _gatherer(sessions: object = None) -> Gatherer:
    return Gatherer(
        sessions,  # type: ignore[arg-type]
        StillClock(),
        instance="test",
        takeover_after=timedelta(0),
    )


async def _all(gatherer: Gatherer, *ids: int) -> list[object]:
    visits = (gatherer.visit(Arrival(each, ChatId(each))) for each in ids)
    return [
        visit.chat.chat_id if isinstance(visit, Visit) else type(visit)
        for visit in await asyncio.gather(*visits, return_exceptions=True)
    ]


async def _fresh(gatherer: Gatherer, *ids: int) -> list[int]:
    visits = (gatherer.visit(Arrival(each, ChatId(each))) for each in ids)
    found = await asyncio.gather(*visits, return_exceptions=True)
    pairs = zip(ids, found, strict=True)
    return [each for each, visit in pairs if isinstance(visit, Visit) and visit.fresh]


async def test_visit_when_many_come_at_once_then_asks_once(actions: Actions) -> None:
    """A hundred updates cost one transaction."""
    await _all(_gatherer(), *range(100))
    assert actions.batches == [list(range(100))]


async def test_visit_when_very_many_come_then_asks_in_bounded_batches(actions: Actions) -> None:
    """No transaction grows without end."""
    await _all(_gatherer(), *range(MOST_AT_ONCE + 1))
    assert [len(batch) for batch in actions.batches] == [MOST_AT_ONCE, 1]


async def test_visit_when_one_cannot_be_noted_then_the_others_are(actions: Actions) -> None:
    """One bad update does not take the batch along."""
    actions.poison = {2}
    assert await _all(_gatherer(), 1, 2, 3) == [1, ConnectionError, 3]


async def test_visit_when_several_cannot_be_noted_then_is_not_taken_for_an_outage(
    actions: Actions,
) -> None:
    """Only failures in a row are the store's."""
    actions.poison = {1, 2, 4, 5}
    failed = ConnectionError
    assert await _all(_gatherer(), 1, 2, 3, 4, 5, 6) == [failed, failed, 3, failed, failed, 6]


async def test_visit_when_the_store_is_down_then_fails_soon(actions: Actions) -> None:
    """After three failures in a row nobody waits for the store any longer."""
    actions.down = True
    failed = await _all(_gatherer(), *range(50))
    assert (failed, len(actions.batches)) == ([ConnectionError] * 50, 4)


async def test_visit_when_the_store_is_back_then_works_again(actions: Actions) -> None:
    """A failure leaves nothing behind."""
    gatherer = _gatherer()
    actions.down = True
    await _all(gatherer, 1)
    actions.down = False
    assert await _all(gatherer, 1) == [1]


@pytest.mark.usefixtures("actions")
async def test_visit_when_who_asked_is_gone_then_the_others_are_answered() -> None:
    """A cancelled question costs nobody else the answer."""
    gatherer = _gatherer()
    gone = asyncio.create_task(gatherer.visit(Arrival(1, ChatId(1))))
    await asyncio.sleep(0)
    gone.cancel()
    assert await _all(gatherer, 2) == [2]


async def test_visit_when_an_update_comes_twice_then_is_fresh_once(store: Sessions) -> None:
    """The same update acts once, within a batch and after it."""
    gatherer, arrival = _gatherer(store), Arrival(5, ChatId(7))
    twice = await asyncio.gather(gatherer.visit(arrival), gatherer.visit(arrival))
    again = await gatherer.visit(arrival)
    assert [visit.fresh for visit in (*twice, again)] == [True, False, False]


async def test_visit_when_the_answer_to_a_commit_was_lost_then_is_fresh(
    store: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update that only our own failed try has noted was acted on by nobody."""
    real = module.receive

    async def loses_the_answer(*given: object, **named: object) -> None:
        await real(*given, **named)  # type: ignore[arg-type]
        raise ConnectionError

    gatherer, arrival = _gatherer(store), Arrival(5, ChatId(7))
    monkeypatch.setattr(module, "receive", loses_the_answer)
    with pytest.raises(ConnectionError):
        await gatherer.visit(arrival)
    monkeypatch.setattr(module, "receive", real)
    visits = [await gatherer.visit(arrival) for _ in range(2)]
    assert [visit.fresh for visit in visits] == [True, False]


async def test_visit_when_a_neighbour_is_poison_then_nobody_is_fresh_twice(
    actions: Actions,
) -> None:
    """Telegram gives the whole batch again for one bad update, and acts are not repeated."""
    gatherer = _gatherer()
    actions.poison = {1}
    rounds = [await _fresh(gatherer, 1, 2, 3) for _ in range(3)]
    actions.poison = set()
    rounds += [await _fresh(gatherer, 1, 2, 3) for _ in range(2)]
    assert rounds == [[2, 3], [], [], [1], []]


async def test_done_when_several_are_answered_then_all_are_marked(store: Sessions) -> None:
    """Another process does not take up again what was answered."""
    gatherer = _gatherer(store)
    await asyncio.gather(*(gatherer.visit(Arrival(each, ChatId(7))) for each in (5, 6)))
    await asyncio.gather(gatherer.done(5), gatherer.done(6))
    other = Gatherer(store, StillClock(), instance="other", takeover_after=timedelta(0))
    visits = [await other.visit(Arrival(each, ChatId(7))) for each in (5, 6)]
    assert [visit.fresh for visit in visits] == [False, False]
