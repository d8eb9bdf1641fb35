"""Settings: one message shows all, and each can be changed by button or in words."""

from datetime import UTC, datetime, timedelta

import pytest

from faq.decision import CommandKind
from scheduler.actions import list_plan_dates, status_of
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 30 2026 at 2 pm", "[Yes]")


async def test_settings_when_opened_then_shows_all_with_a_button_each(parent: Parent) -> None:
    """One message: zone, both hours, quiet hours, language, cards."""
    assert await parent.says("/settings") == (
        "Your settings\n"
        "Time zone: Eastern Time\n"
        "Reminders come at 9:00 AM\n"
        "Tomorrow cards come at 7:00 PM\n"
        "Quiet from 9:30 PM to 7:00 AM\n"
        "Language: English\n"
        "Tomorrow cards: only before a changed day"
    )
    assert parent.buttons == [
        "Time zone",
        "Language",
        "Reminder hour",
        "Evening hour",
        "Quiet hours",
        "Tomorrow cards",
        "Menu",
    ]


async def test_zone_when_changed_then_the_wall_clock_hours_stay(parent: Parent) -> None:
    """Two in the afternoon and nine in the morning stay what they are, two time zones on."""
    await parent.does(*MEETING)

    said = await parent.does("/settings", "[Time zone]", "[Mountain Time]")

    (kept,) = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    status = await status_of(parent.sessions, chat_id=parent.chat_id, now=parent.now)
    assert said == (
        "Mountain Time. For you it is 8:00 AM now.\n"
        "Your hours stay the same: reminders at 9:00 AM, tomorrow cards at 7:00 PM. "
        "3 waiting messages moved to match."
    )
    assert (kept.zone, kept.at and kept.at.hour) == ("America/Denver", 14)
    assert status.upcoming[0].due_at == datetime(2026, 10, 23, 15, 0, tzinfo=UTC)


async def test_reminder_hour_when_tapped_then_moves_what_waits(parent: Parent) -> None:
    """A new hour moves what hangs on it, and says how many: two hours before stays."""
    await parent.does(*MEETING)

    said = await parent.does("/settings", "[Reminder hour]", "[8:00 AM]")

    status = await status_of(parent.sessions, chat_id=parent.chat_id, now=parent.now)
    assert said.splitlines()[0] == "Saved. 2 waiting messages moved to match."
    assert "Reminders come at 8:00 AM" in said
    assert status.upcoming[0].due_at == datetime(2026, 10, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quiet", "hint"),
    [
        (("[Reminder hour]", "6:30 am"), "so reminders wait until 7:00 AM."),
        (("[Evening hour]", "10 pm"), "so cards come just before 9:30 PM."),
    ],
)
async def test_hour_when_it_is_quiet_then_says_when_messages_come(
    parent: Parent, quiet: tuple[str, str], hint: str
) -> None:
    """An hour inside the quiet ones is not promised: the screen says what happens."""
    said = await parent.does("/settings", *quiet)

    assert [line for line in said.splitlines() if line.endswith(hint)] != []


async def test_evening_hour_when_quiet_ends_the_same_evening_then_says_so(parent: Parent) -> None:
    """Quiet from five to eight moves a seven o'clock card to eight."""
    await parent.does("/settings", "[Quiet hours]", "5 pm")

    said = await parent.says("8 pm")

    assert "so cards wait until 8:00 PM." in said


@pytest.mark.parametrize(
    ("wish", "words", "line"),
    [
        (CommandKind.EVENING_HOUR, "send the card at 8", "Tomorrow cards come at 8:00 PM"),
        (CommandKind.REMINDER_TIMES, "remind me at 7:30 am", "Reminders come at 7:30 AM"),
    ],
)
async def test_hour_when_named_in_a_wish_then_is_kept_at_once(
    parent: Parent, wish: CommandKind, words: str, line: str
) -> None:
    """A sentence that names the hour is enough."""
    assert line in (await parent.says(words, wish=wish)).splitlines()


async def test_quiet_hours_when_two_hours_are_given_then_are_kept(parent: Parent) -> None:
    """From when, until when, by tap or by word."""
    said = await parent.does("/settings", "[Quiet hours]", "[10:00 PM]", "6:30 am")

    assert "Quiet from 10:00 PM to 6:30 AM" in said.splitlines()


@pytest.mark.parametrize("way", [("[No quiet hours]",), ("9 pm", "9 pm")])
async def test_quiet_hours_when_none_are_wanted_then_there_are_none(
    parent: Parent, way: tuple[str, ...]
) -> None:
    """The button says it; equal ends mean it too."""
    said = await parent.does("/settings", "[Quiet hours]", *way)

    assert "No quiet hours" in said.splitlines()


async def test_language_when_switched_then_the_screen_speaks_it_at_once(parent: Parent) -> None:
    """The answer to the switch is already in the new language, and so is what follows."""
    said = await parent.does("/settings", "[Language]", "[Español]")

    assert said.splitlines()[:2] == [
        "Guardado. Ningún mensaje pendiente tuvo que moverse.",
        "",
    ]
    assert "Idioma: español" in said.splitlines()
    assert await parent.says("/menu") == "¿Qué quiere hacer?"


@pytest.mark.parametrize(
    ("button", "line"),
    [
        ("Only before a changed day", "Tomorrow cards: only before a changed day"),
        ("Every school night", "Tomorrow cards: every school night"),
        ("Never", "Tomorrow cards: off"),
    ],
)
async def test_cards_when_picked_then_are_shown(parent: Parent, button: str, line: str) -> None:
    """Changed days only, every school night, or off."""
    said = await parent.does("/settings", "[Tomorrow cards]", f"[{button}]")

    assert line in said.splitlines()


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        (CommandKind.TIME_ZONE, "Which time zone do you live in?"),
        (CommandKind.LANGUAGE, "Which language do you want to use?"),
        (CommandKind.CARD_SETTINGS, "On which evenings would you like a tomorrow card?"),
        (CommandKind.QUIET_HOURS, "From what time should I be quiet?"),
        (CommandKind.REMINDER_TIMES, "At what time should reminders come?"),
        (CommandKind.EVENING_HOUR, "At what time should the tomorrow card come?"),
        (CommandKind.SETTINGS, "Your settings"),
    ],
)
async def test_setting_when_wished_for_in_words_then_is_asked(
    parent: Parent, wish: CommandKind, asked: str
) -> None:
    """Each setting can be asked for in plain words."""
    assert (await parent.says("change it", wish=wish)).startswith(asked)


async def test_setting_when_its_button_is_tapped_twice_then_nothing_more_changes(
    parent: Parent,
) -> None:
    """The second tap finds the question closed."""
    await parent.does("/settings", "[Reminder hour]")
    tap = parent.payload("8:00 AM")
    await parent.presses(tap)

    assert await parent.presses(tap) == "That question is closed. /dates shows what I keep."


async def test_settings_when_the_zone_is_unknown_then_says_not_set_yet(
    newcomer: Parent,
) -> None:
    """Nobody is asked for a zone before it is needed."""
    assert "Time zone: not set yet" in (await newcomer.says("/settings")).splitlines()


async def test_location_when_shared_without_being_asked_then_is_let_go(parent: Parent) -> None:
    """A place out of the blue changes nothing and offers to set the zone."""
    said = await parent.shares(33.45, -112.07)

    assert said == "I did not keep your location. Would you like to set your time zone?"
    assert parent.buttons == ["Time zone", "Menu"]


async def test_question_when_left_open_for_a_day_then_words_are_words_again(
    parent: Parent,
) -> None:
    """After a day an open question takes no free text; its buttons still work."""
    await parent.does("/settings", "[Reminder hour]")
    parent.now += timedelta(hours=25)

    assert (await parent.says("8 am")).startswith("I am not sure I know that one.")
    assert "Saved." in await parent.taps("8:00 AM")
