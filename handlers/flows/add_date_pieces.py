"""The pieces of a plan date, one question each: child, kind, plan, day, name, hour.

What is asked next, and how it ends, is in ``add_date.py``.
"""

from collections.abc import Callable, Mapping
from functools import partial

from handlers.errors import refusal_line
from handlers.flows.child import NICKNAME, ask_child, take_child
from handlers.flows.days import (
    DOUBT,
    doubt_line,
    moment_of,
    offered,
    offers_of,
    take_day,
    written,
)
from handlers.flows.steps import (
    Again,
    Answer,
    Choice,
    Chose,
    Context,
    Data,
    Go,
    Move,
    Question,
    Step,
    Typed,
)
from handlers.turn import phrase
from scheduler.domain.calendar import Reading, read_moment, read_time
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import TITLE_LIMIT_CHARS, DateKind, Moment, PlanKind
from scheduler.domain.reading_requests import read_request

KIND = "kind"
PLAN = "plan"
DAY = "day"
WHICH = "which"
TITLE = "title"
HOUR = "hour"
_NO_HOUR = "no-hour"

# Kinds that nearly always belong to one plan, and own dates, are not worth a question.
USUAL_PLAN: Mapping[str, PlanKind] = {
    DateKind.GOAL_DUE: PlanKind.IEP,
    DateKind.PROGRESS_REPORT: PlanKind.IEP,
    DateKind.OWN: PlanKind.IEP,
}
TITLED = frozenset({DateKind.OWN, DateKind.GOAL_DUE})
_TIMED = frozenset({DateKind.MEETING, DateKind.ANNUAL_REVIEW, DateKind.REEVALUATION})

AskNext = Callable[[Data], Go]


def piece_steps(ask_next: AskNext) -> tuple[Step, ...]:
    """The questions for all pieces; ``ask_next`` says what follows an answer."""

    def take_child_piece(data: Data, answer: Answer, context: Context) -> Move:
        return take_child(data, answer, context, then=ask_next)

    def take_day_piece(data: Data, answer: Answer, context: Context) -> Move:
        then = partial(_with_day, ask_next=ask_next)
        return take_day(data, answer, context, which=WHICH, then=then)

    return (
        Step(NICKNAME, _ask_child, take_child_piece),
        Step(KIND, _ask_kind, partial(_take_kind, ask_next=ask_next)),
        Step(PLAN, _ask_plan, partial(_take_plan, ask_next=ask_next)),
        Step(DAY, _ask_day, take_day_piece),
        Step(WHICH, _ask_which, take_day_piece),
        Step(TITLE, _ask_title, partial(_take_title, ask_next=ask_next)),
        Step(HOUR, _ask_hour, partial(_take_hour, ask_next=ask_next)),
    )


def title_too_long() -> Again:
    """A name that has to be shorter."""
    return Again((refusal_line(Refusal(RefusalCode.TITLE_TOO_LONG)),))


def _ask_child(data: Data, context: Context) -> Question:
    del data
    return ask_child("add-ask-child", context)


def _ask_kind(data: Data, context: Context) -> Question:
    del context
    return Question((phrase("add-ask-kind", nickname=data[NICKNAME]),), _KIND_ROWS)


def _kind_choice(kind: DateKind, plan: PlanKind | None = None) -> Choice:
    if plan is None:
        return Choice(phrase(f"button-add-{kind.value}"), kind.value)
    return Choice(phrase(f"button-add-{kind.value}-{plan.value}"), f"{kind.value}/{plan.value}")


_KIND_ROWS = (
    *(
        (_kind_choice(kind, PlanKind.IEP), _kind_choice(kind, PlanKind.PLAN_504))
        for kind in DateKind
        if kind not in USUAL_PLAN
    ),
    (_kind_choice(DateKind.GOAL_DUE), _kind_choice(DateKind.PROGRESS_REPORT)),
    (_kind_choice(DateKind.OWN),),
)


def _take_kind(data: Data, answer: Answer, context: Context, ask_next: AskNext) -> Move:
    """Keep the kind, and the plan that the same button or words named."""
    kind, plan = _kind_of(answer, context)
    if kind is None:
        return Again((phrase("add-kind-not-read"),))
    if isinstance(answer, Typed) and DAY not in data:
        # Who writes a whole sentence is not asked again for the day in it.
        read = read_moment(answer.text, today=context.today, language=context.language)
        data = {**data, **day_of(read, context)}
    # Another kind may belong to another plan, so the plan of the old one goes.
    kept = {key: data[key] for key in data if key != PLAN or kind not in USUAL_PLAN}
    return ask_next({**kept, KIND: kind.value, **({PLAN: plan.value} if plan else {})})


def day_of(reading: Reading, context: Context) -> Data:
    """The day as kept in the draft, or what a doubtful one may mean; nothing where none is."""
    if reading.doubt is None:
        return {DAY: written(reading.moments[0])}
    return offers_of(reading, context)


def _kind_of(answer: Answer, context: Context) -> tuple[DateKind | None, PlanKind | None]:
    match answer:
        case Typed(text=text):
            read = read_request(text, today=context.today, language=context.language, nicknames=())
            return read.kind, read.plan
        case Chose(value=value):
            kind, _, plan = value.partition("/")
            return (
                next((each for each in DateKind if each.value == kind), None),
                next((each for each in PlanKind if each.value == plan), None),
            )
        case _:
            return None, None


def _ask_plan(data: Data, context: Context) -> Question:
    del data, context
    row = tuple(Choice(phrase(f"button-plan-{plan.value}"), plan.value) for plan in PlanKind)
    return Question((phrase("add-ask-plan"),), (row,))


def _take_plan(data: Data, answer: Answer, context: Context, ask_next: AskNext) -> Move:
    del context
    match answer:
        case Chose(value=text) | Typed(text=text):
            plan = next((each for each in PlanKind if each.value in text.casefold()), None)
        case _:
            plan = None
    return ask_next({**data, PLAN: plan.value}) if plan else Again((phrase("add-plan-not-read"),))


def _ask_day(data: Data, context: Context) -> Question:
    del context
    kind = DateKind(data[KIND])
    if kind in TITLED:
        return Question((phrase(f"add-ask-day-{kind.value}"),))
    return Question((phrase("add-ask-day-timed" if kind in _TIMED else "add-ask-day"),))


def _ask_which(data: Data, context: Context) -> Question:
    del context
    line = doubt_line(data) if DOUBT in data else phrase("add-ask-day")
    return Question((line,), offered(data))


def _with_day(data: Data, moment: Moment, rest: str, ask_next: AskNext) -> Move:
    """Keep the day, and what stands beside it as the name of a date that has one."""
    if DateKind(data[KIND]) not in TITLED or TITLE in data or not rest:
        return ask_next({**data, DAY: written(moment)})
    if len(rest) > TITLE_LIMIT_CHARS:
        return title_too_long()
    return ask_next({**data, DAY: written(moment), TITLE: rest})


def _ask_title(data: Data, context: Context) -> Question:
    del data, context
    return Question((phrase("add-ask-title"),))


def _take_title(data: Data, answer: Answer, context: Context, ask_next: AskNext) -> Move:
    del context
    title = " ".join(answer.text.split()) if isinstance(answer, Typed) else ""
    if not title:
        return Again((phrase("title-not-read"),))
    return title_too_long() if len(title) > TITLE_LIMIT_CHARS else ask_next({**data, TITLE: title})


def _ask_hour(data: Data, context: Context) -> Question:
    del data, context
    return Question((phrase("add-ask-hour"),), ((Choice(phrase("button-no-hour"), _NO_HOUR),),))


def _take_hour(data: Data, answer: Answer, context: Context, ask_next: AskNext) -> Move:
    on = moment_of(data[DAY]).on
    if isinstance(answer, Chose) and answer.value == _NO_HOUR:
        return ask_next({**data, DAY: written(Moment(on))})
    typed = answer.text if isinstance(answer, Typed) else ""
    at = read_time(typed, language=context.language)
    if at is None:
        return Again((phrase("hour-not-read"),))
    return ask_next({**data, DAY: written(Moment(on, at))})
