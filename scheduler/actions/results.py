"""Answers that many actions share. Each action's own answers stand beside the action."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such thing in this chat's family: removed, forgotten, or somebody else's."""


@dataclass(frozen=True, slots=True)
class AlreadyDone:
    """The same was done before: a double tap, or the same update twice. Nothing changed."""
