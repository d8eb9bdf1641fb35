"""From due rows to sent letters: what is told, what is folded, what is tried again."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from scheduler import actions
from scheduler.delivery.send_loop import SendLoop
from scheduler.delivery.tick import tick
from scheduler.domain.commands import AddPlanDate, AddSchoolChange, CancelSchoolChange
from scheduler.domain.delivery import (
    Blocked,
    Busy,
    CardNotice,
    CorrectionNotice,
    DateNotice,
    Delivered,
    Letter,
    Outcome,
    Unreachable,
)
from scheduler.domain.plans import ChangeKind, ChatId, DateKind, PlanKind
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat


@dataclass
class Stage:
    """A clock that stands where it is put, and a messenger that answers as told."""

    at: datetime = NOW
    answers: list[Outcome] = field(default_factory=list)
    told: list[Letter] = field(default_factory=list)

    def now(self) -> datetime:
        """The instant that was set."""
        return self.at

    async def deliver(self, letter: Letter) -> Outcome:
        """Answer as told, else take the letter."""
        outcome = self.answers.pop(0) if self.answers else Delivered(len(self.told) + 1)
        if isinstance(outcome, Delivered):
            self.told.append(letter)
        return outcome


async def _pass(sessions: Sessions, stage: Stage, at: datetime) -> None:
    stage.at = at
    await tick(sessions, now=at)
    await SendLoop(sessions, stage, stage, instance="test").drain()


async def _meeting(sessions: Sessions, chat_id: ChatId, on: date) -> None:
    command = AddPlanDate("Sam", PlanKind.IEP, DateKind.MEETING, on)
    await actions.add_plan_date(sessions, command, chat_id=chat_id, draft_id=None, now=NOW)


def _utc(day: int, hour: int, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


async def test_drain_when_due_then_sent_once(sessions: Sessions) -> None:
    """A due reminder is sent, and a second look sends nothing."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    for _ in range(2):
        await _pass(sessions, stage, _utc(1, 13))

    assert [(n.stage, n.days_left) for n in _dates(stage)] == [("7-days", 7)]


async def test_tick_when_two_dates_fall_together_then_one_letter(sessions: Sessions) -> None:
    """Two that fall on one day make one message."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(1, 13))

    assert [len(letter.notices) for letter in stage.told] == [2]


async def test_tick_when_stages_were_missed_then_only_the_latest_is_told_late(
    sessions: Sessions,
) -> None:
    """After an outage a date is told of once, and the letter says that it is late."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(7, 15))

    assert [n.stage for n in _dates(stage)] == ["1-day"]
    assert [letter.late for letter in stage.told] == [True]
    status = await actions.status_of(sessions, chat_id=chat_id, now=stage.at)
    assert [late.reason.value for late in status.late] == ["bot-down"]


async def test_drain_when_telegram_is_busy_then_waits_and_sends(sessions: Sessions) -> None:
    """A 429 waits as long as Telegram asks and loses nothing."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(seconds=30))])
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(1, 13))
    early = len(stage.told)
    await _pass(sessions, stage, _utc(1, 13) + timedelta(seconds=31))

    assert (early, len(stage.told)) == (0, 1)


async def test_drain_when_blocked_then_stops_until_the_chat_writes(sessions: Sessions) -> None:
    """A 403 ends all tries; the next message from the chat resumes and counts what was missed."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Blocked("forbidden")])
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(1, 13))
    back = await actions.receive(
        sessions,
        [actions.Arrival(99, chat_id)],
        instance="x",
        takeover_after=timedelta(0),
        now=_utc(2, 13),
    )
    await _pass(sessions, stage, _utc(7, 13))

    assert (back[0].returned, back[0].missed) == (True, 1)
    assert [n.stage for n in _dates(stage)] == ["1-day"]


async def test_drain_when_unreachable_then_tried_again(sessions: Sessions) -> None:
    """A failing network is tried again after a wait."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Unreachable("network")])
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(1, 13))
    await _pass(sessions, stage, _utc(1, 13) + timedelta(minutes=1))

    assert len(stage.told) == 1


async def test_card_when_a_day_differs_then_comes_on_the_evening_before(
    sessions: Sessions,
) -> None:
    """The card is due at the family's evening hour on the day before."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await _trip(sessions, chat_id)
    await _pass(sessions, stage, datetime(2026, 10, 8, 22, 59, tzinfo=UTC))
    before = len(stage.told)
    await _pass(sessions, stage, datetime(2026, 10, 8, 23, 0, tzinfo=UTC))

    assert kept.card_at == datetime(2026, 10, 8, 23, 0, tzinfo=UTC)
    assert before == 0
    assert [type(n) for letter in stage.told for n in letter.notices] == [CardNotice]


async def test_card_when_cancelled_after_it_went_out_then_a_correction_follows(
    sessions: Sessions,
) -> None:
    """Who was told of a change is told that it is off."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await _trip(sessions, chat_id)
    evening = datetime(2026, 10, 8, 23, 0, tzinfo=UTC)
    await _pass(sessions, stage, evening)
    later = evening + timedelta(minutes=20)
    cancel = CancelSchoolChange(kept.change.id)
    await actions.cancel_school_change(sessions, cancel, chat_id=chat_id, now=later)
    await _pass(sessions, stage, later)

    kinds = [type(n) for letter in stage.told for n in letter.notices]
    assert kinds == [CardNotice, CorrectionNotice]


async def test_card_when_the_day_has_begun_then_is_not_sent(sessions: Sessions) -> None:
    """A card that was missed until the day itself is of no use and stays unsent."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await _trip(sessions, chat_id)
    await _pass(sessions, stage, datetime(2026, 10, 9, 14, 0, tzinfo=UTC))

    assert stage.told == []


async def test_tick_when_quiet_then_waits_for_the_end(sessions: Sessions) -> None:
    """After an outage that ends at night nothing is sent before the quiet hours end."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await _meeting(sessions, chat_id, date(2026, 10, 8))
    await _pass(sessions, stage, _utc(2, 7))
    night = len(stage.told)
    await _pass(sessions, stage, _utc(2, 11))

    assert (night, len(stage.told)) == (0, 1)


async def _trip(sessions: Sessions, chat_id: ChatId) -> actions.ChangeKept:
    day = date(2026, 10, 9)
    command = AddSchoolChange("Sam", day, day, ChangeKind.FIELD_TRIP, "zoo trip")
    kept = await actions.add_school_change(
        sessions, command, chat_id=chat_id, draft_id=None, now=NOW
    )
    assert isinstance(kept, actions.ChangeKept)
    return kept


def _dates(stage: Stage) -> list[DateNotice]:
    return [n for letter in stage.told for n in letter.notices if isinstance(n, DateNotice)]
