"""Finding an answer with no typing: areas, then the questions of an area."""

from dataclasses import dataclass
from typing import ClassVar

from faq.entry import Area
from handlers.ask import ShowTopic
from handlers.callback_data import Payload
from handlers.menu import BACK_TO_MENU
from handlers.subject import Command, Subject, on_press
from handlers.turn import Button, Replies, Rows, Turn, Words, edit, new, phrase

_PAGE_TOPICS = 8


@dataclass(frozen=True, slots=True)
class OpenArea(Payload):
    """Shows the questions of an area, ``page`` counting from 0."""

    KIND: ClassVar[str] = "area"
    area: Area
    page: int


@dataclass(frozen=True, slots=True)
class OpenShelves(Payload):
    """Goes back from an area to all of them."""

    KIND: ClassVar[str] = "areas"


async def _topics(turn: Turn, words: str) -> Replies:
    del words
    return new(phrase("browse-areas"), buttons=_shelves(turn))


async def _open_shelves(turn: Turn, button: OpenShelves) -> Replies:
    del button
    return edit(phrase("browse-areas"), buttons=_shelves(turn))


def _shelves(turn: Turn) -> Rows:
    buttons = [
        Button(phrase(f"area-{area.value}"), OpenArea(area, 0))
        for area in turn.desk.catalog.areas()
    ]
    pairs = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
    return (*pairs, (BACK_TO_MENU,))


async def _open_area(turn: Turn, button: OpenArea) -> Replies:
    entries = turn.desk.catalog.in_area(button.area, turn.language)
    first = max(0, button.page) * _PAGE_TOPICS
    shown = entries[first : first + _PAGE_TOPICS]
    rows = tuple((Button(Words(entry.title), ShowTopic(entry.id)),) for entry in shown)
    turns = _turning(button, more=len(entries) > first + _PAGE_TOPICS)
    last = (Button(phrase("button-areas"), OpenShelves()), BACK_TO_MENU)
    title = phrase("browse-area", area=phrase(f"area-{button.area.value}"))
    return edit(title, buttons=(*rows, *turns, last))


def _turning(button: OpenArea, *, more: bool) -> Rows:
    """The row that turns pages, where there are any."""
    row = []
    if button.page > 0:
        row.append(Button(phrase("button-earlier"), OpenArea(button.area, button.page - 1)))
    if more:
        row.append(Button(phrase("button-more"), OpenArea(button.area, button.page + 1)))
    return (tuple(row),) if row else ()


SUBJECT = Subject(
    commands=(Command("topics", _topics, private=False),),
    presses=(
        on_press(OpenArea, _open_area, private=False),
        on_press(OpenShelves, _open_shelves, private=False),
    ),
)
