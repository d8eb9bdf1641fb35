"""Adding a plan date: child, kind, plan, day, then Yes. What is known already is not asked.

A sentence that says everything goes straight to the last question. The questions for the
pieces are in ``add_date_pieces.py``.
"""

import re
from dataclasses import replace

from handlers.flows.add_date_pieces import (
    DAY,
    HOUR,
    KIND,
    PLAN,
    TITLE,
    TITLED,
    USUAL_PLAN,
    WHICH,
    day_of,
    piece_steps,
)
from handlers.flows.child import NICKNAME, only_child
from handlers.flows.confirming import CHANGE, YES_OR_CHANGE, Rows, agreed, other_news, pieces
from handlers.flows.days import OFFERS, moment_of, take_day, without_offers, written
from handlers.flows.steps import (
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
from handlers.plan_screens import date_lines, kept_reply
from handlers.turn import Line, Replies, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.calendar import Doubt
from scheduler.domain.commands import AddPlanDate
from scheduler.domain.plans import (
    TITLE_LIMIT_CHARS,
    Child,
    ChildId,
    DateKind,
    Moment,
    PlanDate,
    PlanDateId,
    PlanKind,
)
from scheduler.domain.reading_requests import read_request

# What a conversation may begin with: a whole sentence, or the pieces themselves.
SAID = "said"
COMPUTED = "computed"
_CONFIRM = "confirm"
# Words beside the date in a request; they name an own date if it turns out to be one.
_WORDS = "words"
_OPENING = re.compile(
    r"^(?:please |pls |por favor )?(?:can you |could you |puede[s]? )?"
    r"(?:remind (?:me|us)(?: to| about| of| that)?|add|save|put|note"
    r"|recu[eé]rdame(?: que| de)?|recordarme|agregar?|anota|apunta)\b"
    r"(?: (?:a|an|the|my|la|el|mi)\b)?",
    re.IGNORECASE,
)

# "reading goal is due" is called "reading goal"; "the goal" is no name.
_DUE = re.compile(
    r"\s*\b(?:(?:is|are|comes|es|vence)\s+)*(?:due(?:\s+date)?(?:\s+is)?|vence|es|is)$",
    re.IGNORECASE,
)
_ANY_GOAL = re.compile(
    r"(?:(?:the|my|a|an|his|her|iep|el|la|mi|su|de|del|una|\w+['\u2019]s)\s*)*"
    r"(?:goals?|metas?|objetivos?)?(?:\s*(?:del?)?\s*iep)?(?:\s+date)?",
    re.IGNORECASE,
)


def _begin(data: Data, context: Context) -> Go:
    """Read what was said, if anything, and ask the first thing that is missing."""
    known = only_child(context) | {key: value for key, value in data.items() if key != SAID}
    if SAID not in data:
        return _ask_next(known)
    read = read_request(
        data[SAID],
        today=context.today,
        language=context.language,
        nicknames=[child.nickname for child in context.children],
    )
    found = {NICKNAME: read.nickname, KIND: read.kind, PLAN: read.plan}
    known |= {key: str(value) for key, value in found.items() if value}
    go = _ask_next({**known, **_words_of(read.moment.rest), **day_of(read.moment, context)})
    impossible = read.moment.doubt is Doubt.IMPOSSIBLE
    return replace(go, hint=(phrase("day-impossible"),)) if impossible else go


def _words_of(rest: str) -> Data:
    words = _OPENING.sub("", rest).strip(" ,.;:-")
    return {_WORDS: words} if 0 < len(words) <= TITLE_LIMIT_CHARS else {}


def _ask_next(data: Data) -> Go:
    """The first question whose answer is missing; the last one once none is."""
    kind = data.get(KIND, "")
    if kind in USUAL_PLAN:
        data = {PLAN: USUAL_PLAN[kind].value, **data}
    name = _name_in(data.get(_WORDS, ""), kind)
    if name:
        data = {TITLE: name, **data}
    needed = (NICKNAME, KIND, PLAN, DAY, *((TITLE,) if kind == DateKind.OWN else ()))
    missing = next((piece for piece in needed if piece not in data), _CONFIRM)
    return Go(WHICH if missing == DAY and OFFERS in data else missing, data)


def _name_in(words: str, kind: str) -> str:
    """What the words of a request call a date that has a name: "reading goal"; else nothing."""
    if kind == DateKind.GOAL_DUE:
        name = _DUE.sub("", words).strip()
        return "" if _ANY_GOAL.fullmatch(name) else name
    return words if kind == DateKind.OWN else ""


def _ask_confirm(data: Data, context: Context) -> Question:
    """Echo everything: a slip is seen before it is kept."""
    plan_date = _as_kept(data, context)
    opening = "add-confirm-computed" if COMPUTED in data else "add-confirm"
    lines: tuple[Line, ...] = (phrase(opening), *date_lines(plan_date, show_zone=True))
    rows: Rows = YES_OR_CHANGE
    if plan_date.kind is DateKind.MEETING and plan_date.at is None:
        lines = (*lines, phrase("add-no-hour-yet"))
        rows = (*rows, (Choice(phrase("button-add-hour"), HOUR),))
    return Question(lines, rows)


def _take_confirm(data: Data, answer: Answer, context: Context) -> Move:
    if agreed(answer):
        return Done(_command(data))
    match answer:
        case Chose(value=value) if value in (CHANGE, HOUR):
            return Go(value, data)
        case Typed():
            return _corrected(data, answer, context)
        case _:
            return Again((phrase("confirm-tap"),))


def _corrected(data: Data, answer: Typed, context: Context) -> Move:
    """Take another day that was written instead of a yes; not the day of something else."""
    if other_news(answer.text, data[KIND], context):
        return Again((phrase("confirm-tap"),))
    move = take_day(without_offers(data), answer, context, which=WHICH, then=_moved)
    return Again((phrase("confirm-tap"),)) if isinstance(move, Again) else move


def _moved(data: Data, moment: Moment, rest: str) -> Move:
    del rest
    at = moment.at or moment_of(data[DAY]).at
    return _ask_next({**data, DAY: written(Moment(moment.on, at))})


def _changeable(data: Data) -> tuple[str, ...]:
    kind = DateKind(data[KIND])
    planned = () if kind is DateKind.OWN else (PLAN,)
    return (DAY, HOUR, NICKNAME, KIND, *planned, *((TITLE,) if kind in TITLED else ()))


def _ask_change(data: Data, context: Context) -> Question:
    del context
    return Question((phrase("change-what"),), pieces(_changeable(data)))


def _take_change(data: Data, answer: Answer, context: Context) -> Move:
    match answer:
        case Chose(value=value) if value in _changeable(data):
            return Go(value, without_offers(data))
        case Typed():
            return _corrected(data, answer, context)
        case _:
            return Again((phrase("confirm-tap"),))


def _as_kept(data: Data, context: Context) -> PlanDate:
    """The date as it would be kept, to be shown like any other."""
    command = _command(data)
    return PlanDate(
        PlanDateId(0),
        Child(ChildId(0), command.nickname),
        command.plan,
        command.kind,
        command.due_on,
        context.zone_info.key,
        command.at,
        command.title,
    )


def _command(data: Data) -> AddPlanDate:
    moment = moment_of(data[DAY])
    kind = DateKind(data[KIND])
    title = data.get(TITLE) if kind in TITLED else None
    return AddPlanDate(data[NICKNAME], PlanKind(data[PLAN]), kind, moment.on, moment.at, title)


async def _finish(turn: Turn, command: AddPlanDate, draft_id: int) -> Replies:
    result = await actions.add_plan_date(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    if isinstance(result, actions.AlreadyDone):
        return toast(phrase("toast-already-done"))
    return kept_reply(turn, result)


ADD_DATE = flow(
    "add-date",
    version=1,
    steps=(
        *piece_steps(_ask_next),
        Step(_CONFIRM, _ask_confirm, _take_confirm),
        Step(CHANGE, _ask_change, _take_change),
    ),
    begin=_begin,
    finish=_finish,
    needs_zone=True,
)
