"""Letters as a parent reads them: reminders, several at once, late ones; and their buttons."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.gateway.markup import Renderer
from handlers.letters import REMINDER_LIMIT_CHARS, TOPICS, letter_reply
from handlers.turn import Button
from scheduler.domain.delivery import CardNotice, DateNotice
from scheduler.domain.kinds import KINDS, Stage
from scheduler.domain.plans import (
    NICKNAME_LIMIT_CHARS,
    TITLE_LIMIT_CHARS,
    ChangeKind,
    Child,
    ChildId,
    DateKind,
    PlanDate,
    PlanDateId,
    PlanKind,
    ReminderId,
)
from tests.handlers.letters import (
    DUE_AT,
    SAM,
    STAGES,
    TODAY,
    change,
    labels,
    letter,
    notice,
    plan_date,
    said,
)


def test_reminder_when_due_then_says_child_what_day_left_and_next_step(renderer: Renderer) -> None:
    """A reminder says whose date, what, when, how far off, and what to do now."""
    told = said(renderer, letter(notice(plan_date(at=time(14, 0)))))

    assert told == (
        "Sam: Annual review (IEP)\n"
        "Saturday, October 3, 2026 at 2:00 PM: in 12 days\n"
        "Next step: send your concerns in writing. "
        "What works, what does not, and what you would like to change."
    )


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("plan", PlanKind)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("kind", "stage"), STAGES, ids=[f"{kind.value}-{stage.slug}" for kind, stage in STAGES]
)
def test_reminder_when_all_is_longest_then_fits_its_limit(
    renderer: Renderer, *, kind: DateKind, stage: Stage, language: str, plan: PlanKind, late: bool
) -> None:
    """No reminder is longer than 500 characters, whatever the nickname, name, zone or delay."""
    kept = plan_date(
        kind,
        plan=plan,
        due_on=date(2026, 9, 30),
        at=time(10, 30),
        title="w" * TITLE_LIMIT_CHARS,
        child=Child(ChildId(1), "🦖" * NICKNAME_LIMIT_CHARS),
        zone="America/Argentina/Buenos_Aires",
    )

    told = said(renderer, letter(notice(kept, stage.slug), language=language, late=late))

    assert len(told) <= REMINDER_LIMIT_CHARS


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_reminder_when_stages_differ_then_each_has_its_own_words(
    renderer: Renderer, kind: DateKind, language: str
) -> None:
    """Each stage of a kind says something of its own."""
    told = {
        said(
            renderer,
            letter(
                notice(plan_date(kind, due_on=TODAY + timedelta(days=stage.days)), stage.slug),
                language=language,
            ),
        ).splitlines()[-1]
        for stage in KINDS[kind].stages
    }

    assert len(told) == len(KINDS[kind].stages)


def test_reminder_when_the_word_is_annual_then_504_has_other_steps(renderer: Renderer) -> None:
    """A 504 review is asked for differently: no law gives it a day."""
    iep = said(renderer, letter(notice(plan_date(), "60-days")))
    plan_504 = said(renderer, letter(notice(plan_date(plan=PlanKind.PLAN_504), "60-days")))

    assert ("whether a 504 review is planned" in plan_504, "504" in iep) == (True, False)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (70, "ask the school in writing for a meeting date"),
        (20, "ask for the draft"),
        (10, "send your concerns"),
        (1, "Bring the plan"),
        (0, "Bring the plan"),
    ],
)
def test_reminder_when_snoozed_then_says_the_step_of_the_stage_it_is_at(
    renderer: Renderer, days: int, step: str
) -> None:
    """A snoozed reminder still knows what to do by now."""
    due_on = date.fromordinal(TODAY.toordinal() + days)

    assert step in said(renderer, letter(notice(plan_date(due_on=due_on), "snoozed")))


def test_reminder_when_the_hours_before_come_the_evening_before_then_does_not_say_soon(
    renderer: Renderer,
) -> None:
    """Out of quiet hours, two hours before may be the evening before: nothing starts soon then."""
    meeting = plan_date(DateKind.MEETING, due_on=TODAY + timedelta(days=1), at=time(6, 30))

    told = said(renderer, letter(notice(meeting, "2-hours")))

    assert told.splitlines()[-1].startswith("Write down the one thing you want most.")


def test_reminder_when_late_then_says_so_in_one_line(renderer: Renderer) -> None:
    """A late message says when it should have come, in the chat's own time."""
    late = DateNotice(
        ReminderId(1), plan_date(), "14-days", 12, datetime(2026, 9, 19, 13, 0, tzinfo=UTC)
    )

    first, *_ = said(renderer, letter(late, late=True)).splitlines()

    assert first == "This should have come on Saturday at 9:00 AM. I am sorry."


def test_reminder_when_late_by_weeks_then_names_the_date(renderer: Renderer) -> None:
    """A weekday alone would mislead after a week."""
    late = DateNotice(
        ReminderId(1), plan_date(), "30-days", 12, datetime(2026, 9, 3, 13, 0, tzinfo=UTC)
    )

    first, *_ = said(renderer, letter(late, late=True)).splitlines()

    assert first == "This should have come on Thu, Sep 3 at 9:00 AM. I am sorry."


def test_reminder_when_the_day_is_past_then_asks_without_blame(renderer: Renderer) -> None:
    """A day that went by is told once, with two ways on."""
    told = letter(notice(plan_date(due_on=date(2026, 9, 18))))

    assert said(renderer, told) == (
        "Sam: Annual review (IEP)\n"
        "Friday, September 18, 2026: 3 days ago\n"
        "Did it take place? Tap Done, or give it a new day. Both are fine."
    )
    assert labels(renderer, letter_reply(told)) == [["✔ Done", "📅 New day"]]


def test_reminder_when_the_time_is_of_another_zone_then_names_it(renderer: Renderer) -> None:
    """A co-parent elsewhere reads the school's own time, with its zone."""
    kept = plan_date(at=time(14, 0), zone="America/Denver")

    assert "at 2:00 PM (Mountain Time)" in said(renderer, letter(notice(kept)))


def test_reminder_when_names_look_like_markup_then_shows_them_as_they_are(
    renderer: Renderer,
) -> None:
    """A person's words never break a message."""
    child = Child(ChildId(1), "<b>&_*")
    told = letter(notice(plan_date(DateKind.OWN, title="a <i>b</i> & c", child=child), "7-days"))

    assert said(renderer, told).splitlines()[0] == "<b>&_*: a <i>b</i> & c"


def test_buttons_when_a_kind_has_an_answer_then_offer_it(renderer: Renderer) -> None:
    """Done, Snooze and What to do; an own date has no answer to offer."""
    review = letter_reply(letter(notice(plan_date())))
    own = letter_reply(letter(notice(plan_date(DateKind.OWN, title="nurse"), "7-days")))

    assert (labels(renderer, review), labels(renderer, own)) == (
        [["✔ Done", "⏰ Snooze"], ["💡 What to do"]],
        [["✔ Done", "⏰ Snooze"]],
    )


def test_topics_when_listed_then_cover_every_kind_but_own() -> None:
    """Every kind of date leads to an answer under both plans."""
    wanted = {(kind, plan) for kind in DateKind for plan in PlanKind if kind is not DateKind.OWN}

    assert set(TOPICS) == wanted


def test_letter_when_several_fall_together_then_is_one_message(renderer: Renderer) -> None:
    """Two dates and a card are one message with a heading and a button for each date."""
    meeting = plan_date(DateKind.MEETING, due_on=date(2026, 9, 28))
    card = CardNotice(
        ReminderId(3), SAM, date(2026, 9, 22), (change(ChangeKind.OTHER, "no PE", days=2),), DUE_AT
    )
    told = letter(notice(plan_date()), notice(meeting, "7-days"), card)
    reply = letter_reply(told)

    assert said(renderer, told).startswith("3 things in one message:")
    assert labels(renderer, reply) == [
        ["Sam: Annual review (IEP), Sat, Oct 3"],
        ["Sam: Meeting (IEP), Mon, Sep 28"],
        ["📅 All dates"],
        ["✔ Told them", "✏️ Change it"],
    ]


def test_letter_when_a_hundred_fall_together_then_names_all_and_fits_the_screen(
    renderer: Renderer,
) -> None:
    """A long backlog names every date briefly; its buttons stay few."""
    told = letter(*(notice(plan_date()) for _ in range(100)), late=True)

    assert (
        said(renderer, told).count("Sam: Annual review (IEP)"),
        len(labels(renderer, letter_reply(told))),
    ) == (100, 9)


def test_letter_when_empty_then_is_refused() -> None:
    """A letter that tells nothing is a fault, not a message."""
    with pytest.raises(ValueError, match="at least one"):
        letter_reply(letter())


def test_buttons_when_packed_then_fit_their_limit(renderer: Renderer) -> None:
    """Payloads fit 64 bytes with the largest ids there are."""
    kept = PlanDate(
        PlanDateId(2**63 - 1),
        SAM,
        PlanKind.IEP,
        DateKind.ANNUAL_REVIEW,
        date(2026, 10, 3),
        "America/New_York",
    )
    for told in (letter(notice(kept)), letter(notice(kept), notice(kept))):
        reply = letter_reply(told)
        assert all(isinstance(button, Button) for row in reply.buttons for button in row)
        assert renderer.render(reply, told.chat).keyboard is not None
