"""Updates as Telegram writes them, and what is read in them."""

from typing import Any

from handlers.gateway.reading import read_update
from handlers.menu import Run
from handlers.turn import Act

MAYA = {"id": 7, "is_bot": False, "first_name": "Maya", "language_code": "es-US"}
BOT = {"id": 1, "is_bot": True, "first_name": "Plankeeper", "username": "Plankeeper_bot"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "Other", "username": "other_bot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Maya"}
GROUP = {"id": -5, "type": "supergroup", "title": "Parents"}
CHANNEL = {"id": -6, "type": "channel", "title": "News"}
FILE = {"file_id": "f", "file_unique_id": "u"}


def read(kind: str, content: dict[str, Any], bot_name: str = "Plankeeper_bot") -> Any:
    """What an update with this content is."""
    update = {"update_id": 3, kind: content}
    return read_update(update, {Run.KIND: Run}, {"help", "start"}, bot_name=bot_name)


def message(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    """A message of Maya's, or of whoever ``from`` names."""
    return {"message_id": 9, "date": 1, "chat": chat, "from": MAYA, **fields}


def act_of(kind: str = "message", *, bot_name: str = "Plankeeper_bot", **fields: Any) -> Act | None:
    """What such a message does."""
    incoming = read(kind, message(**fields), bot_name)
    return incoming.act if incoming else None
