"""How plan dates and messages to come are called in one line, wherever they are listed."""

from typing import assert_never

from handlers.turn import Phrase, ShortDay, phrase
from scheduler.domain.delivery import CardNotice, CorrectionNotice, DateNotice, Notice
from scheduler.domain.plans import DateKind, PlanDate


def date_title(plan_date: PlanDate) -> Phrase:
    """What a plan date is, in the family's words where it has a title: "Annual review (IEP)"."""
    if plan_date.kind is DateKind.OWN and plan_date.title:
        # A family's own date belongs to no plan, whichever is kept with it.
        return phrase("date-title-family", title=plan_date.title)
    kind = phrase(f"kind-{plan_date.kind.value}")
    plan = phrase(f"plan-{plan_date.plan.value}")
    if plan_date.title:
        return phrase("date-title-own", kind=kind, title=plan_date.title, plan=plan)
    return phrase("date-title", kind=kind, plan=plan)


def notice_title(notice: Notice) -> Phrase:
    """What a message is about: "Sam: Annual review (IEP), Fri, Oct 3"."""
    match notice:
        case DateNotice(plan_date=plan_date):
            return phrase(
                "notice-date",
                nickname=plan_date.child.nickname,
                title=date_title(plan_date),
                day=ShortDay(plan_date.due_on),
            )
        case CardNotice(child=child, day=day):
            return phrase("notice-card", nickname=child.nickname, day=ShortDay(day))
        case CorrectionNotice(child=child, day=day):
            return phrase("notice-correction", nickname=child.nickname, day=ShortDay(day))
        case _:
            assert_never(notice)
