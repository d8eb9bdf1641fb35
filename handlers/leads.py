"""What buttons do that lead out of the chat: to an address, or into another chat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an https address."""

    url: str


@dataclass(frozen=True, slots=True)
class Share:
    """A button that lets a person choose a chat and puts the bot's name and ``query`` there.

    Nothing is sent until the person picks a result (``handlers.inline``).
    Source: Bot API, InlineKeyboardButton, switch_inline_query.
    """

    query: str
