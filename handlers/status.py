"""The next messages with their exact local times, and an honest word about late ones."""

from faq.decision import CommandKind
from handlers.menu import BACK_TO_MENU, run_button
from handlers.subject import Command, Subject
from handlers.titles import notice_title
from handlers.turn import GAP, Line, Replies, Turn, ZoneName, new, phrase
from scheduler import actions


async def _status(turn: Turn, words: str) -> Replies:
    del words
    status = await actions.status_of(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    coming: tuple[Line, ...] = tuple(_coming(message) for message in status.upcoming)
    late: tuple[Line, ...] = tuple(_late(message) for message in status.late)
    lines: tuple[Line, ...] = (phrase("status-next"), *coming)
    if not coming:
        lines = (phrase("status-none"),)
    elif turn.chat.zone:
        lines = (*lines, phrase("status-zone", zone=ZoneName(turn.chat.zone)))
    tail: tuple[Line, ...] = (phrase("status-late"), *late) if late else (phrase("status-on-time"),)
    buttons = ((run_button("button-dates", "dates"), BACK_TO_MENU),)
    return new(*lines, GAP, *tail, buttons=buttons)


def _coming(message: actions.Upcoming) -> Line:
    return phrase("status-coming", at=message.due_at, what=notice_title(message.notice))


def _late(message: actions.LateMessage) -> Line:
    reason = phrase(f"late-{message.reason.value}")
    what = notice_title(message.notice)
    if message.sent_at is None:
        return phrase("status-not-sent", due=message.due_at, what=what, reason=reason)
    return phrase(
        "status-sent-late", due=message.due_at, sent=message.sent_at, what=what, reason=reason
    )


SUBJECT = Subject(
    commands=(Command("status", _status),),
    wishes={CommandKind.STATUS: _status},
)
