"""Letters of one September morning, as delivery would hand them over."""

from datetime import UTC, date, datetime, time

from handlers.gateway.markup import Renderer
from handlers.letters import letter_reply
from handlers.turn import Reply
from scheduler.domain.delivery import DateNotice, Letter, Notice
from scheduler.domain.kinds import KINDS
from scheduler.domain.plans import (
    ChangeId,
    ChangeKind,
    ChatId,
    Child,
    ChildId,
    DateKind,
    FamilyId,
    PlanDate,
    PlanDateId,
    PlanKind,
    Preferences,
    ReminderId,
    SchoolChange,
)
from tests.handlers.parent import plain

SAM = Child(ChildId(1), "Sam")
TODAY = date(2026, 9, 21)
DUE_AT = datetime(2026, 9, 21, 13, 0, tzinfo=UTC)
STAGES = [(kind, stage) for kind, entry in KINDS.items() for stage in entry.stages]


def chat(language: str = "en") -> Preferences:
    """A chat in New York."""
    return Preferences(ChatId(1), FamilyId(1), language=language, zone="America/New_York")


def plan_date(
    kind: DateKind = DateKind.ANNUAL_REVIEW,
    *,
    plan: PlanKind = PlanKind.IEP,
    due_on: date = date(2026, 10, 3),
    at: time | None = None,
    title: str | None = None,
    child: Child = SAM,
    zone: str = "America/New_York",
) -> PlanDate:
    """A date of Sam's IEP unless said otherwise."""
    return PlanDate(PlanDateId(7), child, plan, kind, due_on, zone, at, title)


def notice(kept: PlanDate, stage: str = "14-days") -> DateNotice:
    """A notice that is due this morning."""
    return DateNotice(ReminderId(1), kept, stage, (kept.due_on - TODAY).days, DUE_AT)


def change(kind: ChangeKind, what: str, *, days: int = 1) -> SchoolChange:
    """A change that began on 21 September, a Monday."""
    return SchoolChange(ChangeId(1), SAM, TODAY, date(2026, 9, 20 + days), kind, what)


def letter(*notices: Notice, language: str = "en", late: bool = False) -> Letter:
    """One letter of this morning."""
    return Letter(chat(language), notices, TODAY, late)


def said(renderer: Renderer, told: Letter) -> str:
    """The words of a letter."""
    return plain("\n".join(renderer.render(letter_reply(told), told.chat).pieces))


def labels(renderer: Renderer, reply: Reply, language: str = "en") -> list[list[str]]:
    """The rows of buttons under a letter."""
    rows = renderer.render(reply, chat(language)).rows
    return [[button["text"] for button in row] for row in rows]
