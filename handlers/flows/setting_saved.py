"""The end of every conversation about a setting: one action, then all settings shown."""

from handlers.settings_screen import settings_screen
from handlers.turn import Form, Pressed, Replies, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.commands import ChangeSettings


async def save_setting(turn: Turn, command: ChangeSettings, draft_id: int | None) -> Replies:
    """Keep the setting, close the draft, and show what is set now."""
    changed = await actions.change_settings(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=draft_id, now=turn.now
    )
    if isinstance(changed, actions.AlreadyDone):
        return toast(phrase("toast-already-done"))
    form = Form.EDIT if isinstance(turn.act, Pressed) else Form.NEW
    saved = phrase("settings-saved", moved=changed.moved)
    return settings_screen(changed.after, saved, form=form)
