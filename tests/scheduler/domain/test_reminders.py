"""When a family hears about a date: the rules by example."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.calendar import local_instant
from scheduler.domain.plans import DateKind, PlanDate, Preferences, QuietHours
from scheduler.domain.reminders import (
    Remark,
    after_quiet,
    out_of_quiet,
    plan_reminders,
    remarks,
)
from tests.scheduler.domain.values import LONG_AGO, NEW_YORK, chat, plan_date

ZONE = ZoneInfo(NEW_YORK)
QUIET = QuietHours()
NO_QUIET = QuietHours(time(0), time(0))
THURSDAY = date(2026, 10, 8)
NOVEMBER_16 = datetime(2026, 11, 16, 14, tzinfo=UTC)


def told(
    date_of_plan: PlanDate, *, who: Preferences | None = None, now: datetime = LONG_AGO
) -> dict[str, str]:
    """Return stage by stage the local minute at which a chat hears of a date."""
    family = who or chat()
    zone = ZoneInfo(family.zone or date_of_plan.zone)
    return {
        planned.stage: f"{planned.due_at.astimezone(zone):%Y-%m-%d %H:%M}"
        for planned in plan_reminders(date_of_plan, chat=family, now=now)
    }


def test_annual_review_when_planned_then_its_five_stages_come_at_the_family_s_hour() -> None:
    """60, 30, 14, 7 and 1 days before, at nine, on both sides of the clock change."""
    assert told(plan_date(DateKind.ANNUAL_REVIEW, date(2026, 11, 20))) == {
        "60-days": "2026-09-21 09:00",
        "30-days": "2026-10-21 09:00",
        "14-days": "2026-11-06 09:00",
        "7-days": "2026-11-13 09:00",
        "1-day": "2026-11-19 09:00",
    }


def test_meeting_when_it_has_an_hour_then_the_last_message_is_two_hours_before() -> None:
    """A meeting at 2 PM is heard of at noon."""
    assert told(plan_date(DateKind.MEETING, THURSDAY, at=time(14))) == {
        "7-days": "2026-10-01 09:00",
        "1-day": "2026-10-07 09:00",
        "2-hours": "2026-10-08 12:00",
    }


def test_meeting_when_it_has_no_hour_then_there_is_no_message_two_hours_before() -> None:
    """Two hours before an unknown hour is no time at all."""
    assert set(told(plan_date(DateKind.MEETING, THURSDAY))) == {"7-days", "1-day"}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (time(8, 30), "2026-10-08 07:00"),
        (time(8), "2026-10-08 07:00"),
        (time(7, 30), "2026-10-07 21:29"),
        (time(7), "2026-10-07 21:29"),
    ],
)
def test_early_meeting_when_two_hours_before_is_quiet_then_an_hour_s_notice_or_the_evening_before(
    at: time, expected: str
) -> None:
    """The end of quiet hours serves while an hour is left; else the minute before they begin."""
    assert told(plan_date(DateKind.MEETING, THURSDAY, at=at))["2-hours"] == expected


def test_meeting_when_the_co_parent_lives_elsewhere_then_hours_are_the_co_parent_s() -> None:
    """Day stages keep the hour of the reader; hour stages the hour of the meeting."""
    far = chat(zone="Pacific/Honolulu")
    meeting = plan_date(DateKind.MEETING, THURSDAY, at=time(15))

    assert told(meeting, who=far) == {
        "7-days": "2026-10-01 09:00",
        "1-day": "2026-10-07 09:00",
        "2-hours": "2026-10-08 07:00",
    }


def test_own_date_when_it_is_before_the_family_s_hour_then_the_morning_comes_in_time() -> None:
    """What happens at 8:30 is heard of an hour before, not at nine."""
    assert told(plan_date(DateKind.OWN, THURSDAY, at=time(8, 30)))["same-day"] == "2026-10-08 07:30"


def test_own_date_at_six_when_an_hour_before_is_quiet_then_it_comes_the_evening_before() -> None:
    """Quiet hours hold for early dates too."""
    assert told(plan_date(DateKind.OWN, THURSDAY, at=time(6)))["same-day"] == "2026-10-07 21:29"


def test_stages_when_they_fall_on_one_instant_then_only_the_nearer_is_told() -> None:
    """No message comes twice at one minute."""
    early = chat(reminder_at=time(21, 29))

    assert told(plan_date(DateKind.OWN, THURSDAY, at=time(6)), who=early) == {
        "7-days": "2026-10-01 21:29",
        "same-day": "2026-10-07 21:29",
    }


def test_reminder_hour_when_it_is_quiet_then_messages_wait_for_the_end_of_quiet() -> None:
    """A reminder hour of 10 PM in quiet hours becomes seven in the morning."""
    late = chat(reminder_at=time(22))

    assert told(plan_date(DateKind.GOAL_DUE, THURSDAY), who=late) == {
        "14-days": "2026-09-25 07:00",
        "3-days": "2026-10-06 07:00",
        "same-day": "2026-10-08 21:29",
    }


def test_chat_when_it_has_no_zone_then_the_zone_of_the_date_is_used() -> None:
    """A date is never silent because a chat was not asked for its zone."""
    due = plan_date(DateKind.PROGRESS_REPORT, THURSDAY, zone="America/Denver")

    assert told(due, who=chat(zone=None))["same-day"] == "2026-10-08 09:00"


def test_reminders_when_due_now_then_they_are_not_planned() -> None:
    """What is due this very instant counts as past."""
    due = plan_date(DateKind.ANNUAL_REVIEW, date(2026, 11, 20))
    now = datetime(2026, 10, 21, 13, tzinfo=UTC)
    planned = plan_reminders(due, chat=chat(), now=now)

    assert [each.stage for each in planned] == ["14-days", "7-days", "1-day"]


@pytest.mark.parametrize(
    ("due_on", "stages"),
    [
        # Seven days ahead was told on November 10, the day before on the 16th.
        (date(2026, 11, 17), []),
        (date(2026, 11, 18), ["1-day"]),
        (date(2026, 11, 24), ["1-day"]),
        (date(2026, 11, 25), ["7-days", "1-day"]),
        (date(2026, 12, 11), ["14-days", "7-days", "1-day"]),
    ],
)
def test_reminders_when_a_date_moves_then_a_stage_comes_again_only_if_it_moved_past_its_lead(
    due_on: date, stages: list[str]
) -> None:
    """Who heard that it is a week away need not hear it twice; the eve of a new day is new."""
    due = plan_date(DateKind.ANNUAL_REVIEW, due_on)
    told = {"7-days": datetime(2026, 11, 10, 14, tzinfo=UTC), "1-day": NOVEMBER_16}
    planned = plan_reminders(due, chat=chat(), now=NOVEMBER_16, heard=told)

    assert [each.stage for each in planned] == stages


def test_reminders_when_now_is_naive_then_it_is_a_fault() -> None:
    """Now carries its zone."""
    with pytest.raises(ValueError, match="zone"):
        plan_reminders(
            plan_date(DateKind.OWN, THURSDAY),
            chat=chat(),
            now=datetime(2026, 1, 1),  # noqa: DTZ001 - the fault under test
        )


@pytest.mark.parametrize(
    ("hour", "day", "expected"),
    [
        (time(2, 30), date(2026, 3, 8), "2026-03-08 03:30"),
        (time(1, 30), date(2026, 11, 1), "2026-11-01 01:30"),
    ],
)
def test_reminder_hour_when_clocks_change_at_it_then_it_comes_once(
    hour: time, day: date, expected: str
) -> None:
    """The spring gap moves a message on by an hour; the autumn fold tells it once."""
    who = chat(reminder_at=hour, quiet=NO_QUIET)
    due = plan_date(DateKind.PROGRESS_REPORT, day)

    assert told(due, who=who)["same-day"] == expected
    assert len(told(due, who=who)) == 2


@pytest.mark.parametrize(
    ("quiet", "at", "expected"),
    [
        (QUIET, "2026-10-08 12:00", "2026-10-08 12:00"),
        (QUIET, "2026-10-08 21:30", "2026-10-09 07:00"),
        (QUIET, "2026-10-09 06:59", "2026-10-09 07:00"),
        (QUIET, "2026-10-09 07:00", "2026-10-09 07:00"),
        # The end of quiet lies in the spring gap.
        (QuietHours(time(1), time(2, 30)), "2026-03-08 01:50", "2026-03-08 03:30"),
        # Quiet all day but for a minute that the gap swallows: the next day's.
        (QuietHours(time(2, 31), time(2, 30)), "2026-03-08 01:50", "2026-03-09 02:30"),
    ],
)
def test_after_quiet_when_within_quiet_hours_then_it_is_their_end(
    quiet: QuietHours, at: str, expected: str
) -> None:
    """A message waits for the end of quiet hours and not a minute longer."""
    instant = datetime.fromisoformat(at).replace(tzinfo=ZONE).astimezone(UTC)
    later = after_quiet(instant, zone=ZONE, quiet=quiet)

    assert f"{later.astimezone(ZONE):%Y-%m-%d %H:%M}" == expected


def test_after_quiet_when_in_the_second_pass_of_the_fold_then_it_does_not_go_back() -> None:
    """The end of quiet that has gone by once comes a second time."""
    second_pass = datetime(2026, 11, 1, 6, 15, tzinfo=UTC)
    later = after_quiet(second_pass, zone=ZONE, quiet=QuietHours(time(22), time(1, 30)))

    assert later == second_pass + timedelta(minutes=15)


def test_out_of_quiet_when_quiet_begins_in_the_gap_then_the_minute_before_is_not_quiet() -> None:
    """The last minute before quiet is a real one, in spring too."""
    quiet = QuietHours(time(2, 30), time(7))
    instant = datetime(2026, 3, 8, 9, tzinfo=UTC)
    earlier = out_of_quiet(instant, zone=ZONE, quiet=quiet, before=instant + timedelta(hours=1))

    assert earlier == datetime(2026, 3, 8, 6, 29, tzinfo=UTC)


def test_out_of_quiet_when_quiet_leaves_no_whole_minute_then_nothing_is_sent() -> None:
    """Quiet hours of a whole day but seconds leave no place for a message."""
    quiet = QuietHours(time(9, 0, 30), time(9))
    instant = datetime(2026, 10, 8, 12, tzinfo=UTC)

    assert out_of_quiet(instant, zone=ZONE, quiet=quiet, before=instant) is None
    assert told(plan_date(DateKind.OWN, THURSDAY, at=time(6)), who=chat(quiet=quiet)) != {}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 8), ()),
        (date(2026, 10, 10), (Remark.WEEKEND,)),
        (date(2026, 7, 8), (Remark.SUMMER,)),
        (date(2026, 6, 16), (Remark.SUMMER,)),
        (date(2026, 8, 11), ()),
        (date(2026, 7, 12), (Remark.WEEKEND, Remark.SUMMER)),
    ],
)
def test_remarks_when_no_school_is_likely_then_it_is_pointed_out(
    day: date, expected: tuple[Remark, ...]
) -> None:
    """A date on a weekend or in summer is worth a look at the paper."""
    assert remarks(plan_date(DateKind.MEETING, day)) == expected


def test_reminder_when_planned_then_its_instant_is_that_of_the_local_hour() -> None:
    """Instants are aware and in UTC."""
    (planned,) = plan_reminders(
        plan_date(DateKind.PROGRESS_REPORT, THURSDAY),
        chat=chat(),
        now=local_instant(date(2026, 10, 7), time(12), ZONE),
    )

    assert planned.due_at == datetime(2026, 10, 8, 13, tzinfo=UTC)
