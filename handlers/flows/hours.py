"""Hours of the day as answers: buttons on the grid, words through the domain's reading."""

from datetime import time

from handlers.flows.steps import Answer, Choice, Chose, Context, Typed
from handlers.turn import phrase
from scheduler.domain.calendar import read_time

_PER_ROW = 3


def hour_choices(*hours: time) -> tuple[tuple[Choice, ...], ...]:
    """Rows of buttons for ``hours``, each labelled as people of the language write it."""
    choices = [Choice(phrase("button-hour", at=hour), hour.strftime("%H%M")) for hour in hours]
    return tuple(
        tuple(choices[place : place + _PER_ROW]) for place in range(0, len(choices), _PER_ROW)
    )


def read_hour(answer: Answer, context: Context) -> time | None:
    """The hour that was tapped or written; None when it was neither."""
    match answer:
        case Chose(value=value) if len(value) == len("HHMM") and value.isdecimal():
            hour, minute = divmod(int(value), 100)
            return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a day's ends
        case Typed(text=text):
            return read_time(text, language=context.language)
        case _:
            return None
