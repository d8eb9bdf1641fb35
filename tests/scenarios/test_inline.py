"""Answers in other chats: the real bot, asked by its name, with a family's data beside it."""

import io
import logging
import sqlite3
from pathlib import Path

import pytest

from bot.local import Options
from bot.wiring import CONTENT
from faq.entry import TopicId
from faq.loader import load_catalog
from tests.scenarios.emulated import EmulatedBot, open_bot
from tests.scenarios.families import family
from tests.scenarios.talker import Talker

# How somebody types in another chat, letter for letter and word for word.
SEARCHES = (
    "",
    "what is an iep",
    "FAPE?",
    "#504-review",
    "my dates",
    "remind me about the IEP meeting Oct 3",
    "Sam",
    "delete everything",
    "he wants to die",
    "qwxz marmalade",
    "x" * 256,
)
IEP, IEP_ES = (
    load_catalog(CONTENT).entry(TopicId("iep-what"), lang).title for lang in ("en", "es")
)
FAPE_ES = "FAPE: educación pública gratuita y apropiada (free appropriate public education)"
OF_THE_FAMILY = ("Sam", "America/", "Central", "2026-1")


def _rows(bot: EmulatedBot) -> list[str]:
    """Every row of every table."""
    with sqlite3.connect(bot.database) as db:
        rows = list(db.iterdump())
    db.close()
    return rows


async def test_search_when_made_then_touches_no_row_and_no_word_of_a_family(
    bot: EmulatedBot,
) -> None:
    """Whoever types what, nothing of a family is shown, and nothing at all is written."""
    maria = await family(bot)
    stranger = bot.person("Ben")
    before = _rows(bot)

    offers = [await who.searches(text) for who in (maria, stranger) for text in SEARCHES]

    assert _rows(bot) == before
    shown = [str(offer) for offer in offers]
    assert [words for words in OF_THE_FAMILY for text in shown if words in text] == []


async def test_search_when_somebody_blocked_the_bot_then_they_stay_blocked(
    bot: EmulatedBot,
) -> None:
    """A search is no word to the bot: it does not begin to write again."""
    maria = await family(bot)
    bot.telegram.blocks(maria.person)
    await bot.quiet()
    before = _rows(bot)

    await maria.searches("what is an iep")

    assert _rows(bot) == before


async def test_search_when_made_then_no_line_of_the_log_has_it(bot: EmulatedBot) -> None:
    """Neither words nor person."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    maria = bot.person("Maria")
    for text in SEARCHES:
        await maria.searches(text)
    logging.getLogger().removeHandler(handler)

    assert [
        w for w in ("marmalade", "wants to die", str(maria.chat_id)) if w in written.getvalue()
    ] == []


@pytest.mark.parametrize(
    ("language", "text", "first", "button"),
    [
        ("en", "what is an iep", IEP, None),
        ("es", "qué es un iep", IEP_ES, None),
        ("es", "FAPE", FAPE_ES, None),
        ("en", "he wants to die", "In danger? Call 911. Need to talk? 988", None),
        ("en", "my dates", None, "Let us do that in private"),
    ],
)
async def test_search_when_made_then_the_surest_comes_first(
    bot: EmulatedBot, language: str, text: str, first: str | None, button: str | None
) -> None:
    """The answer, the meaning, the help lines, or the way to the private chat."""
    offer = await bot.person("Maria", language=language).searches(text)

    titles = [result["title"] for result in offer["results"]]
    assert titles[:1] == ([first] if first else [])
    assert (offer["button"] or {}).get("text") == button


async def test_result_when_put_into_a_group_then_is_whole_and_the_bot_stays_silent(
    bot: EmulatedBot,
) -> None:
    """The group sees answer, source and day; the bot, which sees it too, does not answer itself."""
    maria = bot.person("Maria")
    there = maria.in_chat(bot.telegram.group("Parents", maria.person))

    sent = await there.chooses(await there.searches("what is an iep"))

    assert sent["text"].startswith(IEP)
    assert "Source:" in sent["text"]
    assert "Checked" in sent["text"]
    assert sent["text"].endswith("a bot that answers parents on 504 plans and IEPs.")
    assert there.screen == []


async def test_result_when_put_into_the_private_chat_then_the_bot_stays_silent(
    bot: EmulatedBot,
) -> None:
    """An answer that a person sends through the bot is no question."""
    maria = bot.person("Maria")

    await maria.chooses(await maria.searches("what is an iep"))

    assert maria.screen == []


async def test_share_when_tapped_then_leads_to_exactly_that_answer(bot: EmulatedBot) -> None:
    """What the button types finds the answer that it stands under."""
    maria = bot.person("Maria")
    await maria.says("what is an iep")
    query = maria.screen[0].data_of("Share")

    offer = await maria.searches(query or "")

    assert [result["title"] for result in offer["results"]] == [IEP]


async def test_inline_mode_when_off_then_the_bot_works_and_offers_no_sharing(
    tmp_path: Path,
) -> None:
    """Nobody has to switch anything on at BotFather."""
    async with open_bot(tmp_path, Options(inline=False)) as bot:
        maria: Talker = bot.person("Maria")

        assert IEP in await maria.says("what is an iep")
        assert maria.screen[0].data_of("Share") is None
