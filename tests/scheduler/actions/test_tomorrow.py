"""Changed days: their cards, corrections, and the evenings of those who want a card each night."""

from datetime import date, time, timedelta

import pytest

from scheduler import actions
from scheduler.domain.commands import AddSchoolChange, CancelSchoolChange, ChangeSettings
from scheduler.domain.delivery import Busy
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import CardsWanted, ChangeKind, ChatId, QuietHours
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import (
    CARD_AT,
    TRIP_DAY,
    Stage,
    add,
    add_trip,
    local,
    look,
    scheduled_at,
)


async def _set(sessions: Sessions, chat_id: ChatId, command: ChangeSettings, at: str) -> None:
    await actions.change_settings(sessions, command, chat_id=chat_id, draft_id=None, now=local(at))


async def _cancel(sessions: Sessions, kept: actions.ChangeKept, chat_id: ChatId, at: str) -> None:
    await actions.cancel_school_change(
        sessions, CancelSchoolChange(kept.change.id), chat_id=chat_id, now=local(at)
    )


async def test_correction_when_cancelled_in_quiet_hours_then_waits_for_their_end(
    sessions: Sessions,
) -> None:
    """A correction keeps quiet hours, if the day has not begun when they end."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    quiet = ChangeSettings(quiet=QuietHours(time(20), time(22)))
    await _set(sessions, chat_id, quiet, "2026-09-10 10:00")
    kept = await add_trip(sessions, chat_id)
    await look(sessions, stage, CARD_AT)
    await _cancel(sessions, kept, chat_id, "2026-10-07 21:00")
    await look(sessions, stage, local("2026-10-07 21:01"))
    quietly = stage.kinds()
    await look(sessions, stage, local("2026-10-07 22:00"))

    assert (quietly, stage.kinds()) == (["CardNotice"], ["CardNotice", "CorrectionNotice"])


async def test_cancel_when_the_card_never_went_out_then_nothing_is_said(
    sessions: Sessions,
) -> None:
    """A card that waited for Telegram needs no correction: nobody heard of the change."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(minutes=5))])
    kept = await add_trip(sessions, chat_id)
    await look(sessions, stage, CARD_AT)
    await _cancel(sessions, kept, chat_id, "2026-10-07 19:01")
    await look(sessions, stage, CARD_AT + timedelta(minutes=10))

    assert stage.told == []


async def test_cancel_when_before_the_evening_then_no_card_comes(
    sqlite_sessions: Sessions,
) -> None:
    """A change taken back in time is never spoken of."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    kept = await add_trip(sqlite_sessions, chat_id)
    await _cancel(sqlite_sessions, kept, chat_id, "2026-10-07 12:00")
    await look(sqlite_sessions, stage, CARD_AT)

    assert stage.told == []


async def test_cancel_when_tapped_twice_then_the_second_says_so(
    sqlite_sessions: Sessions,
) -> None:
    """A double tap acts once."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add_trip(sqlite_sessions, chat_id)
    await _cancel(sqlite_sessions, kept, chat_id, "2026-09-11 12:00")

    again = await actions.cancel_school_change(
        sqlite_sessions, CancelSchoolChange(kept.change.id), chat_id=chat_id, now=NOW
    )
    found = await actions.find_cancelled_change(sqlite_sessions, kept.change.id, chat_id=chat_id)
    assert again == actions.AlreadyDone()
    assert found is not None


async def test_cancel_when_another_change_stands_that_day_then_the_card_stays(
    sqlite_sessions: Sessions,
) -> None:
    """A day that differs in two ways still differs when one of them is off."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    kept = await add_trip(sqlite_sessions, chat_id)
    await add_trip(sqlite_sessions, chat_id)
    await _cancel(sqlite_sessions, kept, chat_id, "2026-10-07 12:00")
    await look(sqlite_sessions, stage, CARD_AT)

    assert stage.kinds() == ["CardNotice"]


async def test_change_when_entered_after_the_card_then_a_correction_comes_at_once(
    sqlite_sessions: Sessions,
) -> None:
    """Who got the card hears what is new about the day."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    await add_trip(sqlite_sessions, chat_id)
    await look(sqlite_sessions, stage, CARD_AT)
    later = CARD_AT + timedelta(minutes=20)
    kept = await add_trip(sqlite_sessions, chat_id, now=later)
    await look(sqlite_sessions, stage, later)

    assert (kept.card_at, kept.at_once) == (later, True)
    assert stage.kinds() == ["CardNotice", "CorrectionNotice"]


async def test_every_night_when_chosen_then_the_next_card_is_planned_at_once(
    sqlite_sessions: Sessions,
) -> None:
    """Who asks for a card each night at noon gets the one of this evening."""
    chat_id = await make_chat(sqlite_sessions, 1)
    await add(sqlite_sessions, chat_id, date(2027, 3, 1))
    every = ChangeSettings(cards=CardsWanted.EVERY_SCHOOL_NIGHT)
    await _set(sqlite_sessions, chat_id, every, "2026-09-14 12:00")

    assert (await scheduled_at(sqlite_sessions, chat_id))[0] == ("card", local("2026-09-14 19:00"))


async def test_every_night_when_the_hour_moves_then_this_evenings_card_moves_with_it(
    sqlite_sessions: Sessions,
) -> None:
    """A new evening hour does not cost the card of that evening."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    await add(sqlite_sessions, chat_id, date(2027, 3, 1))
    every = ChangeSettings(cards=CardsWanted.EVERY_SCHOOL_NIGHT)
    await _set(sqlite_sessions, chat_id, every, "2026-09-14 12:00")
    await _set(sqlite_sessions, chat_id, ChangeSettings(evening_at=time(18)), "2026-09-14 17:50")
    await look(sqlite_sessions, stage, local("2026-09-14 18:00"))

    assert stage.kinds() == ["CardNotice"]


async def test_every_night_when_a_change_is_cancelled_then_the_usual_card_still_comes(
    sqlite_sessions: Sessions,
) -> None:
    """Who wants a card each night gets one on an evening whose change was taken back."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    kept = await add_trip(sqlite_sessions, chat_id)
    every = ChangeSettings(cards=CardsWanted.EVERY_SCHOOL_NIGHT)
    await _set(sqlite_sessions, chat_id, every, "2026-10-07 12:00")
    await _cancel(sqlite_sessions, kept, chat_id, "2026-10-07 18:00")
    await look(sqlite_sessions, stage, CARD_AT)

    assert stage.kinds() == ["CardNotice"]


async def test_cards_when_turned_off_then_none_comes_and_none_is_corrected(
    sqlite_sessions: Sessions,
) -> None:
    """Off is off, also for what was planned before."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    kept = await add_trip(sqlite_sessions, chat_id)
    await look(sqlite_sessions, stage, CARD_AT)
    await _set(sqlite_sessions, chat_id, ChangeSettings(cards=CardsWanted.OFF), "2026-10-07 19:10")
    await _cancel(sqlite_sessions, kept, chat_id, "2026-10-07 19:20")
    await look(sqlite_sessions, stage, local("2026-10-07 19:30"))

    assert stage.kinds() == ["CardNotice"]


async def test_tomorrow_when_asked_then_each_child_has_its_changes(
    sqlite_sessions: Sessions,
) -> None:
    """The day ahead names every child, and what differs for it."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add_trip(sqlite_sessions, chat_id)
    await add(sqlite_sessions, chat_id, date(2027, 3, 1), nickname="Maya")
    days = await actions.tomorrow_of(
        sqlite_sessions, chat_id=chat_id, now=local("2026-10-07 12:00")
    )

    assert [(each.child.nickname, each.day, each.changes) for each in days] == [
        ("Maya", TRIP_DAY, ()),
        ("Sam", TRIP_DAY, (kept.change,)),
    ]


@pytest.mark.parametrize(
    ("first", "last", "what", "code"),
    [
        (TRIP_DAY, TRIP_DAY, "  ", RefusalCode.CHANGE_EMPTY),
        (TRIP_DAY, TRIP_DAY, "x" * 501, RefusalCode.CHANGE_TOO_LONG),
        (date(2026, 9, 9), date(2026, 9, 9), "zoo", RefusalCode.CHANGE_PAST),
        (TRIP_DAY, date(2026, 10, 7), "zoo", RefusalCode.CHANGE_PAST),
        (TRIP_DAY, date(2026, 11, 7), "zoo", RefusalCode.CHANGE_TOO_MANY_DAYS),
    ],
)
async def test_change_when_it_cannot_be_kept_then_the_reason_is_told(
    sqlite_sessions: Sessions, first: date, last: date, what: str, code: RefusalCode
) -> None:
    """A change with no text, of the past or without an end is not kept."""
    chat_id = await make_chat(sqlite_sessions, 1)
    command = AddSchoolChange("Sam", first, last, ChangeKind.OTHER, what)
    with pytest.raises(Refusal) as refusal:
        await actions.add_school_change(
            sqlite_sessions, command, chat_id=chat_id, draft_id=None, now=NOW
        )

    assert refusal.value.code is code
    assert await actions.list_school_changes(sqlite_sessions, chat_id=chat_id, now=NOW) == ()
