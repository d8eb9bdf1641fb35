"""What the chat page is shown: messages made ready for it, and the state of one seat."""

from datetime import datetime

from bot.local.files import StoredFile
from bot.local.json_object import JsonObject
from bot.local.people import Group, Person
from bot.local.rendering import to_html
from bot.local.telegram import LocalTelegram
from bot.local.transcript import Call


def show_message(telegram: LocalTelegram, message: JsonObject) -> JsonObject:
    """A Message with what spares the page work: whose it is, HTML, buttons, the file."""
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return {
        **message,
        "from_bot": message.get("from", {}).get("id") == telegram.bot["id"],
        "html": to_html(text, entities),
        "keyboard": _keyboard(message),
        "file": _file(telegram, message),
    }


def _keyboard(message: JsonObject) -> list[list[JsonObject]] | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard")
    return [[_button(button) for button in row] for row in rows] if rows else None


def _button(button: JsonObject) -> JsonObject:
    shown: JsonObject = {"text": button["text"]}
    if url := button.get("url"):
        shown["url"] = url
    elif data := button.get("callback_data"):
        shown["data"] = data
    elif copy := button.get("copy_text"):
        shown["copy"] = copy["text"]
    else:
        shown["inline"] = _switched(button)
    return shown


def _switched(button: JsonObject) -> str:
    """The query that a button puts behind the bot's name, in whichever chat."""
    chosen = button.get("switch_inline_query_chosen_chat") or {}
    here = button.get("switch_inline_query_current_chat")
    return str(here or button.get("switch_inline_query") or chosen.get("query", ""))


def _file(telegram: LocalTelegram, message: JsonObject) -> JsonObject | None:
    found: JsonObject | None = message.get("document")
    if message.get("photo"):
        found = message["photo"][-1]
    stored = telegram.files.find(found["file_id"]) if found else None
    return _shown_file(stored) if stored else None


def _shown_file(stored: StoredFile) -> JsonObject:
    return {
        "name": stored.name,
        "url": f"/local/file/{stored.file_id}",
        "size": len(stored.content),
        "mime": stored.mime,
    }


async def show_clock(telegram: LocalTelegram) -> JsonObject:
    """The clock: now, whether it stands still, and when something is due next."""
    due = await telegram.next_due() if telegram.next_due else None
    return {
        "now": _instant(telegram.clock.now()),
        "frozen": telegram.clock.frozen,
        "next_due": _instant(due) if due else None,
    }


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def show_commands(
    telegram: LocalTelegram, chat: Person | Group, person: Person
) -> list[JsonObject]:
    """The command menu as the person sees it in the chat."""
    return telegram.menus.shown(chat, person)


async def show_state(telegram: LocalTelegram, chat: Person | Group, person: Person) -> JsonObject:
    """All that the page needs to draw a chat from nothing."""
    return {
        "bot": _bot(telegram, person),
        "me": show_person(person),
        "persons": [show_person(other) for other in telegram.people.persons.values()],
        "groups": [
            {"id": group.id, "title": group.title, "type": group.kind.value}
            for group in telegram.people.groups.values()
            if person.id in group.members and group.migrated_to is None
        ],
        "messages": [show_message(telegram, m) for m in telegram.messages(chat.id)],
        "commands": show_commands(telegram, chat, person),
        "clock": await show_clock(telegram),
        "typing": telegram.is_typing(chat.id),
        "pinned": telegram.pinned.get(chat.id),
        "live_hint": telegram.live_hint,
    }


def _bot(telegram: LocalTelegram, person: Person) -> JsonObject:
    language = person.language or ""
    return {
        "name": telegram.profile_text("name", language) or telegram.bot["first_name"],
        "username": telegram.bot["username"],
        "description": telegram.profile_text("description", language),
        "short_description": telegram.profile_text("short_description", language),
    }


def show_person(person: Person) -> JsonObject:
    """A person as the page lists them."""
    return {
        "id": person.id,
        "name": person.name,
        "language": person.language,
        "blocked": person.blocked,
        "chat_id": person.id,
        "role": person.role,
    }


def show_call(call: Call) -> JsonObject:
    """A call of the transcript as JSON."""
    return {
        "at": _instant(call.at),
        "method": call.method,
        "params": call.params,
        "ok": call.ok,
        "result": call.result,
        "error": call.error,
        "error_code": call.error_code,
        "fault": call.fault,
    }
