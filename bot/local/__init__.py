"""A Bot API server of our own: persons, chats and the methods a bot calls, all on this machine.

It stands in for Telegram when there is no token and no network. It knows nothing of plans,
dates or answers: a bot reaches it only over HTTP, as it would reach Telegram.
"""

from bot.local.clock import LocalClock
from bot.local.faults import Fault, FaultKind
from bot.local.limits import TELEGRAM_LIMITS, RateLimits
from bot.local.people import Group, GroupKind, Person
from bot.local.server import Serving, create_app, serve
from bot.local.state import Options
from bot.local.telegram import LocalTelegram

__all__ = [
    "TELEGRAM_LIMITS",
    "Fault",
    "FaultKind",
    "Group",
    "GroupKind",
    "LocalClock",
    "LocalTelegram",
    "Options",
    "Person",
    "RateLimits",
    "Serving",
    "create_app",
    "serve",
]
