"""Answers and letters, sent to a local Telegram that is as strict as the real one."""

import pytest

from bot.local import LocalTelegram, Person
from handlers.gateway.outbound import Outbound
from handlers.menu import Run
from handlers.turn import (
    GAP,
    Attachment,
    Button,
    Phrase,
    Reply,
    Words,
    edit,
    new,
    phrase,
    toast,
)
from scheduler.domain.plans import ChatId, Preferences
from tests.handlers.gateway.stands import Naps, preferences

HELP = ((Button(Words("Help"), Run("help")),),)


def _texts(telegram: LocalTelegram, person: Person) -> list[str]:
    return [message.get("text", message.get("caption")) for message in telegram.from_bot(person)]


async def test_answer_when_long_then_arrives_in_pieces_with_the_buttons_last(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A text over the limit arrives whole, in messages that Telegram takes."""
    await outbound.answer(chat, [new(Words("word & " * 1500), buttons=HELP)])
    came = telegram.from_bot(maya)
    text = "".join(f"{message['text']} " for message in came)
    marked = ["reply_markup" in message for message in came]
    assert (text, marked) == ("word & " * 1500, [False, False, True])


async def test_answer_when_it_quotes_then_the_message_with_the_buttons_is_the_reply(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Its buttons know the question; what does not quote is a message of its own."""
    asked = telegram.says(maya, "what is an IEP")["message_id"]
    quoting = Reply((Words("word & " * 700),), HELP, quotes=True)
    await outbound.answer(chat, [new(Words("first")), quoting], question_id=asked)
    replies = [m.get("reply_to_message", {}).get("text") for m in telegram.from_bot(maya)]
    assert replies == [None, None, "what is an IEP"]


async def test_answer_when_the_question_is_gone_then_comes_all_the_same(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A parent who deletes the question still gets the answer."""
    await outbound.answer(chat, [Reply((Words("here"),), quotes=True)], question_id=4711)
    assert _texts(telegram, maya) == ["here"]


async def test_answer_when_a_button_was_pressed_then_edits_its_message(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A press changes the message that it was made on, and stops spinning."""
    await outbound.answer(chat, [new(Words("before"), buttons=HELP)])
    pressed = telegram.from_bot(maya)[0]["message_id"]
    query = telegram.presses(maya, pressed, "v1:run:help")
    await outbound.answer(chat, [edit(Words("after"))], query_id=query, message_id=pressed)
    answered = await telegram.answered(query)
    assert (_texts(telegram, maya), answered.get("text")) == (["after"], "")


async def test_answer_when_pressed_twice_then_nothing_new_comes(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A double tap asks for the same words twice, which Telegram calls not modified."""
    await outbound.answer(chat, [new(Words("same"))])
    pressed = telegram.from_bot(maya)[0]["message_id"]
    await outbound.answer(chat, [edit(Words("same"))], message_id=pressed)
    assert _texts(telegram, maya) == ["same"]


async def test_answer_when_the_pressed_message_is_gone_then_writes_a_new_one(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Where there is nothing to change any more, the words come as a message."""
    await outbound.answer(chat, [edit(Words("after"), buttons=HELP)], message_id=12345)
    assert _texts(telegram, maya) == ["after"]


async def test_answer_when_an_edit_is_long_then_comes_as_messages(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """What does not fit into the pressed message comes below it."""
    await outbound.answer(chat, [new(Words("before"))])
    pressed = telegram.from_bot(maya)[0]["message_id"]
    await outbound.answer(chat, [edit(Words("a" * 5000))], message_id=pressed)
    assert [len(text) for text in _texts(telegram, maya)] == [6, 4096, 904]


async def test_answer_when_toasts_come_with_a_press_then_show_over_the_chat(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Toasts are shown with the answer to the press, cut to what a toast holds."""
    query = telegram.presses(maya, 1, "v1:run:help")
    toasts = [toast(phrase("too-fast")), Reply((Words("x" * 300),), form=toast(Phrase("x")).form)]
    await outbound.answer(chat, toasts, query_id=query, message_id=1)
    text = (await telegram.answered(query))["text"]
    assert (len(text), text[:14], _texts(telegram, maya)) == (200, "That was a lot", [])


async def test_answer_when_a_toast_has_no_press_then_comes_as_a_message(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Without a pressed button there is nowhere to show a toast: it becomes a message."""
    await outbound.answer(chat, [toast(phrase("too-fast"))])
    assert [text[:14] for text in _texts(telegram, maya)] == ["That was a lot"]


async def test_answer_when_a_toast_cannot_be_put_into_words_then_the_button_stops_spinning(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A fault in a toast costs its words, nothing else."""
    query = telegram.presses(maya, 1, "v1:run:help")
    replies = [toast(phrase("no-such-sentence")), new(Words("here"))]
    await outbound.answer(chat, replies, query_id=query, message_id=1)
    answered = await telegram.answered(query)
    assert (answered.get("text"), _texts(telegram, maya)) == ("", ["here"])


async def test_answer_when_the_press_is_too_old_then_the_words_come_all_the_same(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """An expired query cannot be answered; its reply can."""
    await outbound.answer(chat, [new(Words("here"))], query_id="1", message_id=1)
    assert _texts(telegram, maya) == ["here"]


@pytest.mark.parametrize("retry_after", [3, 45, 120])
async def test_answer_when_telegram_is_busy_then_waits_as_asked(
    outbound: Outbound,
    telegram: LocalTelegram,
    maya: Person,
    chat: Preferences,
    naps: Naps,
    retry_after: int,
) -> None:
    """A 429 is obeyed, and the answer comes after it."""
    telegram.fails("too_many_requests", "sendMessage", retry_after=retry_after)
    await outbound.answer(chat, [new(Words("here"))])
    assert (_texts(telegram, maya), naps.seconds) == (["here"], [retry_after])


async def test_answer_when_telegram_is_busy_for_long_then_gives_up(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences, naps: Naps
) -> None:
    """An answer of minutes ago would surprise more than help."""
    telegram.fails("too_many_requests", "sendMessage", retry_after=121)
    await outbound.answer(chat, [new(Words("here")), new(Words("and there"))])
    assert (_texts(telegram, maya), naps.seconds) == ([], [])


async def test_answer_when_the_bot_is_blocked_then_tries_once(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Nobody who blocked the bot is written to again and again."""
    telegram.blocks(maya)
    await outbound.answer(chat, [new(Words("here")), new(Words("and there"))])
    assert len(telegram.transcript.of("sendMessage")) == 1


@pytest.mark.parametrize("fault", ["server_error", "drop"])
async def test_answer_when_telegram_fails_for_a_moment_then_tries_again(
    outbound: Outbound,
    telegram: LocalTelegram,
    maya: Person,
    chat: Preferences,
    naps: Naps,
    fault: str,
) -> None:
    """A person who waits gets the answer after a short trouble, with growing pauses."""
    telegram.fails(fault, "sendMessage", times=2)
    await outbound.answer(chat, [new(Words("here"))])
    assert (_texts(telegram, maya), naps.seconds) == (["here"], [0.5, 1.0])


async def test_answer_when_telegram_stays_away_then_gives_up(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences, naps: Naps
) -> None:
    """Five tries, and then the next update has its turn."""
    telegram.fails("server_error", "sendMessage", times=None)
    await outbound.answer(chat, [new(Words("here"))])
    assert (_texts(telegram, maya), naps.seconds) == ([], [0.5, 1.0, 2.0, 4.0])


async def test_answer_when_the_group_moved_then_follows_it(
    outbound: Outbound, telegram: LocalTelegram, maya: Person
) -> None:
    """A group that became a supergroup is answered there."""
    group = telegram.group("Parents", maya)
    moved = telegram.migrates(group)
    await outbound.answer(preferences(group.id), [new(Words("here"))])
    assert [message["text"] for message in telegram.from_bot(moved.id)] == ["here"]


async def test_answer_when_telegram_refuses_then_says_a_kind_word(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """An answer that Telegram will never take is a fault of ours, and told as one."""
    await outbound.answer(chat, [new(GAP)])
    assert [text[:20] for text in _texts(telegram, maya)] == ["Something went wrong"]


async def test_answer_when_it_cannot_be_put_into_words_then_says_a_kind_word(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """A sentence that no catalog has is a fault of ours, and told as one."""
    await outbound.answer(chat, [new(phrase("no-such-sentence"))])
    assert [text[:20] for text in _texts(telegram, maya)] == ["Something went wrong"]


@pytest.mark.parametrize("words", ["short", "x" * 1024, "&" * 1024])
async def test_answer_when_a_file_has_few_words_then_they_are_its_caption(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences, words: str
) -> None:
    """A caption holds 1,024 characters as they show."""
    file = Attachment("a.txt", lambda _: b"content")
    await outbound.answer(chat, [Reply((Words(words),), attachment=file)])
    (message,) = telegram.from_bot(maya)
    assert (message["caption"], message["document"]["file_name"]) == (words, "a.txt")


async def test_answer_when_a_file_has_many_words_then_they_come_before_it(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences
) -> None:
    """Words too long for a caption are a message, and the file with its buttons follows."""
    file = Attachment("a.txt", lambda _: b"content")
    reply = Reply((Words("x" * 1025),), HELP, attachment=file)
    await outbound.answer(chat, [reply])
    text, document = telegram.from_bot(maya)
    assert (len(text["text"]), "caption" in document, "reply_markup" in document) == (
        1025,
        False,
        True,
    )


async def test_show_busy_when_the_bot_is_at_it_then_the_person_sees_typing(
    outbound: Outbound, telegram: LocalTelegram, maya: Person
) -> None:
    """Where no answer can be given yet, the chat shows that one is on its way."""
    await outbound.show_busy(maya.id)
    assert telegram.is_typing(maya.id)


async def test_show_busy_when_telegram_fails_then_nothing_comes_of_it(
    outbound: Outbound, telegram: LocalTelegram
) -> None:
    """A sign of life is no matter to fail for."""
    await outbound.show_busy(ChatId(99))
    assert [call.ok for call in telegram.transcript.of("sendChatAction")] == [False]
