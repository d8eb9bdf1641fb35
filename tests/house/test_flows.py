"""Conversations: all are listed, named once, and every question of theirs is walked to."""

import pkgutil
from collections import Counter
from importlib import import_module

from handlers import flows, routes
from handlers.flows.steps import Flow
from tests.handlers.flows.walks import WALKS

_ENGINE_COLUMN_CHARS = 32
"""What the column for a conversation's name and step holds."""


def test_flows_when_written_then_each_is_listed() -> None:
    """A conversation that ``routes.FLOWS`` does not list would be closed after a restart."""
    names = [module.name for module in pkgutil.iter_modules(flows.__path__)]
    written = {
        id(value): value.name
        for name in names
        for value in vars(import_module(f"handlers.flows.{name}")).values()
        if isinstance(value, Flow)
    }
    assert sorted(written.values()) == sorted(flow.name for flow in routes.FLOWS)


def test_flows_when_named_then_no_two_share_a_name() -> None:
    """A draft finds its conversation by name, and its question by slug."""
    names = Counter(flow.name for flow in routes.FLOWS)
    slugs = Counter((flow.name, step.slug) for flow in routes.FLOWS for step in flow.steps)

    assert [name for name, times in (names + slugs).items() if times > 1] == []


def test_flows_when_kept_then_their_names_fit_the_column() -> None:
    """Names and slugs are short, without the colon and the space that buttons and paths use."""
    words = {flow.name for flow in routes.FLOWS}
    words |= {step.slug for flow in routes.FLOWS for step in flow.steps}

    assert [
        word for word in words if len(word) > _ENGINE_COLUMN_CHARS or set(word) & {":", " "}
    ] == []


def test_steps_when_counted_then_each_is_walked_to() -> None:
    """A new question needs a walk that asks it (tests/handlers/flows/walks.py)."""
    asked = {(walk.flow, slug) for walk in WALKS for _, slug in walk.way}
    wanted = {(flow.name, step.slug) for flow in routes.FLOWS for step in flow.steps}

    assert wanted - asked == set()
