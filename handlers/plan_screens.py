"""How plan dates are shown: one alone, the list of all, and the word after one was kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from handlers.menu import BACK_TO_MENU, run_button
from handlers.plan_buttons import ALL_DATES, OpenDate, ShowDates, date_rows
from handlers.titles import date_title
from handlers.turn import (
    GAP,
    Button,
    Form,
    Line,
    Phrase,
    Pressed,
    Reply,
    Rows,
    ShortDay,
    Turn,
    ZoneName,
    phrase,
)
from scheduler import actions
from scheduler.domain.kinds import rule_of
from scheduler.domain.plans import (
    Child,
    ChildId,
    DateKind,
    DateState,
    PlanDate,
    PlanDateId,
    PlanKind,
)
from scheduler.domain.reminders import Planned, Remark

PAGE_DATES = 10


def form_of(turn: Turn) -> Form:
    """What was pressed gives way to the answer; words get a message of their own."""
    return Form.EDIT if isinstance(turn.act, Pressed) else Form.NEW


def days_left(due_on: date, today: date) -> Phrase:
    """How far off a day is, in words: "in 12 days", "today", "3 days ago"."""
    days = (due_on - today).days
    return phrase("days-ago", days=-days) if days < 0 else phrase("days-left", days=days)


def when_and_left(plan_date: PlanDate, today: date, when: Phrase) -> Phrase:
    """When it is and how far off that is: "Friday, October 3, 2026: in 12 days"."""
    return phrase("date-when", when=when, left=days_left(plan_date.due_on, today))


def date_lines(plan_date: PlanDate, *, show_zone: bool = False) -> tuple[Phrase, Phrase]:
    """Whose date it is and what, and when."""
    head = phrase("date-head", nickname=plan_date.child.nickname, what=date_title(plan_date))
    return (head, when_line(plan_date, show_zone=show_zone))


def remembered(plan_date: PlanDate) -> dict[str, str]:
    """What a conversation about a kept date remembers of it, for ``remembered_line``."""
    return {
        "date": str(plan_date.id),
        "due": plan_date.due_on.isoformat(),
        "of": plan_date.child.nickname,
        "kind": plan_date.kind.value,
        "plan": plan_date.plan.value,
        "name": plan_date.title or "",
    }


def remembered_line(data: Mapping[str, str]) -> Phrase:
    """Whose date a conversation is about, and what: families with two children need to know."""
    plan_date = PlanDate(
        PlanDateId(int(data["date"])),
        Child(ChildId(0), data["of"]),
        PlanKind(data["plan"]),
        DateKind(data["kind"]),
        date.fromisoformat(data["due"]),
        "UTC",
        title=data["name"] or None,
    )
    return date_lines(plan_date)[0]


def when_line(plan_date: PlanDate, *, show_zone: bool) -> Phrase:
    """The weekday and full date, the hour where there is one, and in which zone it is meant."""
    day, at, zone = plan_date.due_on, plan_date.at, ZoneName(plan_date.zone)
    if at is None:
        return (
            phrase("date-day-zone", day=day, zone=zone)
            if show_zone
            else phrase("date-day", day=day)
        )
    if show_zone:
        return phrase("date-moment-zone", day=day, hour=at, zone=zone)
    return phrase("date-moment", day=day, hour=at)


def date_screen(turn: Turn, plan_date: PlanDate, *above: Line, form: Form | None = None) -> Reply:
    """One date with all that can be done with it; a closed one only says what it is."""
    head, when = date_lines(plan_date, show_zone=plan_date.at is not None)
    if plan_date.state is not DateState.OPEN:
        closed = phrase(f"date-is-{plan_date.state.value}")
        return Reply((*above, head, when, closed), ((ALL_DATES,),), form or form_of(turn))
    line = when_and_left(plan_date, turn.today, when)
    return Reply((*above, head, line), date_rows(plan_date.id), form or form_of(turn))


def dates_screen(turn: Turn, dates: Sequence[PlanDate], *above: Line, page: int = 0) -> Reply:
    """The open dates by child, soonest first, ``PAGE_DATES`` a page."""
    if not dates:
        row = (run_button("button-add-date", "add"), BACK_TO_MENU)
        return Reply((*above, phrase("dates-none")), (row,), form_of(turn))
    pages = (len(dates) - 1) // PAGE_DATES + 1
    page = min(max(page, 0), pages - 1)
    ordered = sorted(dates, key=lambda each: (each.child.nickname.casefold(), each.due_on))
    shown = ordered[page * PAGE_DATES : (page + 1) * PAGE_DATES]
    head = phrase("dates-head", count=len(dates), page=page + 1, pages=pages)
    last = (run_button("button-add-date", "add"), BACK_TO_MENU)
    rows = (*((_open(each),) for each in shown), *_turning(page, pages), last)
    return Reply((*above, head, *_by_child(shown, turn.today)), rows, form_of(turn))


def _by_child(shown: Sequence[PlanDate], today: date) -> tuple[Line, ...]:
    lines: list[Line] = []
    for nickname, dates in groupby(shown, key=lambda each: each.child.nickname):
        lines += [GAP, phrase("dates-child", nickname=nickname)]
        lines += [
            phrase(
                "dates-line",
                day=ShortDay(each.due_on),
                what=date_title(each),
                left=days_left(each.due_on, today),
            )
            for each in dates
        ]
    return tuple(lines)


def _open(plan_date: PlanDate) -> Button:
    label = phrase(
        "button-open-date",
        nickname=plan_date.child.nickname,
        what=date_title(plan_date),
        day=ShortDay(plan_date.due_on),
    )
    return Button(label, OpenDate(plan_date.id))


def _turning(page: int, pages: int) -> Rows:
    """The row that turns pages, where there are any."""
    row = []
    if page > 0:
        row.append(Button(phrase("button-earlier"), ShowDates(page - 1)))
    if page + 1 < pages:
        row.append(Button(phrase("button-more"), ShowDates(page + 1)))
    return (tuple(row),) if row else ()


def coming_line(plan_date: PlanDate, today: date) -> Phrase:
    """The next date of a child, in one line."""
    return phrase(
        "date-next-up",
        nickname=plan_date.child.nickname,
        what=date_title(plan_date),
        day=plan_date.due_on,
        left=days_left(plan_date.due_on, today),
    )


def date_gone(turn: Turn, *, form: Form | None = None) -> Reply:
    """There is no such date any more, or it never was this family's."""
    return Reply((phrase("date-gone"),), ((ALL_DATES, BACK_TO_MENU),), form or form_of(turn))


def kept_reply(turn: Turn, added: actions.Added) -> Reply:
    """The word after a date was kept: what, when the first message comes, which rule it is."""
    lines = (
        phrase("add-kept"),
        *date_lines(added.plan_date),
        GAP,
        first_message(added.upcoming),
        *remark_lines(added.remarks),
        *rule_lines(added.plan_date.kind, added.plan_date.plan),
    )
    rows = ((run_button("button-add-another", "add"), ALL_DATES),)
    return Reply(lines, rows, form_of(turn))


def first_message(upcoming: Sequence[Planned], key: str = "add-first-message") -> Phrase:
    """When the first message comes, to the minute, and how many there will be."""
    if not upcoming:
        return phrase("add-no-message")
    return phrase(key, at=upcoming[0].due_at, count=len(upcoming))


def remark_lines(remarks: Sequence[Remark]) -> tuple[Line, ...]:
    """What a family may want to check with the school about a day."""
    return tuple(phrase(f"remark-{remark.value}") for remark in remarks)


def rule_lines(kind: DateKind, plan: PlanKind) -> tuple[Line, ...]:
    """Which rule stands behind a date, and where it is written; nothing for a family's own."""
    rule = rule_of(kind, plan)
    if rule.is_law:
        return (phrase(f"rule-{kind.value}-{plan.value}", source=rule.source),)
    if kind is DateKind.ANNUAL_REVIEW:
        return (phrase("rule-annual-review-504"),)
    return ()
