"""How long a nickname is: counted as a person counts, emoji included."""

from typing import Final

import regex

from scheduler.domain.plans import NICKNAME_LIMIT_CHARS

# A family of four on a screen is eleven code points; a whole line of them is no nickname.
NICKNAME_LIMIT_CODES: Final = 120
_SIGN: Final = regex.compile(r"\X")


def is_too_long(nickname: str) -> bool:
    """Tell whether a nickname has more signs than ``NICKNAME_LIMIT_CHARS``.

    A sign is what Unicode calls an extended grapheme cluster (UAX 29). One that is made of
    very many code points is too long as well, whatever it looks like.
    """
    if len(nickname) > NICKNAME_LIMIT_CODES:
        return True
    return len(_SIGN.findall(nickname)) > NICKNAME_LIMIT_CHARS
