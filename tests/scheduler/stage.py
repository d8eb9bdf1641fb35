"""What the tests of actions and delivery share: a clock, a messenger, a family's doings."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from scheduler import actions
from scheduler.delivery.send_loop import SendLoop
from scheduler.delivery.tick import tick
from scheduler.domain.commands import AddPlanDate, AddSchoolChange
from scheduler.domain.delivery import DateNotice, Delivered, Letter, Outcome
from scheduler.domain.plans import ChangeKind, ChatId, DateKind, PlanDate, PlanKind
from scheduler.store.engine import Sessions
from scheduler.store.tables import OUTBOX, REMINDER
from tests.conftest import NOW

# A Thursday: its card comes on the Wednesday evening, 7 PM in New York.
TRIP_DAY = date(2026, 10, 8)
CARD_AT = datetime(2026, 10, 7, 23, tzinfo=UTC)


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

    def stages(self) -> list[str]:
        """The stages that were told, in order."""
        return [
            n.stage for letter in self.told for n in letter.notices if isinstance(n, DateNotice)
        ]

    def kinds(self) -> list[str]:
        """The kinds of notices that were told, in order."""
        return [type(n).__name__ for letter in self.told for n in letter.notices]


def utc(text: str) -> datetime:
    """Return an instant from ISO text in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(text: str, zone: str = "America/New_York") -> datetime:
    """Return an instant from ISO text in local time."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


async def look(sessions: Sessions, stage: Stage, at: datetime) -> None:
    """Let the time come, queue what is due and send it."""
    stage.at = at
    await tick(sessions, now=at)
    await SendLoop(sessions, stage, stage, instance="test").drain()


async def add(
    sessions: Sessions,
    chat_id: ChatId,
    due_on: date,
    kind: DateKind = DateKind.OWN,
    *,
    at: time | None = None,
    nickname: str = "Sam",
    now: datetime = NOW,
) -> PlanDate:
    """Keep a plan date of one child."""
    command = AddPlanDate(nickname, PlanKind.IEP, kind, due_on, at)
    added = await actions.add_plan_date(sessions, command, chat_id=chat_id, draft_id=None, now=now)
    assert isinstance(added, actions.Added)
    return added.plan_date


async def add_trip(
    sessions: Sessions, chat_id: ChatId, day: date = TRIP_DAY, *, now: datetime = NOW
) -> actions.ChangeKept:
    """Keep one changed day of one child."""
    command = AddSchoolChange("Sam", day, day, ChangeKind.FIELD_TRIP, "zoo trip")
    kept = await actions.add_school_change(
        sessions, command, chat_id=chat_id, draft_id=None, now=now
    )
    assert isinstance(kept, actions.ChangeKept)
    return kept


async def reminder_rows(sessions: Sessions) -> list[tuple[str, str, str | None]]:
    """Return stage or subject, state and reason of every reminder, in the order of their ids."""
    columns = (REMINDER.c.stage, REMINDER.c.subject, REMINDER.c.state, REMINDER.c.reason)
    async with sessions.read() as tx:
        found = await tx.execute(select(*columns).order_by(REMINDER.c.id))
        return [(row[0] or row[1].value, row[2].value, row[3]) for row in found]


async def scheduled_at(sessions: Sessions, chat_id: ChatId) -> list[tuple[str, datetime]]:
    """Return what a chat is scheduled to hear: stage or subject, and instant, earliest first."""
    columns = (REMINDER.c.stage, REMINDER.c.subject, REMINDER.c.due_at)
    async with sessions.read() as tx:
        found = await tx.execute(
            select(*columns)
            .where(REMINDER.c.chat_id == chat_id, REMINDER.c.state == "scheduled")
            .order_by(REMINDER.c.due_at, REMINDER.c.id)
        )
        return [(row[0] or row[1].value, row[2]) for row in found]


async def letter_rows(sessions: Sessions) -> list[tuple[str, str | None, int]]:
    """Return state, last error and attempts of every letter, in the order of their ids."""
    columns = (OUTBOX.c.state, OUTBOX.c.last_error, OUTBOX.c.attempts)
    async with sessions.read() as tx:
        found = await tx.execute(select(*columns).order_by(OUTBOX.c.id))
        return [(row[0].value, row[1], row[2]) for row in found]
