"""The proof that the next message will come, and an honest word about late ones."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from scheduler.actions import status_of
from scheduler.domain.delivery import LateReason, ReminderState
from scheduler.store.tables import REMINDER
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026 at 2 pm", "[Yes]")


async def test_status_when_nothing_waits_then_says_so_kindly(parent: Parent) -> None:
    """An empty queue is no error, and nothing was late."""
    assert await parent.says("/status") == (
        "Nothing is waiting to be sent. Add a date and I will be there in time.\n"
        "\n"
        "Nothing was late in the last two weeks."
    )
    assert parent.buttons == ["📅 My dates", "Menu"]


async def test_status_when_dates_wait_then_shows_three_to_the_minute(parent: Parent) -> None:
    """The next three messages with their exact local times, and the zone of all of them."""
    await parent.does(*MEETING)
    await parent.does("/add", "[Goal due date]", "reading goal, Oct 9 2026", "[Yes]")

    assert (await parent.says("/status")).splitlines()[:5] == [
        "What I will send next",
        "• Friday, September 25, 2026 at 9:00 AM: Sam, reading goal (IEP), Fri, Oct 9",
        "• Monday, September 28, 2026 at 9:00 AM: Sam, Meeting (IEP), Mon, Oct 5",
        "• Sunday, October 4, 2026 at 9:00 AM: Sam, Meeting (IEP), Mon, Oct 5",
        "All times are Eastern Time.",
    ]


async def test_status_when_a_card_waits_then_names_it(parent: Parent) -> None:
    """A tomorrow card is one of the next messages."""
    await parent.does(*MEETING)
    await parent.does("/tomorrow tomorrow no PE", "[Yes]")

    assert (await parent.says("/status")).splitlines()[1] == (
        "• Thursday, September 10, 2026 at 7:00 PM: Tomorrow card for Sam, Fri, Sep 11"
    )


async def test_status_when_the_zone_changes_then_the_times_are_local_again(
    parent: Parent,
) -> None:
    """The same wall-clock hour, in the new zone."""
    await parent.does(*MEETING, "/zone", "[Hawaii Time]")

    said = (await parent.says("/status")).splitlines()

    assert said[1].startswith("• Monday, September 28, 2026 at 9:00 AM")
    assert "All times are Hawaii Time." in said


async def test_status_when_the_zone_is_unknown_then_nothing_waits(newcomer: Parent) -> None:
    """A chat without a zone waits for nothing."""
    assert (await newcomer.says("/status")).startswith("Nothing is waiting to be sent.")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (LateReason.BOT_DOWN, "I was not running then. I am sorry."),
        (LateReason.TELEGRAM_BUSY, "Telegram asked me to wait."),
        (LateReason.TELEGRAM_UNREACHABLE, "Telegram could not be reached."),
        (LateReason.CHAT_BLOCKED, "I could not write to this chat then."),
    ],
)
async def test_status_when_one_came_late_then_says_when_and_why(
    parent: Parent, reason: LateReason, words: str
) -> None:
    """When it was due, when it came, and the reason, without excuses."""
    await parent.does(*MEETING)
    await _pretend_late(parent, reason, came=True)

    assert (await parent.says("/status")).splitlines()[-2:] == [
        "What was late",
        "• Sam, Meeting (IEP), Mon, Oct 5: due Monday, September 28, 2026 at 9:00 AM, "
        f"sent Monday, September 28, 2026 at 11:00 AM. {words}",
    ]


async def test_status_when_one_did_not_come_then_says_so(parent: Parent) -> None:
    """A message that could not be told is owned up to."""
    await parent.does(*MEETING)
    await _pretend_late(parent, LateReason.CHAT_BLOCKED, came=False)

    assert (await parent.says("/status")).splitlines()[-1] == (
        "• Sam, Meeting (IEP), Mon, Oct 5: due Monday, September 28, 2026 at 9:00 AM, "
        "not sent. I could not write to this chat then."
    )


async def _pretend_late(parent: Parent, reason: LateReason, *, came: bool) -> None:
    """Let the first reminder have come two hours late, or not at all; it is that evening now."""
    status = await status_of(parent.sessions, chat_id=parent.chat_id, now=parent.now)
    due_at = status.upcoming[0].due_at
    parent.now = due_at + timedelta(hours=10)
    told = {"state": ReminderState.SENT, "sent_at": due_at + timedelta(hours=2)}
    failed = {"state": ReminderState.FAILED, "failed_at": due_at + timedelta(hours=2)}
    async with parent.sessions.begin() as tx:
        await tx.execute(
            update(REMINDER)
            .where(REMINDER.c.due_at == due_at)
            .values(late_reason=reason, **(told if came else failed))
        )
