"""Telegram fails while reminders are due: none is lost, and what is doubled is known."""

from collections import Counter
from pathlib import Path

import pytest

from tests.scenarios.emulated import EmulatedBot, open_bot
from tests.scenarios.families import FIRST, family

SECOND = "2026-09-30 09:00"


def _heads(texts: list[tuple[str, str]]) -> list[str]:
    return [text.split("\n")[0] for _, text in texts]


async def test_storm_of_429_then_every_family_hears_once_and_soon(bot: EmulatedBot) -> None:
    """Telegram's "wait" is waited out, for each letter as long as it asks."""
    parents = [await family(bot, f"P{n}", nickname=f"Kid{n}") for n in range(6)]
    bot.telegram.fails("too_many_requests", "sendMessage", times=30, retry_after=7)

    await bot.advance_to("2026-09-24 09:05")

    heard = Counter(head for parent in parents for head in _heads(parent.unasked()))
    assert heard == {f"Kid{n}: Meeting (IEP)": 1 for n in range(6)}
    assert {at for parent in parents for at, _ in parent.unasked()} <= {FIRST}


async def test_429_longer_than_the_next_reminder_then_they_come_in_order_as_one(
    bot: EmulatedBot,
) -> None:
    """What falls due while a letter waits joins it, the earlier first."""
    maria = await family(bot)
    await maria.says("remind me of the IEP annual review Oct 24")
    await maria.taps("Yes")
    await bot.advance_to("2026-09-24 08:59")
    bot.telegram.fails("too_many_requests", "sendMessage", times=2, retry_after=3600)

    await bot.advance_to("2026-09-24 12:00")

    assert [at for at, _ in maria.unasked()] == ["2026-09-24 11:00"]
    heads = [line for line in maria.unasked()[0][1].split("\n") if line.startswith("Sam: ")]
    assert sorted(heads) == ["Sam: Annual review (IEP)", "Sam: Meeting (IEP)"]


async def test_long_429_then_status_says_why_it_was_late(bot: EmulatedBot) -> None:
    """A parent can read what was late, by how much, and that Telegram asked to wait."""
    maria = await family(bot)
    bot.telegram.fails("too_many_requests", "sendMessage", retry_after=3600)
    await bot.advance_to("2026-09-24 12:00")

    said = await maria.says("/status")

    assert "due Thursday, September 24, 2026 at 9:00 AM, sent Thursday" in said
    assert "Telegram asked me to wait." in said


async def test_server_errors_then_it_is_tried_until_it_arrives(bot: EmulatedBot) -> None:
    """A server that fails is tried again, and the message comes once."""
    maria = await family(bot)
    bot.telegram.fails("server_error", "sendMessage", times=5, code=502)

    await bot.advance_to("2026-09-24 12:00")

    assert maria.unasked()[0][0] <= "2026-09-24 09:02"
    assert _heads(maria.unasked()) == ["Sam: Meeting (IEP)"]


async def test_connection_dropped_before_delivery_then_it_arrives_once(bot: EmulatedBot) -> None:
    """A connection that breaks on the way loses nothing."""
    maria = await family(bot)
    bot.telegram.fails("drop", "sendMessage", times=3)

    await bot.advance_to("2026-09-24 12:00")

    assert _heads(maria.unasked()) == ["Sam: Meeting (IEP)"]


async def test_connection_dropped_after_delivery_then_it_is_at_most_doubled(
    bot: EmulatedBot,
) -> None:
    """Where nobody can know whether it arrived, twice is better than never."""
    maria = await family(bot)
    bot.telegram.fails("drop", "sendMessage", delivered=True)

    await bot.advance_to("2026-09-24 12:00")

    assert _heads(maria.unasked()) == ["Sam: Meeting (IEP)"] * 2


@pytest.mark.parametrize(("delivered", "times"), [(False, 1), (True, 2)])
async def test_silence_then_it_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, delivered: bool, times: int
) -> None:
    """A call that gets no answer ends by itself and is made again."""
    async with open_bot(tmp_path) as bot:
        maria = await family(bot)
        # Patience is half a minute for real; here it is a moment.
        monkeypatch.setattr("handlers.gateway.transport._READ_SECONDS", 0.05)
        monkeypatch.setattr("handlers.gateway.transport._CONNECT_SECONDS", 0.1)
        bot.telegram.fails("silence", "sendMessage", delivered=delivered)

        await bot.advance_to("2026-09-24 12:00")

        assert _heads(maria.unasked()) == ["Sam: Meeting (IEP)"] * times


async def test_answer_when_telegram_fails_twice_then_it_still_comes(bot: EmulatedBot) -> None:
    """Somebody who looks at the screen gets the answer after a hiccup, once."""
    maria = await family(bot)
    bot.telegram.fails("server_error", "sendMessage")
    bot.telegram.fails("too_many_requests", "sendMessage", retry_after=1)

    said = await maria.says("/dates")

    assert said.count("Meeting (IEP)") == 1


async def test_blocked_chat_then_nothing_more_is_tried(bot: EmulatedBot) -> None:
    """After a 403 the chat is left alone, whatever falls due."""
    maria = await family(bot)
    bot.telegram.blocks(maria.person)

    await bot.advance_to("2026-10-02 12:00")

    tried = [call for call in bot.telegram.transcript.of("sendMessage") if not call.ok]
    assert [maria.local(call.at) for call in tried] == [FIRST]


async def test_blocked_chat_when_it_comes_back_then_it_hears_what_was_missed(
    bot: EmulatedBot,
) -> None:
    """/start after a block says how many messages could not come."""
    maria = await family(bot)
    bot.telegram.blocks(maria.person)
    await bot.advance_to("2026-09-25 12:00")
    bot.telegram.blocks(maria.person, blocked=False)

    said = await maria.says("/start")

    assert said.startswith("Welcome back. One message could not reach you while you were away.")


async def test_blocked_chat_when_it_comes_back_then_new_reminders_come(bot: EmulatedBot) -> None:
    """What is still ahead is planned anew for whoever is back."""
    maria = await family(bot)
    bot.telegram.blocks(maria.person)
    await bot.advance_to("2026-09-25 12:00")
    bot.telegram.blocks(maria.person, blocked=False)
    await maria.says("/start")

    await bot.advance_to("2026-10-02 12:00")

    assert [at for at, _ in maria.unasked()] == [SECOND, "2026-10-01 12:00"]
