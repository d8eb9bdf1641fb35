"""What every turn of a running bot shares."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handlers.desk import Desk
from handlers.recall import Recall
from handlers.sent_today import SentToday

if TYPE_CHECKING:
    from scheduler.actions import Sessions, Tally


@dataclass(frozen=True, slots=True)
class Means:
    """What every turn of a running bot shares.

    Attributes:
        sessions: the store, for actions only.
        tally: counts per topic, no message and no chat in them.
        recall: the last topic of each chat, in memory only.
        bot_name: the bot's username without @, for links to it.
        shares: whether Telegram lets the bot be asked from other chats (inline mode).
        sent: how many questions each chat sent today, in memory only.
    """

    sessions: "Sessions"
    desk: Desk
    tally: "Tally"
    recall: Recall
    bot_name: str
    shares: bool = False
    sent: SentToday = field(default_factory=SentToday)
