"""Refusals: every code has its sentence in each language, and says what would help."""

import pytest

from handlers.errors import refusal_line, refused, went_wrong
from handlers.gateway.markup import Renderer
from handlers.menu import MENU
from handlers.texts.loader import Voice, load_texts
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, FamilyId, Preferences

TEXTS = load_texts()
LIMITS = {
    RefusalCode.NICKNAME_TOO_LONG: "30",
    RefusalCode.TITLE_TOO_LONG: "80",
    RefusalCode.CHANGE_TOO_LONG: "500",
    RefusalCode.CHANGE_TOO_MANY_DAYS: "30",
    RefusalCode.TOO_MANY_CHILDREN: "12",
    RefusalCode.TOO_MANY_DATES: "100",
    RefusalCode.TOO_MANY_CHANGES: "120",
}
ROOM = {
    RefusalCode.TOO_MANY_CHILDREN: "/family",
    RefusalCode.TOO_MANY_DATES: "/dates",
    RefusalCode.TOO_MANY_CHANGES: "/tomorrow",
    RefusalCode.ZONE_MISSING: "/zone",
}


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("code", RefusalCode)
def test_refusal_when_of_any_code_then_has_a_sentence(code: RefusalCode, language: str) -> None:
    """Each code is said in each language, with its limit and the way out where there is one."""
    said = TEXTS.html(refusal_line(Refusal(code)), Voice(language))

    assert said.endswith((".", "?"))
    assert LIMITS.get(code, "") in said
    assert ROOM.get(code, "") in said


@pytest.mark.parametrize("code", RefusalCode)
def test_refusal_when_outside_of_a_conversation_then_leads_to_the_menu(code: RefusalCode) -> None:
    """A refusal is never the end of the road."""
    assert refused(Refusal(code)).buttons == MENU


def test_fault_when_told_then_says_that_nothing_is_lost(renderer: Renderer) -> None:
    """A fault of ours is owned, and says what to do."""
    rendered = renderer.render(went_wrong(), Preferences(ChatId(1), FamilyId(1)))

    assert rendered.pieces == (
        "Something went wrong on my side. Nothing you kept was lost. Please try that once more.",
    )
