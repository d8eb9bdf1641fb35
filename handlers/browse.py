"""Finding an answer with no typing: areas, then the questions of an area, in one message.

Questions are too long for buttons, which Telegram cuts at one line of some 35 characters: they
stand in the text, and the buttons are their numbers.
"""

from dataclasses import dataclass, replace
from math import ceil
from typing import ClassVar

from faq.entry import Area, TopicId
from handlers.ask import answer_reply
from handlers.callback_data import Payload
from handlers.menu import BACK_TO_MENU, MENU
from handlers.subject import Command, Subject, on_press
from handlers.turn import (
    GAP,
    Button,
    Form,
    Phrase,
    Replies,
    Rows,
    Turn,
    Words,
    edit,
    new,
    phrase,
)

_PAGE_TOPICS = 8
_NUMBERS_A_ROW = 4


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


@dataclass(frozen=True, slots=True)
class ReadTopic(Payload):
    """Turns the list into an answer, with the way back to its page."""

    KIND: ClassVar[str] = "read"
    topic: TopicId


async def _topics(turn: Turn, words: str) -> Replies:
    del words
    return new(phrase("browse-areas"), buttons=_shelves(turn))


async def _open_shelves(turn: Turn, button: OpenShelves) -> Replies:
    del button
    return edit(phrase("browse-areas"), buttons=_shelves(turn))


def _shelves(turn: Turn) -> Rows:
    buttons = tuple(
        Button(phrase(f"area-{area.value}"), OpenArea(area, 0))
        for area in turn.desk.catalog.areas()
    )
    return (*_in_rows(buttons, 2), (BACK_TO_MENU,))


async def _open_area(turn: Turn, button: OpenArea) -> Replies:
    entries = turn.desk.catalog.in_area(button.area, turn.language)
    pages = max(1, ceil(len(entries) / _PAGE_TOPICS))
    page = min(max(0, button.page), pages - 1)
    first = page * _PAGE_TOPICS
    shown = tuple(enumerate(entries, start=1))[first : first + _PAGE_TOPICS]
    questions = (phrase("browse-question", number=n, title=entry.title) for n, entry in shown)
    numbers = tuple(Button(Words(str(n)), ReadTopic(entry.id)) for n, entry in shown)
    rows = (*_in_rows(numbers, _NUMBERS_A_ROW), *_turning(button.area, page, pages))
    last = (Button(phrase("button-areas"), OpenShelves()), BACK_TO_MENU)
    heading, pick = _heading(button.area, page, pages), phrase("browse-pick")
    return edit(heading, GAP, *questions, GAP, pick, buttons=(*rows, last))


def _heading(area: Area, page: int, pages: int) -> Phrase:
    name = phrase(f"area-{area.value}")
    if pages == 1:
        return phrase("browse-area", area=name)
    return phrase("browse-page", area=name, page=page + 1, pages=pages)


def _turning(area: Area, page: int, pages: int) -> Rows:
    """The row that turns pages, where there are any."""
    earlier = (Button(phrase("button-earlier"), OpenArea(area, page - 1)),) if page > 0 else ()
    more = (Button(phrase("button-more"), OpenArea(area, page + 1)),) if page < pages - 1 else ()
    return ((*earlier, *more),) if pages > 1 else ()


async def _read_topic(turn: Turn, button: ReadTopic) -> Replies:
    reply = answer_reply(turn, button.topic, turn.language)
    if reply is None:
        return new(phrase("button-is-old"), buttons=MENU)
    back = Button(phrase("button-to-list"), _place_of(turn, button.topic))
    *related, closing = reply.buttons
    return replace(
        reply,
        buttons=(*related, (back,), closing),
        form=Form.EDIT,
        memo=f"browsed:{button.topic}",
    )


def _place_of(turn: Turn, topic: TopicId) -> OpenArea:
    """The page on which a topic is listed."""
    catalog = turn.desk.catalog
    area = catalog.entry(topic, turn.language).area
    listed = [entry.id for entry in catalog.in_area(area, turn.language)]
    return OpenArea(area, listed.index(topic) // _PAGE_TOPICS)


def _in_rows(buttons: tuple[Button, ...], width: int) -> Rows:
    return tuple(buttons[place : place + width] for place in range(0, len(buttons), width))


SUBJECT = Subject(
    commands=(Command("topics", _topics, private=False),),
    presses=(
        on_press(OpenArea, _open_area, private=False),
        on_press(OpenShelves, _open_shelves, private=False),
        on_press(ReadTopic, _read_topic, private=False),
    ),
)
