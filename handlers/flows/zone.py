"""Setting the time zone: by button, by naming a place, or by a shared location.

The one step also stands in front of other conversations that need the zone first.
"""

import re
from zoneinfo import available_timezones

from handlers.flows.steps import (
    TEXT,
    Again,
    Answer,
    Choice,
    Chose,
    Context,
    Data,
    Done,
    Go,
    Move,
    Question,
    Step,
    Typed,
    flow,
)
from handlers.flows.us_zones import MAIN_ZONES, zone_at, zones_named
from handlers.menu import BACK_TO_MENU, run_button
from handlers.turn import (
    Form,
    Located,
    Phrase,
    Pressed,
    Replies,
    Reply,
    Turn,
    ZoneName,
    phrase,
    toast,
)
from scheduler import actions
from scheduler.domain.commands import ChangeSettings

_ELSEWHERE = "elsewhere"
# What stands before the place: "set my zone to Denver", "vivo en Denver".
_BEFORE_PLACE = re.compile(r"^.*\b(?:to|in|is|a|en|es)\s+", re.IGNORECASE | re.DOTALL)


def _ask(data: Data, context: Context) -> Question:
    del data, context
    pairs = tuple(MAIN_ZONES[place : place + 2] for place in range(0, len(MAIN_ZONES), 2))
    rows = tuple(tuple(_choice(zone) for zone in pair) for pair in pairs)
    elsewhere = (Choice(phrase("button-zone-elsewhere"), _ELSEWHERE),)
    return Question((phrase("zone-ask"),), (*rows, elsewhere))


def _choice(zone: str) -> Choice:
    return Choice(phrase("button-zone", zone=ZoneName(zone)), zone)


def _take(data: Data, answer: Answer, context: Context) -> Move:
    del data, context
    match answer:
        case Located(latitude=latitude, longitude=longitude):
            found = zone_at(latitude, longitude)
            return _chosen(found) if found else Again((phrase("zone-place-unknown"),))
        case Chose(value=value) if value == _ELSEWHERE:
            return Again((phrase("zone-type-place"),))
        case Chose(value=text) | Typed(text=text):
            return _named(text)


def _named(text: str) -> Move:
    match zones_named(text):
        case (zone,):
            return _chosen(zone)
        case (first, second):
            pair = {"first": ZoneName(first), "second": ZoneName(second)}
            return Again((phrase("zone-two-here", **pair),))
        case _:
            known = _iana_name(text)
            return _chosen(known) if known else Again((phrase("zone-unknown"),))


def _iana_name(text: str) -> str | None:
    """The zone called ``text``, in full or by its city, in any case."""
    wanted = text.strip().casefold().replace(" ", "_")
    for name in sorted(available_timezones()):
        if "/" in name and wanted in (name.casefold(), name.rpartition("/")[2].casefold()):
            return name
    return None


def _chosen(zone: str) -> Done:
    return Done(ChangeSettings(zone=zone))


def zone_shown(context: Context) -> Phrase:
    """The zone by its name, with the time it is there now, so that a mistake is seen."""
    at = context.now.astimezone(context.zone_info).time()
    return phrase("zone-shown", zone=ZoneName(context.zone_info.key), at=at)


def _begin(data: Data, context: Context) -> Go | Done:
    """Take a place that was named in the request itself, else ask."""
    del context
    text = data.get(TEXT, "").rstrip(".!?")
    for place in (text, _BEFORE_PLACE.sub("", text)):
        zones = zones_named(place)
        if len(zones) == 1:
            return _chosen(zones[0])
    return Go(ZONE_STEP.slug, {})


async def _finish(turn: Turn, command: ChangeSettings, draft_id: int) -> Replies:
    changed = await actions.change_settings(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    if isinstance(changed, actions.AlreadyDone):
        return toast(phrase("toast-already-done"))
    chat = changed.after
    context = Context(turn.language, turn.now, turn.today, chat.zone)
    hours = phrase(
        "zone-hours-stay",
        reminders=chat.reminder_at,
        cards=chat.evening_at,
        moved=changed.moved,
    )
    buttons = ((run_button("button-zone-change", "zone"), BACK_TO_MENU),)
    form = Form.EDIT if isinstance(turn.act, Pressed) else Form.NEW
    return Reply((zone_shown(context), hours), buttons, form)


ZONE_STEP = Step("zone", _ask, _take)
SET_ZONE = flow("set-zone", version=1, steps=(ZONE_STEP,), begin=_begin, finish=_finish)
