"""Methods by which updates reach the bot: long polling and the webhook."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.local.errors import ApiError, bad_request, conflict
from bot.local.guard import LOOPBACK_NAMES
from bot.local.json_object import JsonObject
from bot.local.payload import Params
from bot.local.state import State

POLL_SECONDS = 50  # the longest wait that Telegram's own server allows
UPDATES_IN_ANSWER = 100  # Source: Bot API, getUpdates
SECRET_CHARS = 256  # Source: Bot API, setWebhook


async def get_updates(state: State, params: Params) -> list[JsonObject]:
    """The waiting updates, once there are some or the time is over."""
    if state.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete "
            "the webhook first"
        )
    _allow(state, params)
    limit = params.integer("limit", UPDATES_IN_ANSWER)
    return await state.updates.poll(
        offset=params.integer("offset"),
        limit=limit if 0 < limit <= UPDATES_IN_ANSWER else UPDATES_IN_ANSWER,
        within=min(max(params.integer("timeout"), 0), POLL_SECONDS),
    )


def _allow(state: State, params: Params) -> None:
    """Take over the wanted kinds; a call that names none leaves them as they were."""
    try:
        kinds: Any = params.nested("allowed_updates")
    except ValueError:
        return
    if isinstance(kinds, list):
        state.updates.allow(str(kind) for kind in kinds)


def set_webhook(state: State, params: Params) -> bool:
    """Have updates posted to a loopback address; an empty one ends it."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(state, params)
    _check_webhook(url, secret)
    _allow(state, params)
    if params.flag("drop_pending_updates"):
        state.updates.clear()
    state.updates.end_poll("terminated by setWebhook request")
    state.webhook.set(url, secret=secret, connections=params.integer("max_connections", 40))
    return True


def _check_webhook(url: str, secret: str) -> None:
    if len(secret) > SECRET_CHARS:
        raise bad_request("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.hostname not in LOOPBACK_NAMES:
        raise ApiError(400, "Bad Request: bad webhook: the local server posts to loopback only")


def delete_webhook(state: State, params: Params) -> bool:
    """End the posting of updates."""
    if params.flag("drop_pending_updates"):
        state.updates.clear()
    state.webhook.remove()
    return True


def get_webhook_info(state: State, params: Params) -> JsonObject:  # noqa: ARG001
    """Where updates are posted to and how that goes."""
    return state.webhook.info()
