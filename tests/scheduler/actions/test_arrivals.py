"""What comes in acts once, whoever receives it; who returns is told what was missed."""

from datetime import date, timedelta

from scheduler import actions
from scheduler.domain.delivery import Blocked
from scheduler.domain.plans import ChatId
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, local, look

TAKEOVER = timedelta(seconds=45)


async def _receive(
    sessions: Sessions, *update_ids: int, by: str = "a", after: timedelta = timedelta(0)
) -> tuple[actions.Visit, ...]:
    batch = [actions.Arrival(each, ChatId(1)) for each in update_ids]
    return await actions.receive(
        sessions, batch, instance=by, takeover_after=TAKEOVER, now=NOW + after
    )


async def test_receive_when_nothing_came_then_nothing_is_opened(sessions: Sessions) -> None:
    """An empty batch costs nothing."""
    assert await _receive(sessions) == ()


async def test_receive_when_an_update_comes_twice_then_it_is_fresh_once(
    sessions: Sessions,
) -> None:
    """The same update in one batch, or in the next, acts once."""
    first = await _receive(sessions, 7, 7)
    second = await _receive(sessions, 7)

    assert [visit.fresh for visit in (*first, *second)] == [True, False, False]


async def test_receive_when_another_instance_died_with_it_then_it_is_taken_over(
    sessions: Sessions,
) -> None:
    """An update that a dead process took and never answered is fresh again after a while."""
    await _receive(sessions, 7)
    soon = await _receive(sessions, 7, by="b", after=timedelta(seconds=10))
    later = await _receive(sessions, 7, by="b", after=timedelta(seconds=50))

    assert (soon[0].fresh, later[0].fresh) == (False, True)


async def test_receive_when_it_was_answered_then_nobody_takes_it_over(
    sessions: Sessions,
) -> None:
    """An answered update is over for good."""
    await _receive(sessions, 7)
    await actions.finish(sessions, [7])
    later = await _receive(sessions, 7, by="b", after=timedelta(hours=1))

    assert later[0].fresh is False


async def test_receive_when_a_chat_is_new_then_it_is_a_newcomer_once(
    sessions: Sessions,
) -> None:
    """The first message of a chat makes it known."""
    first = await _receive(sessions, 1)
    second = await _receive(sessions, 2)

    assert (first[0].newcomer, second[0].newcomer) == (True, False)
    assert first[0].chat.zone is None


async def test_receive_when_a_chat_returns_then_it_hears_again_what_lies_ahead(
    sessions: Sessions,
) -> None:
    """What was missed is counted, and what is still to come is planned anew."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Blocked("forbidden")])
    await add(sessions, chat_id, date(2026, 10, 8))
    await look(sessions, stage, local("2026-10-01 09:00"))
    await look(sessions, stage, local("2026-10-07 09:00"))
    back = await actions.receive(
        sessions,
        [actions.Arrival(50, chat_id), actions.Arrival(51, chat_id)],
        instance="a",
        takeover_after=TAKEOVER,
        now=local("2026-10-07 12:00"),
    )
    await look(sessions, stage, local("2026-10-08 09:00"))

    assert (back[0].returned, back[0].missed, back[0].chat.active) == (True, 2, True)
    assert stage.stages() == ["same-day"]


async def test_draft_when_finished_then_the_next_has_another_id(sessions: Sessions) -> None:
    """Finishing one conversation twice can be told from finishing the next."""
    chat_id = await make_chat(sessions, 1)

    async def keep(draft_id: int | None, step: str) -> int:
        kept = await actions.keep_draft(
            sessions,
            chat_id=chat_id,
            draft_id=draft_id,
            flow="f",
            version=1,
            step=step,
            data={},
            now=NOW,
        )
        return kept.id

    first = await keep(None, "a")
    moved = await keep(first, "b")
    dropped = await actions.drop_draft(sessions, chat_id=chat_id)
    again = await keep(moved, "a")

    assert (first == moved, dropped, again > first) == (True, True, True)
    await actions.drop_draft(sessions, chat_id=chat_id)
    assert await actions.drop_draft(sessions, chat_id=chat_id) is False
