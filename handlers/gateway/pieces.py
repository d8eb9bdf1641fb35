"""HTML cut into messages that fit: no tag and no entity is ever broken, no message is blank."""

import html
import re
from dataclasses import dataclass

TEXT_LIMIT_UNITS = 4096  # Bot API, sendMessage: UTF-16 code units after entities are read
CAPTION_LIMIT_UNITS = 1024  # Bot API, sendDocument

_TAG = re.compile(r"<[^>]*>")
# A tag, an entity or one character: what must stay whole.
_ATOM = re.compile(r"<[^>]*>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{1,8});|.", re.DOTALL)
_TAG_NAME = re.compile(r"</?([A-Za-z-]+)")
_BASIC_PLANE_ENDS = 0xFFFF


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > _BASIC_PLANE_ENDS)


def visible_units(markup: str) -> int:
    """Return the length of HTML as Telegram counts it: no tags, each entity one character."""
    return units(html.unescape(_TAG.sub("", markup)))


def split_html(text: str, limit: int = TEXT_LIMIT_UNITS) -> tuple[str, ...]:
    """Cut HTML into pieces of at most ``limit`` units, at a line or a space where there is one.

    Tags open at a cut are closed before it and opened again after it. Pieces that would show
    nothing are left out, for Telegram refuses them.
    """
    # No character takes more room than its source: short texts need no closer look.
    if units(text) <= limit:
        return (text,)
    pieces: list[str] = []
    open_tags: tuple[str, ...] = ()
    rest = _ATOM.findall(text)
    while rest:
        end = _fitting(rest, limit)
        if end < len(rest):
            end = _best_cut(rest, end)
        piece = _Piece.of(open_tags, rest[:end])
        open_tags, rest = piece.still_open, rest[end:]
        if html.unescape(_TAG.sub("", piece.markup)).strip():
            pieces.append(piece.markup)
    return tuple(pieces) or ("",)


@dataclass(frozen=True, slots=True)
class _Piece:
    markup: str
    still_open: tuple[str, ...]

    @classmethod
    def of(cls, open_before: tuple[str, ...], atoms: list[str]) -> "_Piece":
        """Return the piece made of ``atoms``, with what was open before opened again."""
        stack = list(open_before)
        for atom in atoms:
            if atom.startswith("</"):
                if stack and _name(stack[-1]) == _name(atom):
                    stack.pop()
            elif _is_tag(atom):
                stack.append(atom)
        closing = "".join(f"</{_name(tag)}>" for tag in reversed(stack))
        return cls("".join([*open_before, *atoms, closing]), tuple(stack))


def _fitting(atoms: list[str], limit: int) -> int:
    """Return how many atoms fit into ``limit`` units, at least one."""
    used = 0
    for place, atom in enumerate(atoms):
        used += 0 if _is_tag(atom) else units(html.unescape(atom))
        if used > limit:
            return max(place, 1)
    return len(atoms)


def _best_cut(atoms: list[str], end: int) -> int:
    """Return the last place to cut at or before ``end``: after a line, a space, or anywhere."""
    for blank in ("\n", " "):
        for place in range(end, end // 2, -1):
            if atoms[place - 1] == blank:
                return place
    return end


def _is_tag(atom: str) -> bool:
    return len(atom) > 1 and atom.startswith("<")


def _name(tag: str) -> str:
    match = _TAG_NAME.match(tag)
    return match[1].lower() if match else ""
