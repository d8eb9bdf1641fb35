"""One family cannot see or change what is another's, whatever it forges."""

from collections.abc import Iterator

from handlers.routes import PRESSES
from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import FIRST, family, keeps
from tests.scenarios.talker import Talker

_SECRETS = ("Sam", "call the plumber", "robotics trip")


async def _rich_family(bot: EmulatedBot) -> Talker:
    """A family with dates, a change and an open question, and every screen opened once."""
    maria = await family(bot)
    await maria.says("remind me to call the plumber Oct 20")
    await maria.taps("Yes")
    await maria.says("tomorrow robotics trip, no PE")
    await maria.taps("Yes")
    await maria.says("/tomorrow")
    await maria.says("/family")
    await maria.says("/dates")
    await maria.taps("Meeting")
    await maria.taps("Edit")
    await maria.taps("Back")
    await maria.taps("Delete")
    await maria.taps("Keep it")
    await maria.taps("Snooze")
    await maria.says("/delete")
    await maria.says("/add IEP meeting Nov 3")
    return maria


async def _kept(bot: EmulatedBot, talker: Talker) -> list[str]:
    """All that a family can read back of what it keeps."""
    await bot.advance(minutes=2)
    return [await talker.says(each) for each in ("/dates", "/tomorrow", "/family", "/settings")]


def _payloads(talker: Talker) -> set[str]:
    return {data for shown in talker.screen for _, data in shown.buttons if data.startswith("v1:")}


def _guessed() -> Iterator[str]:
    """Every kind of button with small ids, and with the letters that such a field may hold."""
    for kind in PRESSES:
        for number in ("1", "2"):
            head = f"v{kind.VERSION}:{kind.KIND}"
            yield f"{head}:{number}"
            yield f"{head}:{number}:1"
            yield f"{head}:{number}:day"
            yield f"{head}:{number}:confirm:yes"


async def _presses_all(bot: EmulatedBot, talker: Talker, payloads: set[str]) -> None:
    own, waiting = talker.screen[0].message_id, sorted(payloads)
    while waiting:
        # A person may say twenty things a minute.
        now, waiting = waiting[:15], waiting[15:]
        for data in now:
            bot.telegram.presses(talker.person, own, data)
        await bot.quiet()
        await bot.advance(minutes=1)


async def test_copied_buttons_of_another_family_then_nothing_of_it_is_shown(
    bot: EmulatedBot,
) -> None:
    """A button answers by its chat, not by what it carries."""
    maria = await _rich_family(bot)
    leo = bot.person("Leo")
    await keeps(leo, nickname="Maya")

    await _presses_all(bot, leo, _payloads(maria))

    seen = [text for shown in leo.screen for text in (shown.text, *dict(shown.buttons))]
    assert [text for text in seen if any(secret in text for secret in _SECRETS)] == []


async def test_copied_buttons_of_another_family_then_nothing_of_it_is_changed(
    bot: EmulatedBot,
) -> None:
    """Done, delete, snooze, rename and erase touch only one's own."""
    maria = await _rich_family(bot)
    leo = bot.person("Leo")
    await keeps(leo, nickname="Maya")
    before = await _kept(bot, maria)

    await _presses_all(bot, leo, _payloads(maria))

    assert await _kept(bot, maria) == before


async def test_guessed_ids_then_nothing_of_another_family_is_shown_or_changed(
    bot: EmulatedBot,
) -> None:
    """A stranger who counts ids up finds nobody."""
    maria = await _rich_family(bot)
    before = await _kept(bot, maria)
    leo = bot.person("Leo")
    await leo.says("/help")

    await _presses_all(bot, leo, set(_guessed()))

    seen = [text for shown in leo.screen for text in (shown.text, *dict(shown.buttons))]
    assert [text for text in seen if any(secret in text for secret in _SECRETS)] == []
    assert await _kept(bot, maria) == before


async def test_copied_buttons_in_a_group_then_nothing_private_is_said_there(
    bot: EmulatedBot,
) -> None:
    """In a group even one's own buttons are sent to the private chat."""
    maria = await _rich_family(bot)
    group = bot.telegram.group("Parents", maria.person)
    there = maria.in_chat(group)
    await there.says("/help")

    await _presses_all(bot, there, _payloads(maria))

    seen = [text for shown in there.screen for text in (shown.text, *dict(shown.buttons))]
    assert [text for text in seen if any(secret in text for secret in _SECRETS)] == []


async def test_reminders_of_two_families_then_each_hears_its_own(bot: EmulatedBot) -> None:
    """What falls due in one minute goes to its own chat."""
    maria = await family(bot)
    leo = bot.person("Leo")
    await keeps(leo, nickname="Maya")

    await bot.advance_to(FIRST)

    heads = [[text.split("\n")[0] for _, text in each.unasked()] for each in (maria, leo)]
    assert heads == [["Sam: Meeting (IEP)"], ["Maya: Meeting (IEP)"]]
