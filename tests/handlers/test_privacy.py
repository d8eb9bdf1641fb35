"""What is kept is named, handed out whole, and erased whole after one question."""

import json
from datetime import timedelta

import pytest
from icalendar import Calendar

from handlers.gateway.markup import Renderer
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Phrase
from scheduler.actions import holdings_of
from scheduler.delivery import upkeep
from scheduler.store.columns import METADATA
from tests.handlers.desk import IEP, KnowingDesk
from tests.handlers.parent import Parent, plain
from tests.handlers.privacy_columns import NAMED

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026 at 2 pm", "[Yes]")
CHANGE = ("/tomorrow tomorrow no PE", "[Yes]")
TEXTS = load_texts()


async def test_privacy_when_asked_then_names_every_column(parent: Parent) -> None:
    """A column that is added must be told of, here and to parents."""
    said = (await parent.says("/privacy")).casefold()

    kept = {table.name: set(table.c.keys()) for table in METADATA.sorted_tables}
    assert kept == {table: set(columns) for table, columns in NAMED.items()}
    words = {word for columns in NAMED.values() for word in columns.values()}
    assert [word for word in words if word.casefold() not in said] == []


async def test_privacy_when_asked_then_says_who_and_what_is_not_kept(parent: Parent) -> None:
    """Who can read it, that Telegram could, and what is never asked for; with a date."""
    said = await parent.says("/privacy")

    wanted = ("the people who run this bot", "not end-to-end encrypted", "a diagnosis", "as of")
    assert [words for words in wanted if words not in said] == []
    assert parent.buttons == ["Get a copy", "Erase everything", "Menu"]


def test_privacy_when_it_says_how_long_then_upkeep_keeps_to_it() -> None:
    """A week, a month, 13 months, 180 days and two days are what upkeep removes after."""
    said = plain(TEXTS.html(Phrase("privacy-how-long"), Voice()))
    terms = (
        upkeep.DRAFTS_KEPT,
        upkeep.UNDO_FOR,
        upkeep.CHANGES_KEPT,
        upkeep.LETTERS_KEPT,
        upkeep.REMINDERS_KEPT,
        upkeep.QUESTIONS_KEPT,
        upkeep.ARRIVALS_KEPT,
    )

    assert [term.days for term in terms] == [7, 7, 30, 30, 400, 180, 2]
    assert said == (
        "How long: until you erase it, or sooner. An open question goes after a week, "
        "a deleted date too. A changed day goes a month after it, and so does a sent message. "
        "The note that I sent it goes after 13 months, and a question you sent after 180 days."
    )


async def test_export_when_asked_then_hands_out_every_row(parent: Parent) -> None:
    """JSON of everything, in the parent's own letters; and a calendar that opens."""
    await parent.does(*MEETING)
    await parent.does(*CHANGE)

    await parent.says("/export")

    everything = json.loads(parent.files["plankeeper.json"])
    calendar = Calendar.from_ical(parent.files["plankeeper.ics"])
    assert [child["nickname"] for child in everything["child"]] == ["Sam"]
    assert [len(everything[name]) for name in ("plan_date", "school_change", "draft")] == [1, 1, 0]
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [
        "Sam: Meeting (IEP)",
        "Sam: no PE",
    ]
    assert [shown.text for shown in parent.screen[-2:]] == [
        "Your dates for Google, Apple or Outlook. Opening it again adds no doubles.",
        "Everything I keep about this chat.",
    ]


async def test_export_when_spanish_then_the_calendar_is_spanish(parent: Parent) -> None:
    """The names of kinds and plans in the file are in the parent's language."""
    await parent.does("/add", "Leo", "[504 yearly review]", "Oct 5 2026", "[Yes]")
    await parent.does("/language", "[Español]", "/export")

    (event,) = Calendar.from_ical(parent.files["plankeeper.ics"]).walk("VEVENT")
    assert str(event["summary"]) == "Leo: Revisión anual (plan 504)"


async def test_export_when_there_are_no_dates_then_is_the_json_alone(parent: Parent) -> None:
    """A calendar without an event opens nowhere, so none is sent."""
    await parent.says("/export")

    assert list(parent.files) == ["plankeeper.json"]


async def test_export_when_a_stranger_asks_then_holds_nothing_of_mine(
    parent: Parent, stranger: Parent
) -> None:
    """Each family gets its own rows only."""
    await parent.does(*MEETING)

    await stranger.says("/export")

    assert b"Sam" not in stranger.files["plankeeper.json"]


async def test_delete_when_asked_then_counts_and_asks_once(parent: Parent) -> None:
    """What would go is counted first; nothing is erased by asking."""
    await parent.does(*MEETING)
    await parent.does(*CHANGE)

    assert await parent.says("/delete") == (
        "Erase everything?\n"
        "I keep 1 child, 1 date, 1 changed day and 4 messages for you, sent or to come.\n"
        "This cannot be undone."
    )
    assert parent.buttons == ["Erase it all", "Keep it"]


async def test_delete_when_confirmed_then_nothing_is_held(parent: Parent) -> None:
    """One tap erases every row of the family, and what was remembered in memory."""
    await parent.does(*MEETING)
    parent.desk = KnowingDesk()
    await parent.presses(f"v1:topic:{IEP}")
    await parent.says("/delete")

    said = await parent.taps("Erase it all")

    held = await holdings_of(parent.sessions, chat_id=parent.chat_id)
    assert said.startswith("Everything is erased.")
    assert (held.children, held.dates, held.reminders, held.votes) == (0, 0, 0, 0)
    assert parent.recall.last_topic(parent.chat_id) is None


async def test_delete_when_not_wanted_then_erases_nothing(parent: Parent) -> None:
    """Keep it keeps it."""
    await parent.does(*MEETING, "/delete")

    assert await parent.taps("Keep it") == "Nothing was erased."
    assert (await holdings_of(parent.sessions, chat_id=parent.chat_id)).dates == 1


async def test_delete_when_tapped_twice_then_still_answers_kindly(parent: Parent) -> None:
    """A double tap on the erasing button finds nothing more to erase."""
    await parent.does(*MEETING, "/delete")
    tap = parent.payload("Erase it all")
    await parent.presses(tap)

    assert (await parent.presses(tap)).startswith("Everything is erased.")


async def test_delete_when_a_stranger_presses_then_mine_stay(
    parent: Parent, stranger: Parent
) -> None:
    """The button erases the chat that presses it and no other."""
    await parent.does(*MEETING)

    await stranger.presses("v1:erase")

    assert (await holdings_of(parent.sessions, chat_id=parent.chat_id)).dates == 1


@pytest.mark.parametrize("language", ["en", "es"])
async def test_privacy_when_shown_then_fits_one_message(
    parent: Parent, renderer: Renderer, language: str
) -> None:
    """All of it in one message, in each language."""
    del renderer
    if language == "es":
        await parent.does("/language", "[Español]")

    assert len(await parent.says("/privacy")) < 4096 - 500


async def test_deleted_date_when_its_week_is_over_then_undo_says_gone(parent: Parent) -> None:
    """What /privacy promises of a deleted date is what Undo finds."""
    await parent.does(*MEETING, "/dates", "[Sam: Meeting]", "[🗑 Delete]", "[Yes, delete]")
    undo = parent.payload("↩ Undo")
    later = parent.now + upkeep.UNDO_FOR + timedelta(hours=1)
    await upkeep.upkeep(parent.sessions, parent.tally, now=later)
    parent.now = later

    assert (await parent.presses(undo)).startswith("I do not have that date any more.")
