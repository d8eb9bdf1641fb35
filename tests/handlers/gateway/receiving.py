"""Receiving with everything around it replaced: scripted updates in, answers remembered."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from faq.decision import Decision, DecisionKind
from handlers.gateway.inbound import Inbound, Rhythm, Watch
from handlers.gateway.trouble import PollTrouble
from handlers.means import Means
from handlers.turn import Phrase, Pressed, Reply, Said, Turn, Words, new
from tests.handlers.gateway.stands import Mouth, Naps, Notebook, ScriptedBot, StillClock


@dataclass
class Desk:
    """Receiving, and all that it was given to work with."""

    inbound: Inbound
    bot: ScriptedBot
    notebook: Notebook
    mouth: Mouth
    naps: Naps
    troubles: list[PollTrouble | None]

    async def polls(self) -> None:
        """Poll until the script is over and all is answered."""
        polling = asyncio.create_task(self.inbound.poll())
        await self.bot.over.wait()
        polling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await polling

    @property
    def words(self) -> list[str]:
        """What was said, in order: a person's words given back, or a sentence's key."""
        lines = [
            line for _, replies, _ in self.mouth.said for each in replies for line in each.lines
        ]
        return [
            line.key if isinstance(line, Phrase) else cast("Words", line).text for line in lines
        ]


class AlertDesk:
    """Knows one thing: that "danger" is a crisis."""

    def decide(self, text: str) -> Decision:
        """Take words for a crisis or for nothing."""
        return Decision(DecisionKind.CRISIS if text == "danger" else DecisionKind.FALLBACK)


async def echo(turn: Turn) -> tuple[Reply, ...]:
    """Give a person's words back; "boom" is a fault that quotes somebody."""
    match turn.act:
        case Said(text="boom"):
            raise ValueError("Sam said boom")
        case Said(text=text):
            return (new(Words(text)),)
        case Pressed(payload=payload):
            return (new(Words(f"pressed {payload}")),)
        case _:
            return ()


def at_work(*script: Any, bot_name: str = "plankeeper_bot") -> Desk:
    """Receiving what ``script`` holds."""
    bot, notebook, mouth, naps = ScriptedBot(*script), Notebook(), Mouth(), Naps()
    troubles: list[PollTrouble | None] = []
    made = Inbound(
        bot=cast("Any", bot),
        outbound=cast("Any", mouth),
        gatherer=cast("Any", notebook),
        means=Means(*cast("Any", [None, AlertDesk(), None, None]), bot_name),
        clock=StillClock(),
        watch=Watch(on_poll=troubles.append, on_update=lambda: None),
        rhythm=Rhythm(patience=timedelta(milliseconds=20), sleep=naps),
    )
    return Desk(made, bot, notebook, mouth, naps, troubles)
