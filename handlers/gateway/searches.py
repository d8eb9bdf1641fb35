"""Answers inline queries: words typed behind the bot's name in some other chat.

Nothing of them is noted or kept, and no row is made for who types: many never wrote to the bot.
"""

import logging

from handlers.gateway.limits import Allowance, Speaker
from handlers.gateway.outbound import Outbound
from handlers.gateway.reading import Sought
from handlers.inline import Search, find
from handlers.means import Means
from handlers.texts.loader import FIRST_LANGUAGE
from scheduler.actions import Sessions, language_of
from scheduler.domain.clock import Clock
from scheduler.domain.plans import ChatId

log = logging.getLogger(__name__)

# Telegram asks anew at nearly each letter.
SEARCHES_A_MINUTE = 120


class Searches:
    """Takes inline queries to their results."""

    def __init__(self, outbound: Outbound, clock: Clock) -> None:
        self._outbound = outbound
        self._clock = clock
        self._allowance = Allowance(SEARCHES_A_MINUTE)

    async def answer(self, sought: Sought, means: Means) -> None:
        """Answer one query; who asks too fast is not answered, unless somebody is in danger."""
        speaker = Speaker(sought.user_id, sought.user_id)
        permitted = self._allowance.ask(speaker, now=self._clock.now())
        language = await _language_of(sought, means.sessions)
        offer = find(Search(sought.text, language, means.desk, means.bot_name))
        if permitted.fully or offer.urgent:
            await self._outbound.offer(sought.query_id, offer)


async def _language_of(sought: Sought, sessions: Sessions) -> str:
    """Return what was chosen in the private chat with the bot, else the language of the app."""
    chosen = None
    try:
        chosen = await language_of(sessions, ChatId(sought.user_id))
    except Exception as error:  # noqa: BLE001 - no database stands between a crisis and help
        log.warning("a language could not be looked up: %s", type(error).__name__)
    return chosen or sought.language or FIRST_LANGUAGE
