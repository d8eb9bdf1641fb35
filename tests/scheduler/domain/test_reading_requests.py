"""Whole requests: child, plan, kind, moment and what is left of the words."""

from datetime import date

import pytest

from scheduler.domain.calendar import Doubt
from scheduler.domain.plans import DateKind, PlanKind
from scheduler.domain.reading_requests import read_request
from tests.scheduler.domain.phrases import moments

TODAY = date(2026, 9, 24)
NICKNAMES = ("Max", "Max Jr", "Bea", "José", "🦖", "")
IEP, PLAN_504 = PlanKind.IEP, PlanKind.PLAN_504
REQUESTS = (
    ("en", "remind me about my son's IEP meeting Oct 3 at 2pm", None, IEP, DateKind.MEETING,
     "2026-10-03 14:00", "my son's IEP meeting"),
    ("en", "Remind me about Bea's 504 review on 12/5", "Bea", PLAN_504, DateKind.ANNUAL_REVIEW,
     "2026-12-05", "Bea's 504 review"),
    ("en", "add annual review for Max Jr Nov 4 2026", "Max Jr", None, DateKind.ANNUAL_REVIEW,
     "2026-11-04", "annual review for Max Jr"),
    ("en", "Max and Bea IEP meeting friday", None, IEP, DateKind.MEETING,
     "2026-09-25", "Max and Bea IEP meeting"),
    ("en", "triennial reevaluation March 1 2027", None, None, DateKind.REEVALUATION,
     "2027-03-01", "triennial reevaluation"),
    ("en", "put speech goal due Dec 1", None, None, DateKind.GOAL_DUE, "2026-12-01", "speech goal"),
    ("en", "report card comes out 10/30", None, None, DateKind.PROGRESS_REPORT,
     "2026-10-30", "report card comes out"),
    ("en", "STAAR testing April 6 2027", None, None, DateKind.STATE_TEST,
     "2027-04-06", "STAAR testing"),
    ("en", "remind me to sign the permission slip Friday please", None, None, DateKind.OWN,
     "2026-09-25", "sign the permission slip"),
    ("en", "remind me Friday", None, None, None, "2026-09-25", None),
    ("en", "ARD meeting tomorrow at 9 in room 12", None, IEP, DateKind.MEETING,
     "2026-09-25 09:00", "ARD meeting in room 12"),
    ("en", "can you please remind me of 🦖's IEP meeting Oct 9", "🦖", IEP, DateKind.MEETING,
     "2026-10-09", "🦖's IEP meeting"),
    ("en", "save jose's 504 meeting 10/9 at noon", "José", PLAN_504, DateKind.MEETING,
     "2026-10-09 12:00", "jose's 504 meeting"),
    ("es", "recuérdame la reunión del IEP de mi hijo el 3 de octubre a las 2", None, IEP,
     DateKind.MEETING, "2026-10-03 14:00", "reunión del IEP de mi hijo"),
    ("es", "recuérdame la revisión anual del plan 504 de Bea el 5/12", "Bea", PLAN_504,
     DateKind.ANNUAL_REVIEW, "2026-12-05", "revisión anual del plan 504 de Bea"),
    ("es", "reevaluación el 1 de marzo de 2027", None, None, DateKind.REEVALUATION,
     "2027-03-01", "reevaluación"),
    ("es", "boleta de calificaciones el 30 de octubre", None, None, DateKind.PROGRESS_REPORT,
     "2026-10-30", "boleta de calificaciones"),
    ("es", "recuérdame llevar los papeles mañana por favor", None, None, DateKind.OWN,
     "2026-09-25", "llevar los papeles"),
    ("es", "junta del PEI el 9 de octubre a las 9", None, IEP, DateKind.MEETING,
     "2026-10-09 09:00", "junta del PEI"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "nickname", "plan", "kind", "when", "title"), REQUESTS
)
def test_request_when_made_in_one_sentence_then_all_it_names_is_read(
    language: str,
    text: str,
    nickname: str | None,
    plan: PlanKind | None,
    kind: DateKind | None,
    when: str,
    title: str | None,
) -> None:
    """One sentence fills in a whole date; a child is named only where it is clear which."""
    read = read_request(text, today=TODAY, language=language, nicknames=NICKNAMES)

    assert (read.nickname, read.plan, read.kind) == (nickname, plan, kind)
    assert (read.moment.moments, read.title) == (moments(when), title)


def test_request_when_its_date_does_not_exist_then_the_rest_is_read_all_the_same() -> None:
    """An impossible date is asked about; kind and plan are not lost."""
    read = read_request("IEP meeting 2/30", today=TODAY, language="en", nicknames=())

    assert (read.moment.doubt, read.kind) == (Doubt.IMPOSSIBLE, DateKind.MEETING)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("remind me about the meeting", True),
        ("please add a date", True),
        ("recuérdame la junta", True),
        ("what is an IEP meeting?", False),
        ("does extra time add up?", False),
    ],
)
def test_request_when_words_ask_for_keeping_then_it_is_told_from_a_question(
    text: str, *, asks: bool
) -> None:
    """A question about meetings is not a request to keep one."""
    assert read_request(text, today=TODAY, language="en", nicknames=()).asks is asks


def test_request_when_it_is_long_then_its_title_fits() -> None:
    """A title is never longer than a title may be."""
    read = read_request(f"remind me to {'sign ' * 60}", today=TODAY, language="en", nicknames=())

    assert read.title
    assert len(read.title) <= 80
