"""A parent who speaks Spanish: from the first word to a reminder and a card."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.talker import Talker


@pytest.fixture
async def maria(bot: EmulatedBot) -> Talker:
    """A parent in Los Angeles whose phone speaks Spanish, on a morning in September."""
    await bot.at("2026-09-08 10:00", "America/Los_Angeles")
    return bot.person("Maria", language="es-MX")


async def _keeps(maria: Talker, sentence: str) -> str:
    await maria.says(sentence)
    await maria.taps("Pacífico")
    await maria.says("Sam")
    return await maria.taps("Sí")


async def test_spanish_start_then_the_first_words_are_spanish(maria: Talker) -> None:
    """The language of the phone is the language of the bot, without asking."""
    said = await maria.says("/start")

    assert said.startswith("Hola. Ayudo a padres de niños con un plan 504 o un IEP.")


async def test_spanish_date_then_it_is_kept_and_echoed_in_spanish(maria: Talker) -> None:
    """Day, hour and zone stand there as they are said in Spanish."""
    kept = await _keeps(maria, "recuérdame la reunión del IEP el 1 de octubre a las 2 pm")

    assert kept.split("\n")[1:3] == ["Sam: Junta (IEP)", "jueves, 1 de octubre de 2026, 2:00 p.m."]


async def test_spanish_date_then_its_reminder_comes_in_spanish(
    bot: EmulatedBot, maria: Talker
) -> None:
    """A week ahead at nine, with the next step."""
    await _keeps(maria, "recuérdame la reunión del IEP el 1 de octubre a las 2 pm")

    await bot.advance_to("2026-09-24 09:00")

    ((at, text),) = maria.unasked()
    assert (at, text.split("\n")[1]) == (
        "2026-09-24 09:00",
        "jueves, 1 de octubre de 2026, 2:00 p.m.: en 7 días",
    )


async def test_spanish_card_then_it_comes_the_evening_before_in_spanish(
    bot: EmulatedBot, maria: Talker
) -> None:
    """A changed day is told of in Spanish, and so is its card."""
    await _keeps(maria, "mañana hay examen de práctica de 9 a 11")

    await bot.advance_to("2026-09-08 19:00")

    ((at, text),) = maria.unasked()
    assert (at, text.split("\n")[:2]) == (
        "2026-09-08 19:00",
        [
            "🌙 Mañana para Sam: miércoles, 9 de septiembre de 2026",
            "Distinto: examen de práctica de 9 a 11",
        ],
    )


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("qué es un iep", "Es un plan escrito de enseñanza especial"),
        ("hola", "¡Hola!"),
        ("/dates", "No tiene fechas abiertas."),
        ("quiero morirme", "988"),
    ],
)
async def test_spanish_words_then_the_answer_is_spanish(
    maria: Talker, said: str, answered: str
) -> None:
    """Questions, greetings, commands and cries for help are answered in Spanish."""
    assert answered in await maria.says(said)
