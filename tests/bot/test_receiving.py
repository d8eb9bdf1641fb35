"""How updates reach the bot: a webhook that is kept set, and none in the way of polling."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.health import SILENCE, Health, Part, Trouble
from bot.local import LocalClock, LocalTelegram, Serving
from bot.receiving import LOOK_EVERY, WebhookKeeper, receive
from bot.wiring import House, StartRefused
from handlers.gateway.inbound import ALLOWED_UPDATES
from handlers.gateway.transport import AiohttpRequest, make_bot
from tests.bot.roof import NOON, SECRET, TOKEN, settings_of

ADDRESS = "http://127.0.0.1:9/hook/telegram"


@dataclass
class Watched:
    """A keeper whose waiting is in our hands."""

    telegram: LocalTelegram
    make: Callable[[str], WebhookKeeper]
    health: Health
    clock: LocalClock
    waits: list[float] = field(default_factory=list)
    rounds: int = 0

    async def sleep(self, seconds: float) -> None:
        """Wait in no time, so many rounds; then for ever."""
        self.waits.append(seconds)
        self.clock.advance(timedelta(seconds=seconds))
        if self.rounds == 0:
            await asyncio.Event().wait()
        self.rounds -= 1

    async def keep(self, *, rounds: int = 0) -> None:
        """Keep the webhook for so many looks."""
        self.rounds = rounds
        task = asyncio.create_task(self.make(ADDRESS).keep())
        async with asyncio.timeout(5):
            while len(self.waits) < rounds + 1 and not task.done():
                await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    def calls(self, method: str) -> int:
        """How often a method was called."""
        return len(self.telegram.transcript.of(method))


@pytest.fixture
async def watched(
    local_telegram: LocalTelegram, telegram_server: Serving
) -> AsyncIterator[Watched]:
    """A keeper before a Telegram of this computer."""
    request, polls = AiohttpRequest(), AiohttpRequest()
    await request.initialize()
    bot = make_bot(TOKEN, telegram_server.url, request, polls)
    clock, health = LocalClock(lambda: NOON, frozen=True), Health(NOON)

    def make(address: str) -> WebhookKeeper:
        return WebhookKeeper(bot, health, clock, address=address, secret=SECRET, sleep=held.sleep)

    held = Watched(local_telegram, make, health, clock)
    yield held
    await request.shutdown()


async def test_keeper_when_it_begins_then_sets_the_webhook_with_its_secret(
    watched: Watched,
) -> None:
    """Telegram is told where to post, what, and with which secret."""
    await watched.keep()
    (call,) = watched.telegram.transcript.of("setWebhook")
    assert call.params["url"] == ADDRESS
    assert call.params["secret_token"] == SECRET
    assert watched.telegram.updates.allowed == sorted(ALLOWED_UPDATES)


async def test_keeper_when_time_goes_by_then_receiving_is_not_silent(watched: Watched) -> None:
    """With a webhook nobody polls: health once called that silence, after three minutes."""
    await watched.keep(rounds=5)
    assert watched.clock.now() - NOON > SILENCE
    assert Part.RECEIVING not in watched.health.silent(now=watched.clock.now())
    assert watched.waits == [LOOK_EVERY.total_seconds()] * 6


async def test_keeper_when_all_is_well_then_sets_the_webhook_once(watched: Watched) -> None:
    """Looking changes nothing."""
    await watched.keep(rounds=3)
    assert (watched.calls("setWebhook"), watched.calls("getWebhookInfo")) == (1, 3)


async def test_keepers_when_several_processes_have_one_webhook_then_do_not_fight(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    """Each process sets the same webhook at its start, and finds it in place afterwards."""
    first, second = watched.make(ADDRESS), watched.make(ADDRESS)
    with caplog.at_level(logging.WARNING, logger="bot.receiving"):
        await watched.keep()
        await first.look()
        await second.look()
    assert watched.calls("setWebhook") == 1
    assert caplog.records == []


async def test_keeper_when_somebody_removed_the_webhook_then_sets_it_again(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    """A bot that was started for a try by long polling does not silence the real one."""
    keeper = watched.make(ADDRESS)
    with caplog.at_level(logging.WARNING, logger="bot.receiving"):
        await keeper.look()
    assert watched.telegram.webhook.url == ADDRESS
    assert "is another process running with this token?" in caplog.text


async def test_keeper_when_telegram_could_not_post_then_logs_it_once(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    """An operator hears why nothing arrives, and health is not blamed for one lost post."""
    watched.telegram.webhook.set(ADDRESS, secret=SECRET, connections=1)
    watched.telegram.webhook._note_error("Connection refused")
    keeper = watched.make(ADDRESS)
    with caplog.at_level(logging.WARNING, logger="bot.receiving"):
        await keeper.look()
        await keeper.look()
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram could not post to WEBHOOK_URL (0 updates wait): Connection refused"
    ]
    assert watched.health.trouble is None


@pytest.mark.parametrize(
    ("code", "trouble"), [(502, Trouble.UNREACHABLE), (401, Trouble.TOKEN_REFUSED)]
)
async def test_keeper_when_telegram_fails_then_health_shows_it_until_it_answers(
    watched: Watched, code: int, trouble: Trouble
) -> None:
    """What befalls a running bot is waited out."""
    keeper = watched.make(ADDRESS)
    watched.telegram.fails("refusal", "getWebhookInfo", code=code)
    await keeper.look()
    assert watched.health.trouble is trouble
    await keeper.look()
    assert watched.health.trouble is None


async def test_keeper_when_telegram_is_out_of_reach_at_first_then_tries_again(
    watched: Watched,
) -> None:
    """A start while Telegram is away once ended the receiving for good, in silence."""
    watched.telegram.fails("server_error", "setWebhook", code=502, times=2)
    await watched.keep(rounds=2)
    assert watched.telegram.webhook.url == ADDRESS


async def test_keeper_when_the_address_is_refused_then_ends_with_one_line(
    watched: Watched,
) -> None:
    """An address that Telegram cannot use will not be better in a minute."""
    keeper = watched.make("https://bot.example/telegram")
    with pytest.raises(StartRefused, match=r"^Telegram refuses WEBHOOK_URL: Bad webhook"):
        await keeper.keep()


async def test_receive_when_a_webhook_was_left_then_removes_it_and_polls(
    house: House, local_telegram: LocalTelegram
) -> None:
    """A webhook from before would keep getUpdates from working."""
    local_telegram.webhook.set(ADDRESS, secret="", connections=1)
    ana = local_telegram.person("Ana")
    receiving = asyncio.create_task(receive(settings_of(), house))
    local_telegram.says(ana, "/start")
    await local_telegram.hears(ana)
    receiving.cancel()
    await asyncio.gather(receiving, return_exceptions=True)
    assert local_telegram.webhook.url == ""
    assert house.health.trouble is None


async def test_receive_when_the_method_is_unknown_then_passes_it_over(
    house: House, local_telegram: LocalTelegram
) -> None:
    """A Bot API server without deleteWebhook is polled all the same."""
    local_telegram.fails("refusal", "deleteWebhook", code=404)
    ana = local_telegram.person("Ana")
    receiving = asyncio.create_task(receive(settings_of(), house))
    local_telegram.says(ana, "/start")
    await local_telegram.hears(ana)
    receiving.cancel()
    await asyncio.gather(receiving, return_exceptions=True)
    assert len(local_telegram.transcript.of("deleteWebhook")) == 1


async def test_receive_when_the_menu_hangs_then_families_are_heard_all_the_same(
    house: House, local_telegram: LocalTelegram
) -> None:
    """Publishing the menu is a dozen calls; receiving once waited for every one of them."""
    local_telegram.fails("silence", "setMyCommands", times=None)
    ana = local_telegram.person("Ana")
    receiving = asyncio.create_task(receive(settings_of(), house))
    local_telegram.says(ana, "/start")
    await local_telegram.hears(ana)
    receiving.cancel()
    await asyncio.gather(receiving, return_exceptions=True)
    assert len(local_telegram.from_bot(ana)) == 1
