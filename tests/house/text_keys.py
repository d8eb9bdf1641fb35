"""Which sentences the code asks for: keys written out, and keys put together from enums."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import handlers
from faq.decision import Aside
from faq.entry import Area
from handlers import routes
from handlers.flows.add_date_pieces import TITLED, USUAL_PLAN
from handlers.plan_buttons import Piece
from handlers.settings import Language
from handlers.settings_screen import Setting
from handlers.texts import loader
from handlers.turn import MediaKind
from scheduler.domain.calendar import Doubt
from scheduler.domain.delivery import LateReason
from scheduler.domain.errors import RefusalCode
from scheduler.domain.feedback import Reason
from scheduler.domain.kinds import KINDS, rule_of
from scheduler.domain.plans import CardsWanted, ChangeKind, DateKind, DateState, PlanKind
from scheduler.domain.reminders import Remark

_SAYS = {"phrase", "Phrase", "run_button"}
_OFFERED = (Doubt.TWO_READINGS, Doubt.BARE_MONTH, Doubt.PAST, Doubt.TOO_FAR)
_ADD_PIECES = {"day", "hour", "nickname", "kind", "plan", "title"}
_CHANGE_PIECES = {"what", "days", "nickname", "kind"}


def _each(prefix: str, values: Iterable[StrEnum]) -> set[str]:
    return {f"{prefix}-{value.value}" for value in values}


# A key that is put together in code, "{}" for what is filled in, and all that it can become.
PUT_TOGETHER: Mapping[str, set[str]] = {
    "add-ask-day-{}": _each("add-ask-day", TITLED),
    "area-{}": _each("area", Area),
    "aside-{}": {f"aside-{a.value.replace('_', '-')}" for a in Aside if a is not Aside.NONE},
    "button-add-{}": {f"button-add-{kind}" for kind in USUAL_PLAN},
    "button-add-{}-{}": {
        f"button-add-{kind}-{plan}"
        for kind in DateKind
        if kind not in USUAL_PLAN
        for plan in PlanKind
    },
    "button-cards-{}": _each("button-cards", CardsWanted),
    "button-language-{}": _each("button-language", Language),
    "button-piece-{}": {
        f"button-piece-{piece}" for piece in {*Piece, *_ADD_PIECES, *_CHANGE_PIECES}
    },
    "button-plan-{}": _each("button-plan", PlanKind),
    "button-reason-{}": _each("button-reason", Reason),
    "button-set-{}": _each("button-set", Setting),
    "button-snooze-{}": {f"button-snooze-{days}" for days in (0, 1, 3, 7)},
    "card-first-then-{}": _each("card-first-then", ChangeKind),
    "card-same-{}": _each("card-same", ChangeKind),
    "card-say-{}": _each("card-say", ChangeKind),
    "card-tip-{}": _each("card-tip", ChangeKind),
    "cards-{}": _each("cards", CardsWanted),
    "change-kind-{}": _each("change-kind", ChangeKind),
    "date-is-{}": _each("date-is", (state for state in DateState if state is not DateState.OPEN)),
    "day-{}": _each("day", _OFFERED),
    "kind-{}": _each("kind", DateKind),
    "late-{}": _each("late", LateReason),
    "letter-late{}": {"letter-late", "letter-late-several"},
    "media-{}": _each("media", MediaKind),
    "menu-{}": {f"menu-{name}" for name, command in routes.COMMANDS.items() if command.listed},
    "plan-{}": _each("plan", PlanKind),
    "refusal-{}": _each("refusal", RefusalCode),
    "remark-{}": _each("remark", Remark),
    "rule-{}-{}": {
        f"rule-{kind}-{plan}"
        for kind in DateKind
        for plan in PlanKind
        if rule_of(kind, plan).is_law
    },
    "stage-{}-{}": {
        f"stage-{kind}-{stage.slug}" for kind, e in KINDS.items() for stage in e.stages
    },
    "zone-name-{}": {f"zone-name-{slug}" for slug in loader._ZONE_SLUGS.values()},
    "{}-day": {"card-different-day", "card-no-school-day", "card-no-school-at-all-day"},
}


def modules() -> Iterator[ast.Module]:
    """All code under handlers, parsed."""
    for path in sorted(Path(handlers.__file__).parent.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def written_out() -> set[str]:
    """Every string that stands in the code: keys among them."""
    return {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def asked_outright() -> set[str]:
    """Keys that are given to ``phrase`` as they are."""
    return {
        key.value
        for key in _keys_given()
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def put_together() -> set[str]:
    """The f-strings that are given to ``phrase``, "{}" for what is filled in."""
    return {
        "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in key.values)
        for key in _keys_given()
        if isinstance(key, ast.JoinedStr)
    }


def _keys_given() -> Iterator[ast.expr]:
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) in _SAYS and node.args:
                yield node.args[0]


def called(call: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))
