"""What the running bot knows of its own state, for ``/healthz``, ``/metrics`` and the log."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from prometheus_client import CollectorRegistry, Counter, Gauge

from scheduler.domain.delivery import Outcome

log = logging.getLogger(__name__)

# A loop that has not been heard of for this long is not well: both beat far more often.
SILENCE = timedelta(minutes=3)


class Part(StrEnum):
    """The parts whose beat is watched."""

    RECEIVING = "receiving"
    SENDING = "sending"


class Trouble(StrEnum):
    """What can be wrong between the bot and Telegram, each with its remedy in the log."""

    UNREACHABLE = "unreachable"
    SECOND_INSTANCE = "second-instance"
    TOKEN_REFUSED = "token-refused"  # noqa: S105 - a code, not a token
    ASKED_TO_WAIT = "asked-to-wait"


_REMEDY = {
    Trouble.UNREACHABLE: "Telegram is out of reach; trying again until it answers",
    Trouble.SECOND_INSTANCE: (
        "another process is receiving with this token (409): stop one of the two, "
        "or set WEBHOOK_URL to run several"
    ),
    Trouble.TOKEN_REFUSED: "Telegram refuses BOT_TOKEN (401): compare it with @BotFather's",
    Trouble.ASKED_TO_WAIT: "Telegram asks to wait (429); trying again when it said",
}


@dataclass(slots=True)
class Health:
    """Beats and troubles of one process; written by the loops, read by the web door."""

    started_at: datetime
    beats: dict[Part, datetime] = field(default_factory=dict)
    trouble: Trouble | None = None

    def beat(self, part: Part, *, now: datetime) -> None:
        """Note that ``part`` went round its loop."""
        self.beats[part] = now

    def report(self, trouble: Trouble | None) -> None:
        """Note what is wrong with receiving, None when it is well; logs each turn once."""
        if trouble is not None and trouble is not self.trouble:
            log.warning("%s", _REMEDY[trouble])
        if trouble is None and self.trouble is not None:
            log.info("Telegram answers again")
        self.trouble = trouble

    def is_well(self, *, now: datetime) -> bool:
        """Tell whether Telegram answers and no part has fallen silent."""
        return self.trouble is None and not self.silent(now=now)

    def silent(self, *, now: datetime) -> tuple[Part, ...]:
        """Return the parts that have not beaten for ``SILENCE``, counted from the start."""
        return tuple(p for p in Part if now - self.beats.get(p, self.started_at) > SILENCE)


class Figures:
    """Counters and gauges of one process, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "plankeeper_updates_total", "Updates handled", registry=self.registry
        )
        self.letters = Counter(
            "plankeeper_letters_total",
            "Unasked messages by outcome",
            ["outcome"],
            registry=self.registry,
        )
        self.well = Gauge("plankeeper_well", "1 when healthy", registry=self.registry)
        self.late_seconds = Gauge(
            "plankeeper_overdue_seconds",
            "How far the next due instant lies in the past",
            registry=self.registry,
        )

    def count_letter(self, outcome: Outcome) -> None:
        """Count one try to send an unasked message, by what came of it."""
        self.letters.labels(type(outcome).__name__.lower()).inc()
