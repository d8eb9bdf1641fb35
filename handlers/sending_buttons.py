"""Buttons for sending a question to the people who run the bot; ``sending`` answers them."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.callback_data import Payload
from handlers.turn import Button, Place, Rows, Turn, phrase


@dataclass(frozen=True, slots=True)
class OfferQuestion(Payload):
    """Shows the question that the pressed message replies to, as it would go."""

    KIND: ClassVar[str] = "gap"


@dataclass(frozen=True, slots=True)
class SendQuestion(Payload):
    """Sends what was shown. ``mark`` tells whether it is still the same text."""

    KIND: ClassVar[str] = "gapsend"
    mark: str


@dataclass(frozen=True, slots=True)
class ReplaceQuestion(Payload):
    """Asks for other words."""

    KIND: ClassVar[str] = "gapnew"


@dataclass(frozen=True, slots=True)
class DropQuestion(Payload):
    """Sends nothing after all."""

    KIND: ClassVar[str] = "gapdrop"


def offer_rows(turn: Turn) -> Rows:
    """The offer to send a question; none in a group, where it may be somebody else's."""
    if turn.place is Place.GROUP:
        return ()
    return ((Button(phrase("button-send-question"), OfferQuestion()),),)
