"""What holds for every reminder: all zones, days, hours and leads."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.calendar import day_begins_at, days_later, local_instant
from scheduler.domain.kinds import KINDS
from scheduler.domain.plans import DateKind, PlanDate, Preferences, QuietHours
from scheduler.domain.reminders import plan_reminders
from tests.scheduler.domain.values import LONG_AGO, ZONES, chat, plan_date

CLOCK_CHANGES = (date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14), date(2027, 11, 7))
days = st.one_of(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.builds(days_later, st.sampled_from(CLOCK_CHANGES), st.integers(-1, 200)),
)
minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
quiets = st.one_of(
    st.just(QuietHours()),
    st.just(QuietHours(time(0), time(0))),
    st.builds(QuietHours, minutes, minutes),
)
plan_dates = st.builds(
    plan_date,
    st.sampled_from(DateKind),
    days,
    at=st.one_of(st.none(), minutes),
    zone=st.sampled_from(ZONES),
)
chats = st.builds(chat, zone=st.sampled_from(ZONES), reminder_at=minutes, quiet=quiets)


def over_at(due: PlanDate, zone: ZoneInfo) -> datetime:
    """Return from when hearing of a date is too late."""
    if due.at is None:
        return day_begins_at(days_later(due.due_on, 1), zone)
    return local_instant(due.due_on, due.at, ZoneInfo(due.zone))


@given(due=plan_dates, who=chats)
@settings(max_examples=400, deadline=None)
def test_reminders_when_planned_then_none_is_late_quiet_naive_or_double(
    due: PlanDate, who: Preferences
) -> None:
    """Every message is before the event, out of quiet hours, in order and alone at its instant."""
    zone = ZoneInfo(str(who.zone))
    planned = plan_reminders(due, chat=who, now=LONG_AGO)
    instants = [each.due_at for each in planned]

    assert instants == sorted(set(instants))
    assert len({each.stage for each in planned}) == len(planned)
    assert all(instant.utcoffset() == timedelta() for instant in instants)
    assert all(instant < over_at(due, zone) for instant in instants)
    assert not any(who.quiet.cover(instant.astimezone(zone).time()) for instant in instants)


@given(due=plan_dates, who=chats)
@settings(max_examples=400, deadline=None)
def test_reminders_when_nothing_moves_them_then_they_keep_the_local_hour_of_their_lead(
    due: PlanDate, who: Preferences
) -> None:
    """A day stage is at the family's hour on its day, but for the gap, quiet and the event."""
    zone = ZoneInfo(str(who.zone))
    planned = {each.stage: each.due_at for each in plan_reminders(due, chat=who, now=LONG_AGO)}
    for stage in KINDS[due.kind].stages:
        wanted_at = local_instant(days_later(due.due_on, -stage.days), who.reminder_at, zone)
        free = not who.quiet.cover(wanted_at.astimezone(zone).time())
        if stage.hours is None and free and wanted_at < over_at(due, zone):
            assert wanted_at in planned.values()


@given(due=plan_dates, who=chats)
@settings(max_examples=300, deadline=None)
def test_reminders_when_quiet_hours_are_off_then_none_is_before_its_lead(
    due: PlanDate, who: Preferences
) -> None:
    """Without quiet hours no message comes earlier than its stage says."""
    loud = chat(zone=who.zone, reminder_at=who.reminder_at, quiet=QuietHours(time(0), time(0)))
    zone = ZoneInfo(str(who.zone))
    leads = {stage.slug: stage for stage in KINDS[due.kind].stages}
    for planned in plan_reminders(due, chat=loud, now=LONG_AGO):
        stage = leads[planned.stage]
        earliest = day_begins_at(days_later(due.due_on, -stage.days), zone)
        if stage.hours is not None:
            earliest = over_at(due, zone) - timedelta(hours=stage.hours)
        assert planned.due_at >= min(earliest, over_at(due, zone) - timedelta(hours=1))


@given(due=plan_dates, who=chats, now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001 - made aware below
@settings(max_examples=300, deadline=None)
def test_reminders_when_some_are_past_then_exactly_those_are_dropped(
    due: PlanDate, who: Preferences, now: datetime
) -> None:
    """The present cuts a plan in two and changes nothing else."""
    present = now.replace(tzinfo=UTC)
    everything = plan_reminders(due, chat=who, now=LONG_AGO)
    ahead = plan_reminders(due, chat=who, now=present)

    assert ahead == tuple(each for each in everything if each.due_at > present)
