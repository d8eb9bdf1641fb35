"""What came of sending, as the rows tell it: retried, given up with a reason, moved, told late."""

import logging
from datetime import date, timedelta

import pytest

from scheduler import actions
from scheduler.delivery.outcomes import Ledger, Sent
from scheduler.domain.delivery import (
    Blocked,
    Busy,
    Delivered,
    LateReason,
    Letter,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import ChatId, FamilyId, Preferences
from scheduler.store.engine import Sessions
from scheduler.store.outbox import Claimed
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, letter_rows, local, look, reminder_rows

DUE_ON = date(2026, 10, 8)
DUE_AT = local("2026-10-01 09:00")


async def _first_try(sessions: Sessions, outcome: Outcome) -> tuple[ChatId, Stage]:
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[outcome])
    await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, DUE_AT)
    return chat_id, stage


@pytest.mark.parametrize(
    ("outcome", "letter", "reminder"),
    [
        (Delivered(7), ("sent", None, 0), ("sent", None)),
        (Busy(timedelta(seconds=30)), ("waiting", "busy", 0), ("queued", None)),
        (Unreachable("500"), ("waiting", "500", 1), ("queued", None)),
        (Blocked("403"), ("dead", "chat-blocked", 0), ("failed", "chat-blocked")),
        (Rejected("400"), ("dead", "rejected", 0), ("failed", "rejected")),
    ],
    ids=["taken", "429", "5xx", "403", "400"],
)
async def test_try_when_answered_then_the_rows_say_what_came_of_it(
    sessions: Sessions,
    outcome: Outcome,
    letter: tuple[str, str | None, int],
    reminder: tuple[str, str | None],
) -> None:
    """The letter and its reminder carry the state, the reason and the tries so far."""
    await _first_try(sessions, outcome)

    assert await letter_rows(sessions) == [letter]
    assert (await reminder_rows(sessions))[0][1:] == reminder


async def test_retry_when_out_of_attempts_then_the_row_says_so(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its last try a letter is given up, with its reason."""
    monkeypatch.setattr("scheduler.domain.retry.MAX_ATTEMPTS", 3)
    _, stage = await _first_try(sqlite_sessions, Unreachable("network"))
    stage.answers = [Unreachable("network")] * 2
    for minutes in (1, 2, 3):
        await look(sqlite_sessions, stage, DUE_AT + timedelta(minutes=minutes))

    assert await letter_rows(sqlite_sessions) == [("dead", "out-of-attempts", 2)]
    assert (await reminder_rows(sqlite_sessions))[0][1:] == ("failed", "out-of-attempts")


async def test_blocked_when_asked_later_then_status_says_that_the_chat_refused(
    sessions: Sessions,
) -> None:
    """What a blocked chat missed is not put down to Telegram being out of reach."""
    chat_id, stage = await _first_try(sessions, Blocked("403"))
    status = await actions.status_of(sessions, chat_id=chat_id, now=stage.at)

    assert [late.reason for late in status.late] == [LateReason.CHAT_BLOCKED]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Busy(timedelta(minutes=20)), LateReason.TELEGRAM_BUSY),
        (Unreachable("502"), LateReason.TELEGRAM_UNREACHABLE),
    ],
)
async def test_late_when_telegram_was_the_cause_then_status_says_so(
    sqlite_sessions: Sessions, outcome: Outcome, reason: LateReason
) -> None:
    """Why a message was late is told as it was."""
    chat_id, stage = await _first_try(sqlite_sessions, outcome)
    await look(sqlite_sessions, stage, DUE_AT + timedelta(minutes=20))
    status = await actions.status_of(sqlite_sessions, chat_id=chat_id, now=stage.at)

    assert [(late.reason, late.sent_at) for late in status.late] == [(reason, stage.at)]


async def test_migrate_when_a_group_moved_then_its_letter_goes_to_the_new_id(
    sessions: Sessions,
) -> None:
    """A group that became a supergroup is told under its new id, and all it has goes along."""
    _, stage = await _first_try(sessions, Moved(ChatId(-100)))
    await look(sessions, stage, DUE_AT + timedelta(seconds=1))

    assert [letter.chat.chat_id for letter in stage.told] == [-100]
    assert len(await actions.list_plan_dates(sessions, chat_id=ChatId(-100))) == 1


@pytest.mark.parametrize("to", [1, 2])
async def test_migrate_when_it_cannot_be_joined_then_the_old_chat_is_stopped(
    sqlite_sessions: Sessions, to: int
) -> None:
    """A move onto itself, or onto a chat with children of its own, ends in no loop and no loss."""
    other = await make_chat(sqlite_sessions, 2)
    await add(sqlite_sessions, other, date(2027, 3, 1), nickname="Maya")
    chat_id, _ = await _first_try(sqlite_sessions, Moved(ChatId(to)))

    assert await letter_rows(sqlite_sessions) == [("dead", "chat-blocked", 0)]
    assert len(await actions.list_plan_dates(sqlite_sessions, chat_id=chat_id)) == 1
    assert len(await actions.list_plan_dates(sqlite_sessions, chat_id=other)) == 1


async def test_join_when_a_letter_is_nearly_given_up_then_what_joins_has_all_its_tries(
    sqlite_sessions: Sessions,
) -> None:
    """A reminder does not die early because it was put into an old letter."""
    chat_id, stage = await _first_try(sqlite_sessions, Unreachable("network"))
    await add(sqlite_sessions, chat_id, date(2026, 10, 2), now=DUE_AT)
    stage.answers = [Unreachable("network")]
    second = local("2026-10-02 09:00")
    await look(sqlite_sessions, stage, second)

    assert await letter_rows(sqlite_sessions) == [("waiting", "network", 1)]


async def test_forget_when_a_letter_is_on_its_way_then_its_outcome_finds_nothing(
    sessions: Sessions,
) -> None:
    """A family that leaves while a letter flies leaves no row behind, and no fault."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await add(sessions, chat_id, DUE_ON)

    async def forget_first(letter: Letter) -> Outcome:
        await actions.forget_chat(sessions, chat_id=letter.chat.chat_id)
        return Delivered(1)

    stage.deliver = forget_first  # type: ignore[method-assign]  # the messenger of this test
    await look(sessions, stage, DUE_AT)

    assert (await letter_rows(sessions), await reminder_rows(sessions)) == ([], [])


async def test_note_when_the_database_refuses_then_it_is_tried_until_it_takes_it(
    sqlite_sessions: Sessions, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent is not forgotten by a full disk, and no word of a parent is logged."""
    refusals = [OSError("Sam's secret")]
    real = sqlite_sessions.begin

    def begin(*, wakes: bool = False) -> object:
        if refusals:
            raise refusals.pop()
        return real(wakes=wakes)

    monkeypatch.setattr(sqlite_sessions, "begin", begin)
    ledger = Ledger(sqlite_sessions, pause_seconds=0)
    letter = Letter(Preferences(ChatId(1), FamilyId(1)), (), NOW.date(), late=False)
    with caplog.at_level(logging.ERROR):
        await ledger.note(Sent(Claimed(1, ChatId(1), 0, None), letter, Delivered(1), NOW))

    assert refusals == []
    assert [record.getMessage() for record in caplog.records] == ["a record waits: OSError"]
