"""The hour of reminders and of tomorrow cards: tapped, typed, or named at once."""

import pytest

from faq.decision import CommandKind
from scheduler.actions import export_of
from tests.handlers.parent import Parent


async def hours(parent: Parent) -> tuple[str, str]:
    """The reminder hour and the evening hour as they are kept."""
    (chat,) = (await export_of(parent.sessions, chat_id=parent.chat_id))["chat"]
    return chat["reminder_at"], chat["evening_at"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8:30 am", "08:30:00"),
        ("noon", "12:00:00"),
        ("16:45", "16:45:00"),
        ("at 7 in the morning", "07:00:00"),
    ],
)
async def test_reminder_hour_when_typed_then_is_kept(parent: Parent, typed: str, kept: str) -> None:
    """Any way to write an hour will do."""
    await parent.does("/settings", "[Reminder hour]", typed)

    assert await hours(parent) == (kept, "19:00:00")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8", "20:00:00"),
        ("7:15", "19:15:00"),
        ("8 pm", "20:00:00"),
        ("8 am", "08:00:00"),
        ("8 in the morning", "08:00:00"),
        ("20:30", "20:30:00"),
        ("midnight", "00:00:00"),
        ("noon", "12:00:00"),
    ],
)
async def test_evening_hour_when_typed_then_eight_is_eight_at_night(
    parent: Parent, typed: str, kept: str
) -> None:
    """An evening has no eight in the morning, unless it is said."""
    await parent.does("/settings", "[Evening hour]", typed)

    assert await hours(parent) == ("09:00:00", kept)


@pytest.mark.parametrize(
    ("typed", "kept"), [("a las 8", "20:00:00"), ("8 de la noche", "20:00:00")]
)
async def test_evening_hour_when_spanish_then_is_read_too(
    parent: Parent, typed: str, kept: str
) -> None:
    """The same in Spanish."""
    await parent.does("/language", "[Español]", "/settings", "[Hora de la noche]", typed)

    assert await hours(parent) == ("09:00:00", kept)


@pytest.mark.parametrize("typed", ["", "25:00", "soon", "🦖", "x" * 4096, "7:99 pm"])
async def test_hour_when_it_cannot_be_read_then_is_asked_again(parent: Parent, typed: str) -> None:
    """What is no hour changes nothing and gets an example."""
    said = await parent.does("/settings", "[Reminder hour]", typed)

    assert said.splitlines()[0] == "I could not read that time. Try it like this: 7:30 pm."
    assert await hours(parent) == ("09:00:00", "19:00:00")


@pytest.mark.parametrize("value", ["9999", "2400", "0860", "1", "one", "-100"])
async def test_hour_when_a_forged_button_comes_then_is_asked_again(
    parent: Parent, value: str
) -> None:
    """A button that was never shown sets nothing."""
    await parent.does("/settings", "[Reminder hour]")
    forged = parent.payload("8:00 AM").replace("0800", value)

    assert (await parent.presses(forged)).startswith("I could not read that time.")


async def test_hour_when_asked_then_offers_hours_that_fit(parent: Parent) -> None:
    """Reminders come by day, cards in the evening."""
    await parent.does("/settings", "[Reminder hour]")
    by_day = parent.buttons
    await parent.does("/settings", "[Evening hour]")

    assert by_day[:2] == ["7:00 AM", "8:00 AM"]
    assert parent.buttons[:2] == ["5:00 PM", "6:00 PM"]


async def test_hour_when_a_wish_names_none_then_is_asked(parent: Parent) -> None:
    """A wish without an hour is a question."""
    said = await parent.says("change my reminder time", wish=CommandKind.REMINDER_TIMES)

    assert said.startswith("At what time should reminders come?")
