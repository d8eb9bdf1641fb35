"""Conversations about changed school days: told, kept, shown, taken back."""

from datetime import UTC, datetime

import pytest

from faq.decision import CommandKind
from handlers.gateway.markup import Renderer
from scheduler.actions import Sessions, change_settings, list_school_changes
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import CardsWanted, ChangeKind
from tests.conftest import NOW, make_chat
from tests.handlers.parent import Parent

# September 10, 2026 is a Thursday; in New York it is 10:00 AM.
AFTER_THE_HOUR = datetime(2026, 9, 11, 0, 0, tzinfo=UTC)  # 8:00 PM
IN_QUIET_HOURS = datetime(2026, 9, 11, 2, 30, tzinfo=UTC)  # 10:30 PM
PRACTICE = "tomorrow is practice testing 9-11, no PE"


async def tells(parent: Parent, text: str) -> str:
    """Say it in plain words."""
    return await parent.says(text, wish=CommandKind.TOMORROW_CHANGE)


async def test_change_when_told_in_a_sentence_then_is_shown_and_kept_with_one_tap(
    parent: Parent,
) -> None:
    """Child once, then a tap: the sentence said the rest."""
    talk = [await tells(parent, PRACTICE), await parent.says("Sam"), await parent.taps("Yes")]

    assert talk == [
        "What should I call your child? A nickname is enough, and emoji are fine. "
        "No full names, please.",
        "Here is what goes on the card. Is it right?\n"
        "Sam: practice testing 9-11, no PE\n"
        "Friday, September 11, 2026\n"
        "I take it as: Practice test",
        "Kept for Sam.\nThe card comes on Thursday, September 10, 2026 at 7:00 PM.",
    ]


async def test_change_when_the_family_is_known_then_goes_straight_to_yes(parent: Parent) -> None:
    """With one child nothing more is asked."""
    await tells(parent, PRACTICE)
    await parent.does("Sam", "[Yes]")

    said = await tells(parent, "Tue-Thu state test 9-12")

    assert said.splitlines()[1:] == [
        "Sam: state test 9-12",
        "Tuesday, September 15, 2026 to Thursday, September 17, 2026, "
        "3 school days, a card each evening",
        "I take it as: Test",
    ]


async def test_change_when_told_after_the_hour_then_says_the_card_comes_now(
    parent: Parent,
) -> None:
    """After the evening hour the card comes right away."""
    parent.now = AFTER_THE_HOUR
    await tells(parent, PRACTICE)

    said = await parent.does("Sam", "[Yes]")

    assert said.splitlines()[1] == "The usual hour has passed, so the card comes right away."


async def test_change_when_told_in_quiet_hours_then_shows_the_card_in_the_answer(
    parent: Parent,
) -> None:
    """In quiet hours nothing is sent unasked, so the answer itself is the card."""
    parent.now = IN_QUIET_HOURS
    await tells(parent, PRACTICE)

    said = await parent.does("Sam", "[Yes]")

    assert said.splitlines()[:5] == [
        "Kept for Sam.",
        "It is your quiet time, so here is the card already:",
        "",
        "🌙 Tomorrow for Sam: Friday, September 11, 2026",
        "Different: practice testing 9-11, no PE",
    ]


async def test_change_when_a_span_is_told_in_quiet_hours_then_says_when_the_next_card_comes(
    parent: Parent,
) -> None:
    """The first day's card is shown, the others come on their evenings."""
    parent.now = IN_QUIET_HOURS
    await tells(parent, "Friday and Monday state test")

    said = await parent.does("Sam", "[Yes]")

    assert said.splitlines()[-1] == "The next card comes on Sunday, September 13, 2026 at 7:00 PM."


async def test_change_when_for_today_then_says_that_no_card_comes(parent: Parent) -> None:
    """A day that has begun gets no card, and the confirmation says so."""
    await tells(parent, "today is a fire drill")
    asked = await parent.says("Sam")
    kept = await parent.taps("Yes")

    assert asked.splitlines()[-1] == "That day has begun, so no card comes for it."
    assert kept.splitlines()[-1] == "The day has begun, so no card comes. I hope it goes well."


async def test_change_when_cards_are_off_then_says_so(parent: Parent) -> None:
    """Whoever turned cards off is told that none will come."""
    await change_settings(
        parent.sessions,
        ChangeSettings(cards=CardsWanted.OFF),
        chat_id=parent.chat_id,
        draft_id=None,
        now=NOW,
    )
    await tells(parent, PRACTICE)

    assert "Your tomorrow cards are off" in await parent.does("Sam", "[Yes]")


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("yesterday was a fire drill", "Wednesday, September 9, 2026 has passed."),
        ("2/30 no school", "There is no such day in the calendar."),
        ("Oct 1 to Nov 5 testing", "One change can cover up to 30 days."),
        ("5/12 field trip", "Which day do you mean?"),
        ("1/1/9999 field trip", "Friday, January 1, 9999 is more than four years away."),
        ("no PE", "Which day is it?"),
        ("tomorrow", "What will be different, and when?"),
    ],
)
async def test_change_when_its_days_are_doubtful_then_asks(
    parent: Parent, sentence: str, answer: str
) -> None:
    """Past, impossible, long, doubtful and missing days are asked about."""
    assert (await tells(parent, sentence)).startswith(answer)


async def test_change_when_on_a_saturday_then_points_it_out(parent: Parent) -> None:
    """There is such a thing as a Saturday test, so it is only pointed out."""
    await tells(parent, "Saturday practice test")

    assert (await parent.says("Sam")).splitlines()[-1] == (
        "That is a weekend day. If there is school then, that is fine."
    )


async def test_change_when_a_reading_is_tapped_then_takes_that_day(parent: Parent) -> None:
    """Of two readings one is tapped."""
    await tells(parent, "next Friday field trip")
    assert parent.buttons[:2] == ["Friday, September 11, 2026", "Friday, September 18, 2026"]

    await parent.taps("Friday, September 18")

    assert (await parent.says("Sam")).splitlines()[2] == "Friday, September 18, 2026"


async def test_add_change_when_no_day_is_said_then_takes_tomorrow(parent: Parent) -> None:
    """The tomorrow screen's own question means tomorrow unless another day is said."""
    said = await parent.does("/tomorrow", "[➕ Add a change]", "no PE <gym> & *art*", "Sam")  # noqa: RUF001 - as it shows

    assert said.splitlines()[1:3] == ["Sam: no PE <gym> & *art*", "Friday, September 11, 2026"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("x" * 501, "That is a bit long for a card. Please use 500 characters or fewer."),
        ("x" * 4096, "That is a bit long for a card. Please use 500 characters or fewer."),
        ("!!!", "Please say in a few words what will be different that day."),
    ],
)
async def test_change_when_its_words_do_not_fit_then_asks_again(
    parent: Parent, typed: str, answer: str
) -> None:
    """Too long or empty words are asked for again."""
    await parent.does("/tomorrow", "[➕ Add a change]")  # noqa: RUF001 - as it shows

    assert (await parent.says(typed)).startswith(answer)


async def test_change_when_pieces_are_changed_then_keeps_the_rest(parent: Parent) -> None:
    """Change lets the day, the words, the child or the kind be mended alone."""
    await tells(parent, PRACTICE)
    await parent.does("Sam", "[Change]", "[The day]", "Mon and Tue")

    said = await parent.does("[Change]", "[What it is]", "[Test]")

    assert said.splitlines()[1:] == [
        "Sam: practice testing 9-11, no PE",
        "Monday, September 14, 2026 to Tuesday, September 15, 2026, "
        "2 school days, a card each evening",
        "I take it as: Test",
    ]


async def test_change_when_yes_is_tapped_twice_then_keeps_one(parent: Parent) -> None:
    """A double tap acts once."""
    await tells(parent, PRACTICE)
    await parent.says("Sam")
    yes = parent.payload("Yes")

    await parent.presses(yes, len(parent.screen) - 1)
    second = await parent.presses(yes, len(parent.screen) - 1)

    kept = await list_school_changes(parent.sessions, chat_id=parent.chat_id, now=NOW)
    assert (len(kept), kept[0].kind, second) == (
        1,
        ChangeKind.PRACTICE_TEST,
        "That question is closed. /dates shows what I keep.",
    )


async def test_change_when_the_zone_is_unknown_then_reads_tomorrow_after_it_is_known(
    store: Sessions, renderer: Renderer
) -> None:
    """Late in Hawaii's afternoon it is already tomorrow in the guessed zone."""
    now = datetime(2026, 9, 11, 5, 30, tzinfo=UTC)  # 12:30 AM Friday in Chicago
    parent = Parent(store, renderer, await make_chat(store, 9, None), now=now)
    await tells(parent, PRACTICE)

    said = await parent.does("[Hawaii Time]", "Sam")

    assert said.splitlines()[2] == "Friday, September 11, 2026"


async def test_tomorrow_when_nothing_is_known_then_invites_to_tell(parent: Parent) -> None:
    """An empty screen says what a card is for."""
    assert (await parent.says("/tomorrow")).startswith("I know of no changes yet.")


async def test_tomorrow_when_changes_are_ahead_then_shows_them(parent: Parent) -> None:
    """Tomorrow for each child, then what is ahead, each with a button to take it back."""
    await tells(parent, PRACTICE)
    await parent.does("Sam", "[Yes]")
    await tells(parent, "Tue-Thu state test")
    await parent.taps("Yes")

    assert (await parent.says("/tomorrow")).splitlines() == [
        "Tomorrow for Sam: Friday, September 11, 2026",
        "• practice testing 9-11, no PE",
        "",
        "Changes ahead",
        "• Tue, Sep 15 to Thu, Sep 17, Sam: state test",
    ]
    assert parent.buttons[:2] == ["✖ Sam, Fri, Sep 11", "✖ Sam, Tue, Sep 15"]


async def test_cancel_when_tapped_then_can_be_undone_once(parent: Parent) -> None:
    """Taking a change back offers Undo, and a second Undo adds no double."""
    await tells(parent, PRACTICE)
    await parent.does("Sam", "[Yes]", "/tomorrow", "[✖ Sam]")
    off = parent.last
    undo = parent.payload("↩ Undo")

    await parent.presses(undo, len(parent.screen) - 1)
    second = await parent.presses(undo, len(parent.screen) - 1)

    kept = await list_school_changes(parent.sessions, chat_id=parent.chat_id, now=NOW)
    assert (off.splitlines()[0], len(kept), second) == ("Taken off:", 1, "Already done.")


async def test_cancel_when_of_another_family_then_says_gone(
    parent: Parent, stranger: Parent
) -> None:
    """Another family's change cannot be taken back or put back."""
    await tells(parent, PRACTICE)
    await parent.does("Sam", "[Yes]", "/tomorrow")
    payload = parent.payload("✖ Sam")
    await stranger.says("/tomorrow")

    said = [await stranger.presses(payload), await stranger.presses("v1:on:1")]

    assert said == ["I do not have that change any more."] * 2


async def test_told_when_tapped_then_says_a_kind_word_and_keeps_nothing(parent: Parent) -> None:
    """Told them is a toast only."""
    await parent.says("/tomorrow")

    assert await parent.presses("v1:told:") == "Good. That is the hardest part."
