"""Letters into replies: what a family hears unasked. A reminder has at most 500 characters."""

from collections.abc import Mapping
from datetime import timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from faq.entry import TopicId
from handlers.ask import ShowTopic
from handlers.cards import CARD_ROWS, card_lines, correction_lines
from handlers.plan_buttons import ALL_DATES, AskSnooze, EditPiece, LookAt, MarkAsDone, Piece
from handlers.plan_screens import when_and_left, when_line
from handlers.titles import date_title
from handlers.turn import (
    GAP,
    GUESSED_ZONE,
    Button,
    Line,
    Phrase,
    Reply,
    Rows,
    ShortDay,
    Weekday,
    phrase,
)
from scheduler.domain.delivery import CardNotice, CorrectionNotice, DateNotice, Letter, Notice
from scheduler.domain.kinds import KINDS
from scheduler.domain.plans import DateKind, PlanDate, PlanKind

REMINDER_LIMIT_CHARS = 500
# A few notices are told in full; more of them only by name and day.
_FULL_NOTICES = 3
_BUTTON_NOTICES = 8
# Within a week the weekday says more than a date does.
_LATELY = timedelta(days=6)

# The answer that says what to do about a date; an own date has none.
TOPICS: Mapping[tuple[DateKind, PlanKind], TopicId] = {
    (DateKind.ANNUAL_REVIEW, PlanKind.IEP): TopicId("iep-annual-review"),
    (DateKind.ANNUAL_REVIEW, PlanKind.PLAN_504): TopicId("504-review"),
    (DateKind.REEVALUATION, PlanKind.IEP): TopicId("request-evaluation"),
    (DateKind.REEVALUATION, PlanKind.PLAN_504): TopicId("504-review"),
    (DateKind.MEETING, PlanKind.IEP): TopicId("meeting-prepare"),
    (DateKind.MEETING, PlanKind.PLAN_504): TopicId("meeting-prepare"),
    (DateKind.GOAL_DUE, PlanKind.IEP): TopicId("iep-goals-met"),
    (DateKind.GOAL_DUE, PlanKind.PLAN_504): TopicId("iep-goals-met"),
    (DateKind.PROGRESS_REPORT, PlanKind.IEP): TopicId("iep-goals"),
    (DateKind.PROGRESS_REPORT, PlanKind.PLAN_504): TopicId("504-review"),
    (DateKind.STATE_TEST, PlanKind.IEP): TopicId("state-test-accommodations"),
    (DateKind.STATE_TEST, PlanKind.PLAN_504): TopicId("state-test-accommodations"),
}


def letter_reply(letter: Letter) -> Reply:
    """The one message that a letter is.

    Raises:
        ValueError: the letter tells nothing.
    """
    if not letter.notices:
        raise ValueError("a letter tells at least one thing")
    late: tuple[Line, ...] = (_late_line(letter),) if letter.late else ()
    if len(letter.notices) == 1:
        (notice,) = letter.notices
        return Reply((*late, *_notice_lines(notice, letter)), _rows(notice))
    return Reply((*late, *_digest_lines(letter)), _digest_rows(letter.notices))


def _late_line(letter: Letter) -> Phrase:
    """An honest line: when it should have come."""
    zone = ZoneInfo(letter.chat.zone) if letter.chat.zone else GUESSED_ZONE
    due = min(notice.due_at for notice in letter.notices).astimezone(zone)
    several = "-several" if len(letter.notices) > 1 else ""
    if letter.today - due.date() <= _LATELY:
        return phrase(f"letter-late{several}", day=Weekday(due.date()), hour=due.time())
    return phrase(f"letter-late{several}", day=ShortDay(due.date()), hour=due.time())


def _notice_lines(notice: Notice, letter: Letter, *, brief: bool = False) -> tuple[Line, ...]:
    match notice:
        case DateNotice():
            return _date_lines(notice, letter, brief=brief)
        case CardNotice(child=child, day=day, changes=changes):
            return card_lines(child.nickname, day, changes, brief=brief)
        case CorrectionNotice(child=child, day=day, changes=changes):
            return correction_lines(child.nickname, day, changes, brief=brief)
        case _:
            assert_never(notice)


def _date_lines(notice: DateNotice, letter: Letter, *, brief: bool) -> tuple[Line, ...]:
    kept = notice.plan_date
    head = phrase("date-head", nickname=kept.child.nickname, what=date_title(kept))
    when = when_line(kept, show_zone=kept.at is not None and kept.zone != letter.chat.zone)
    lines: tuple[Line, ...] = (head, when_and_left(kept, letter.today, when))
    if brief:
        return lines
    if notice.is_over:
        return (*lines, phrase("letter-date-over"))
    return (*lines, stage_line(kept, notice.stage, days=notice.days_left))


def stage_line(plan_date: PlanDate, stage: str, *, days: int) -> Phrase:
    """What to do at a stage; of a snoozed one, at the stage that ``days`` before the date is."""
    stages = KINDS[plan_date.kind].stages
    # What is said hours before may come the evening before, out of quiet hours.
    if stage not in {each.slug for each in stages if each.hours is None or days <= 0}:
        reached = [each.slug for each in stages if each.hours is None and each.days >= days]
        stage = (reached or [stages[0].slug])[-1]
    return phrase(f"stage-{plan_date.kind.value}-{stage}", plan=plan_date.plan.name)


def _digest_lines(letter: Letter) -> tuple[Line, ...]:
    brief = len(letter.notices) > _FULL_NOTICES
    lines: list[Line] = [phrase("letter-several", count=len(letter.notices))]
    for notice in letter.notices:
        lines += [GAP, *_notice_lines(notice, letter, brief=brief)]
    return tuple(lines)


def _rows(notice: Notice) -> Rows:
    match notice:
        case DateNotice(plan_date=kept):
            return _over_rows(kept) if notice.is_over else _date_rows(kept)
        case CardNotice(changes=()):
            return ()
        case CardNotice() | CorrectionNotice():
            return CARD_ROWS
        case _:
            assert_never(notice)


def _date_rows(kept: PlanDate) -> Rows:
    done = Button(phrase("button-done"), MarkAsDone(kept.id))
    later = Button(phrase("button-snooze"), AskSnooze(kept.id))
    topic = TOPICS.get((kept.kind, kept.plan))
    if topic is None:
        return ((done, later),)
    return ((done, later), (Button(phrase("button-what-to-do"), ShowTopic(topic)),))


def _over_rows(kept: PlanDate) -> Rows:
    """A day that is past is over, or it was moved; nothing else is asked about it."""
    done = Button(phrase("button-done"), MarkAsDone(kept.id))
    return ((done, Button(phrase("button-new-day"), EditPiece(kept.id, Piece.DAY))),)


def _digest_rows(notices: tuple[Notice, ...]) -> Rows:
    dates = [notice.plan_date for notice in notices if isinstance(notice, DateNotice)]
    rows: Rows = tuple((_look_button(each),) for each in dates[:_BUTTON_NOTICES])
    if dates:
        rows = (*rows, (ALL_DATES,))
    return rows if len(dates) == len(notices) else (*rows, *CARD_ROWS)


def _look_button(plan_date: PlanDate) -> Button:
    label = phrase(
        "button-open-date",
        nickname=plan_date.child.nickname,
        what=date_title(plan_date),
        day=ShortDay(plan_date.due_on),
    )
    return Button(label, LookAt(plan_date.id))
