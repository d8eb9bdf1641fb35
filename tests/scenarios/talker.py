"""A person on the local Telegram: says, taps, sends, and what came back on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import datetime

    from bot.local import Group, Person
    from bot.local.feed import Event
    from bot.local.json_object import JsonObject
    from tests.scenarios.emulated import EmulatedBot


@dataclass(frozen=True, slots=True)
class Shown:
    """Something of the bot's on the screen: a message, or (``edited``) one that changed."""

    at: datetime
    text: str
    buttons: tuple[tuple[str, str], ...]
    message_id: int
    edited: bool = False
    asked: bool = False

    def data_of(self, label: str) -> str | None:
        """What the button with ``label`` in its label carries."""
        return next((data for shown, data in self.buttons if label in shown), None)


class Talker:
    """One person, in the private chat or in ``chat`` where one is given."""

    def __init__(
        self, bot: EmulatedBot, person: Person, zone: str | None = None, chat: Group | None = None
    ) -> None:
        self.bot = bot
        self.person = person
        self.chat_id = chat.id if chat else person.id
        self.screen: list[Shown] = []
        self.toasts: list[str] = []
        self.log: list[str] = []
        self._zone = ZoneInfo(zone) if zone else None
        self._read = 0
        self._acting = False
        bot.telegram.feed.listen(self._see)

    def in_chat(self, group: Group) -> Talker:
        """The same person, writing in a group."""
        return Talker(self.bot, self.person, self._zone.key if self._zone else None, group)

    # --- acts -----------------------------------------------------------------------------

    async def says(self, *texts: str) -> str:
        """Write one text after the other; what the last one was answered."""
        answer = ""
        for text in texts:
            answer = await self._act(f"> {text}", lambda text=text: self._write(text))
        return answer

    async def taps(self, *labels: str) -> str:
        """Press the newest button with such a label, one after the other; the last answer."""
        answer = ""
        for label in labels:
            shown = self.shown_with(label)
            data = shown.data_of(label)
            answer = await self.presses(shown.message_id, data or "", log=f"> [{label}]")
        return answer

    async def presses(self, message_id: int, data: str, *, log: str = "") -> str:
        """Press a button with any data, as a forged client could."""
        ids: list[str] = []
        before = len(self.toasts)
        answer = await self._act(
            log or f"> [{data}]", lambda: ids.append(self._press(message_id, data))
        )
        query = self.bot.telegram.queries.find(ids[0])
        if query is not None and query.answer and query.answer.get("text"):
            self.toasts.append(query.answer["text"])
            self.log.append(f"  ({self.toasts[-1]})")
        said = [text for text in (*self.toasts[before:], answer) if text]
        return "\n\n".join(said)

    async def sends(self, kind: str, **fields: Any) -> str:
        """Send something that is no text; what it was answered."""

        def send() -> None:
            self.bot.telegram.sends(self.person, kind, chat_id=self.chat_id, **fields)

        return await self._act(f"> ({kind})", send)

    async def searches(self, text: str) -> JsonObject:
        """Type the bot's name and ``text`` in some chat; what the bot offers there."""
        query_id = self.bot.telegram.asks_inline(self.person, text)
        await self.bot.updates.until_empty()
        return await self.bot.telegram.answered(query_id)

    async def chooses(self, offered: JsonObject, place: int = 0) -> JsonObject:
        """Tap one of the results, which sends it to this chat; the message."""
        name = offered["results"][place]["id"]
        telegram, query_id = self.bot.telegram, offered["query_id"]
        sent = telegram.chooses(self.person, query_id, name, chat_id=self.chat_id)
        await self.bot.quiet()
        return sent

    # --- the screen -----------------------------------------------------------------------

    def heard(self) -> list[str]:
        """What came since this was last asked: "2026-10-01 09:00 first line of the text"."""
        new, self._read = self.screen[self._read :], len(self.screen)
        return [f"{self.local(each.at)} {each.text}" for each in new]

    def unasked(self) -> list[tuple[str, str]]:
        """Local minute and text of every message that came on its own, oldest first.

        A card that is due at once comes while its change is still being answered; only cards
        have a button to say that the child was told.
        """
        return [
            (self.local(each.at), each.text)
            for each in self.screen
            if not each.edited and (not each.asked or each.data_of("Told them"))
        ]

    def last(self) -> Shown:
        """What came last."""
        return self.screen[-1]

    def shown_with(self, label: str) -> Shown:
        """The newest thing that has a button with ``label`` in its label.

        Raises:
            LookupError: there is no such button.
        """
        seen: set[int] = set()
        for each in reversed(self.screen):
            if each.message_id not in seen and each.data_of(label) is not None:
                return each
            seen.add(each.message_id)
        raise LookupError(f"no button {label!r} below {self.screen[-1].text!r}")

    def local(self, at: datetime) -> str:
        """An instant by this person's clock, "2026-10-01 09:00"."""
        return at.astimezone(self._zone or self.bot.zone).strftime("%Y-%m-%d %H:%M")

    # --- within ---------------------------------------------------------------------------

    async def _act(self, log: str, do: Any) -> str:
        before = len(self.screen)
        self.log.append(f"\n{self.local(self.bot.clock.now())}  {log}")
        self._acting = True
        do()
        await self.bot.updates.until_empty()
        self._acting = False
        await self.bot.quiet()
        answer = "\n\n".join(each.text for each in self.screen[before:])
        await self.bot.breathe()
        return answer

    def _write(self, text: str) -> None:
        self.bot.telegram.says(self.person, text, chat_id=self.chat_id)

    def _press(self, message_id: int, data: str) -> str:
        return self.bot.telegram.presses(self.person, message_id, data, chat_id=self.chat_id)

    def _see(self, event: Event) -> None:
        content = event.content
        if event.chat_id != self.chat_id or event.kind not in {"message", "edit"}:
            return
        if content.get("from", {}).get("id") != self.bot.telegram.bot["id"]:
            return
        edited = event.kind == "edit"
        shown = Shown(
            self.bot.clock.now(),
            content.get("text") or content.get("caption") or "",
            _buttons(content),
            content["message_id"],
            edited,
            self._acting,
        )
        self.screen.append(shown)
        self.log.append(self._logged(shown))

    def _logged(self, shown: Shown) -> str:
        how = "changed: " if shown.edited else "" if shown.asked else f"{self.local(shown.at)}: "
        lines = [f"< {how}{shown.text}"]
        if shown.buttons:
            lines.append("".join(f"[{label}] " for label, _ in shown.buttons).rstrip())
        return "\n  ".join("\n".join(lines).split("\n"))


def _buttons(message: JsonObject) -> tuple[tuple[str, str], ...]:
    rows = message.get("reply_markup", {}).get("inline_keyboard") or []
    return tuple((button["text"], _leads(button)) for row in rows for button in row)


def _leads(button: JsonObject) -> str:
    return str(
        button.get("callback_data") or button.get("url") or button.get("switch_inline_query", "")
    )
