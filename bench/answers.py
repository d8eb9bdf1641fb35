"""Answers a second: a parent's question through the whole bot, beside bots that only echo.

All run in turn against the same local Bot API server, several rounds each; the server has
this process to itself, each bot one of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final

from bench.conversation import Crowd
from bench.databases import Backend, fresh_database
from bench.figures import Figure, Place, middle
from bench.programs import BOT, running
from bench.questions import Question, load_questions
from bench.settings import bot_environment
from bench.telegram import TOKEN, Hosted, hosted, new_telegram

ROUNDS: Final = 3
PERSONS: Final = 2_000
TIMES: Final = 2
_ROUND_LIMIT_S: Final = 60.0
_START_LIMIT_S: Final = 90.0


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot that takes part: its own words to Python, or ours."""

    name: str
    module: str | None = None


OURS: Final = Contender("this bot")
PTB: Final = Contender("python-telegram-bot echo (httpx)", "bench.peers.ptb_echo")
AIOGRAM: Final = Contender("aiogram echo (aiohttp)", "bench.peers.aiogram_echo")


async def measure_answers(place: Place) -> tuple[Figure, ...]:
    """Both comparisons, from the same rounds."""
    questions = load_questions(place.cache)
    rates: dict[Contender, list[float]] = {each: [] for each in (OURS, PTB, AIOGRAM)}
    for round_number in range(ROUNDS):
        for contender, found in rates.items():
            room = place.room(f"{contender.module or 'ours'}-{round_number}")
            found.append(await _one_round(contender, questions, room))
            print(f"  {contender.name}: {found[-1]:.0f} answers/s", flush=True)
    ours = middle(rates[OURS])
    return tuple(
        Figure(
            name=name,
            what="questions answered, store and matcher included",
            ours=ours,
            unit="answers/s",
            peer=middle(rates[peer]),
            peer_name=peer.name,
        )
        for name, peer in (
            ("answers_beside_ptb_echo", PTB),
            ("answers_beside_aiogram_echo", AIOGRAM),
        )
    )


async def _one_round(contender: Contender, questions: tuple[Question, ...], room: Place) -> float:
    """Start a bot, let everybody ask once to warm it up, then measure; answers a second."""
    telegram = new_telegram()
    asked = tuple(islice(cycle(questions), PERSONS))
    if contender is OURS:
        crowd = Crowd(telegram, [(each.text, each.title) for each in asked])
    else:
        crowd = Crowd(telegram, [(each.text, each.text) for each in asked])
    async with hosted(telegram) as server, fresh_database(Backend.SQLITE, room.folder) as url:
        arguments, env = _command(contender, server, url, room)
        async with running(*arguments, log=room.folder / "log", env=env) as program:
            await program.until(lambda: server.polls > 0, within_s=_START_LIMIT_S)
            await crowd.ask(1, program, within_s=_ROUND_LIMIT_S)
            return await crowd.ask(TIMES, program, within_s=_ROUND_LIMIT_S)


def _command(
    contender: Contender, server: Hosted, database_url: str, room: Place
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    if contender.module is not None:
        return ("-m", contender.module, server.url, TOKEN), {}
    env = bot_environment(
        api_url=server.url, database_url=database_url, cache=room.cache, limits=False
    )
    return BOT, env
