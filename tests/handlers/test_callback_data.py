"""Button payloads on the wire: typed, versioned, at most 64 bytes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

import pytest

from handlers import routes
from handlers.callback_data import Payload, PayloadError, kinds_of, pack, unpack
from scheduler.domain.plans import PlanDateId


class Span(StrEnum):
    """A choice of one."""

    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Later(Payload):
    """One of each kind of field."""

    KIND: ClassVar[str] = "later"
    plan_date_id: PlanDateId
    span: Span
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class Bare(Payload):
    """No fields."""

    KIND: ClassVar[str] = "bare"


@dataclass(frozen=True, slots=True)
class Newer(Payload):
    """A payload whose fields changed meaning once."""

    KIND: ClassVar[str] = "bare"
    VERSION: ClassVar[int] = 2


KINDS = kinds_of((Later, Bare))
LATER = Later(PlanDateId(8123), Span.WEEK, date(2026, 10, 3), "2:30 pm")


def test_pack_when_read_back_then_gives_the_same_payload() -> None:
    """Every kind of field survives the wire, colons in the last one too."""
    assert unpack(pack(LATER), KINDS) == LATER


def test_pack_when_written_then_names_version_and_kind() -> None:
    """Fields follow the version and the kind in their order."""
    assert pack(LATER) == "v1:later:8123:week:2026-10-03:2:30 pm"


def test_pack_when_there_are_no_fields_then_is_the_head_alone() -> None:
    """A payload without fields has no trailing colon."""
    assert (pack(Bare()), unpack("v1:bare", KINDS)) == ("v1:bare", Bare())


def test_pack_when_longer_than_64_bytes_then_refuses() -> None:
    """Telegram takes 64 bytes, and an emoji is four of them."""
    with pytest.raises(PayloadError):
        pack(Later(PlanDateId(1), Span.DAY, date(2026, 10, 3), "🌙" * 11))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "v1",
        "v1:unknown:1",
        "v0:bare",
        "v2:bare",
        "v1:bare:extra",
        "v1:later:8123:week:2026-10-03",
        "v1:later:x:week:2026-10-03:note",
        "v1:later:1:year:2026-10-03:note",
        "v1:later:1:week:2026-13-05:note",
        "snooze_8123",
        "🙂" * 16,
    ],
)
def test_unpack_when_old_foreign_or_broken_then_gives_none(text: str) -> None:
    """What this release cannot read is nothing, never a fault."""
    assert unpack(text, KINDS) is None


def test_unpack_when_the_version_was_raised_then_old_buttons_are_not_read() -> None:
    """A button of an earlier meaning is not taken for a new one."""
    assert unpack("v1:bare", kinds_of((Newer,))) is None


def test_kinds_of_when_two_share_a_name_then_refuses() -> None:
    """A name on the wire means one thing."""
    with pytest.raises(PayloadError):
        kinds_of((Bare, Newer))


def test_kinds_of_the_bot_then_are_all_routed() -> None:
    """Every kind of button that can be read is answered by somebody."""
    assert set(routes.KINDS.values()) == set(routes.PRESSES)
