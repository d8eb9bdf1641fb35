"""Lines of people waiting, one a chat."""

import asyncio

from handlers.gateway.lines import Lines


async def _stand(lines: Lines, chat_id: int, name: str, heard: list[str]) -> None:
    async with lines.stand_in(chat_id):
        await asyncio.sleep(0)
        heard.append(name)


async def test_stand_in_when_several_come_then_they_go_in_order() -> None:
    """First come, first served, whatever happens in between."""
    lines, heard = Lines(), list[str]()
    await asyncio.gather(*(_stand(lines, 1, str(number), heard) for number in range(9)))
    assert heard == [str(number) for number in range(9)]


async def test_stand_in_when_one_fails_then_the_next_goes() -> None:
    """A fault leaves the line as anybody else does."""
    lines, heard = Lines(), list[str]()

    async def fails() -> None:
        async with lines.stand_in(1):
            raise ValueError

    await asyncio.gather(fails(), _stand(lines, 1, "next", heard), return_exceptions=True)
    assert heard == ["next"]


async def test_lines_when_everybody_left_then_nothing_is_remembered() -> None:
    """A line lasts as long as somebody stands in it, so memory is bounded by those waiting."""
    lines, heard = Lines(), list[str]()
    await asyncio.gather(*(_stand(lines, number % 7, "x", heard) for number in range(50)))
    assert (len(lines), lines.is_free(1)) == (0, True)


async def test_is_free_when_somebody_stands_there_then_is_not() -> None:
    """Whoever is served stands in the line, too."""
    lines = Lines()
    async with lines.stand_in(1):
        assert (lines.is_free(1), lines.is_free(2)) == (False, True)
