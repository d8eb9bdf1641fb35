"""How long a nickname is, as a person counts."""

import pytest

from scheduler.domain.nicknames import is_too_long

FLAG = "🇵🇷"
FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize("nickname", ["x" * 30, "🦖" * 30, FLAG * 30, FAMILY * 10, "é" * 30])
def test_nickname_when_it_shows_thirty_signs_then_it_fits(nickname: str) -> None:
    """A flag, a family and an accented letter are one sign each."""
    assert not is_too_long(nickname)


@pytest.mark.parametrize("nickname", ["x" * 31, "🦖" * 31, FLAG * 31, "a" + "\u0301" * 200])
def test_nickname_when_it_shows_more_or_hides_many_marks_then_it_is_too_long(nickname: str) -> None:
    """Thirty-one signs are too many, and so is one letter under two hundred marks."""
    assert is_too_long(nickname)
