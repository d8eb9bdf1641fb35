"""The .ics file, read back by the library and line by line as RFC 5545 asks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Component

from handlers.calendar_file import calendar_of
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Phrase
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
    SchoolChange,
)

TEXTS = load_texts()
NOW = datetime(2026, 9, 10, 14, 0, tzinfo=UTC)
CHAT = Preferences(ChatId(1), FamilyId(1), zone="America/New_York", reminder_at=time(8, 30))
SAM = Child(ChildId(1), "Sam")
REVIEW = PlanDate(
    PlanDateId(7), SAM, PlanKind.IEP, DateKind.ANNUAL_REVIEW, date(2026, 10, 23), "America/New_York"
)
MEETING = replace(REVIEW, id=PlanDateId(8), kind=DateKind.MEETING, at=time(14, 0))
TESTS = SchoolChange(
    ChangeId(5), SAM, date(2026, 9, 15), date(2026, 9, 17), ChangeKind.PRACTICE_TEST, "practice"
)


def made(
    *dates: PlanDate,
    changes: tuple[SchoolChange, ...] = (),
    language: str = "en",
    now: datetime = NOW,
) -> bytes:
    """The file as bytes."""

    def say(phrase: Phrase) -> str:
        return TEXTS.plain(phrase, Voice(language))

    return calendar_of(dates, changes, say, chat=CHAT, now=now)


def event_of(raw: bytes) -> Component:
    """The only event of a file."""
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    return event


def test_event_when_the_date_has_an_hour_then_stands_in_its_own_zone() -> None:
    """Two in the afternoon in New York, for one hour."""
    event = event_of(made(MEETING))

    begins = datetime(2026, 10, 23, 14, 0, tzinfo=ZoneInfo("America/New_York"))
    assert event["dtstart"].dt == begins
    assert event["dtstart"].params["TZID"] == "America/New_York"
    assert event["dtend"].dt == begins + timedelta(hours=1)


@pytest.mark.parametrize(
    "zone",
    [
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
    ],
)
@pytest.mark.parametrize("month", [1, 7])
def test_zone_when_described_in_the_file_then_says_the_offset_that_holds(
    zone: str, month: int
) -> None:
    """The file brings its own zone, in winter and in summer: an app needs to know no other."""
    meeting = replace(MEETING, zone=zone, due_on=date(2027, month, 15))
    calendar = Calendar.from_ical(made(meeting))

    (described,) = calendar.walk("VTIMEZONE")
    local = datetime(2027, month, 15, 14, 0)  # noqa: DTZ001 - a wall-clock time of that zone
    expected = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    assert str(described["tzid"]) == zone
    assert local.replace(tzinfo=described.to_tz(lookup_tzid=False)).utcoffset() == expected


def test_event_when_the_date_has_no_hour_then_is_that_whole_day() -> None:
    """The end of a whole day is the next day, which no longer belongs to it."""
    event = event_of(made(REVIEW))

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 10, 23), date(2026, 10, 24))
    assert b"DTSTART;VALUE=DATE:20261023" in made(REVIEW)


def test_event_when_of_whole_days_then_makes_nobody_busy() -> None:
    """A due date fills no hour of the calendar; a meeting does."""
    assert event_of(made(REVIEW))["transp"] == "TRANSPARENT"
    assert "transp" not in event_of(made(MEETING))


def test_event_when_a_change_lasts_days_then_spans_them_all() -> None:
    """First to last day inclusive."""
    event = event_of(made(changes=(TESTS,)))

    assert str(event["summary"]) == "Sam: practice"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 9, 15), date(2026, 9, 18))


def test_alarm_when_the_day_is_whole_then_rings_at_the_familys_hour() -> None:
    """No phone rings at midnight: the day before, at the hour of reminders."""
    (alarm,) = event_of(made(REVIEW)).walk("VALARM")

    rings_at = datetime(2026, 10, 23) + alarm["trigger"].dt  # noqa: DTZ001 - a local midnight
    assert rings_at == datetime(2026, 10, 22, 8, 30)  # noqa: DTZ001 - a local hour
    assert (alarm["action"], str(alarm["description"])) == (
        "DISPLAY",
        "Sam: Annual review (IEP)",
    )


def test_alarm_when_the_date_has_an_hour_then_rings_a_day_before() -> None:
    """A day before, at the hour of the meeting."""
    (alarm,) = event_of(made(MEETING)).walk("VALARM")

    assert alarm["trigger"].dt == -timedelta(days=1)


def test_file_when_made_again_then_the_same_events_come_as_newer_ones() -> None:
    """A second import finds the events of the first by their ids, and takes the later version."""
    first = event_of(made(MEETING))
    moved = replace(MEETING, due_on=date(2026, 11, 6))
    second = event_of(made(moved, now=NOW + timedelta(days=1)))

    assert (first["uid"], second["uid"]) == ("date-8@plankeeper.invalid",) * 2
    assert int(second["sequence"]) > int(first["sequence"])
    assert (first["dtstamp"].dt, second["dtstamp"].dt) == (NOW, NOW + timedelta(days=1))


def test_file_when_dates_and_changes_share_a_number_then_their_ids_differ() -> None:
    """Date 5 and change 5 are two events."""
    same = replace(REVIEW, id=PlanDateId(5))
    events = Calendar.from_ical(made(same, changes=(TESTS,))).walk("VEVENT")

    assert len({str(event["uid"]) for event in events}) == 2


@pytest.mark.parametrize(
    ("language", "summary"),
    [("en", "Sam: Annual review (IEP)"), ("es", "Sam: Revisión anual (IEP)")],
)
def test_event_when_named_then_speaks_the_parents_language(language: str, summary: str) -> None:
    """The words in a calendar come from the same catalogs as all others."""
    assert str(event_of(made(REVIEW, language=language))["summary"]) == summary


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", PlanKind)
@pytest.mark.parametrize("kind", DateKind)
def test_event_when_of_any_kind_then_has_a_name(
    kind: DateKind, plan: PlanKind, language: str
) -> None:
    """No kind and plan is without words."""
    event = event_of(made(replace(REVIEW, kind=kind, plan=plan), language=language))

    assert str(event["summary"]).removeprefix("Sam: ").strip() != ""


@pytest.mark.parametrize("what", ["a, b; c\\ d", "<b>&_*", "two\nlines", "🦖" * 120, "é" * 500])
def test_event_when_words_are_odd_then_come_back_as_written(what: str) -> None:
    """Commas, semicolons, backslashes, line ends and long words survive the format."""
    raw = made(changes=(replace(TESTS, what=what),))

    assert str(event_of(raw)["summary"]) == f"Sam: {what}"


def test_file_when_written_then_keeps_to_the_lines_of_the_format() -> None:
    """Lines end in CRLF and have at most 75 octets (RFC 5545, 3.1), folded between letters."""
    raw = made(REVIEW, MEETING, changes=(replace(TESTS, what="ñ🦖" * 90),))
    lines = raw.split(b"\r\n")

    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [line.decode() for line in lines] != []


def test_file_when_opened_then_is_a_published_calendar_with_its_name() -> None:
    """What RFC 5545 asks of a calendar, and the name that apps show."""
    calendar = Calendar.from_ical(made(REVIEW))

    named = [str(calendar[name]) for name in ("version", "method", "x-wr-calname")]
    assert named == ["2.0", "PUBLISH", "Plankeeper"]
    assert str(calendar["prodid"]).startswith("-//Plankeeper//")


def test_file_when_there_are_many_dates_then_describes_each_zone_once() -> None:
    """A hundred meetings in one zone bring one description of it, and a small file."""
    meetings = [replace(MEETING, id=PlanDateId(number)) for number in range(100)]
    raw = made(*meetings)

    assert raw.count(b"BEGIN:VTIMEZONE") == 1
    assert len(raw) < 100_000
