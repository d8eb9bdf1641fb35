"""Sentences whose keys are put together from kinds: each one stands in each catalog."""

import pytest

from handlers.gateway.markup import Renderer
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Phrase
from scheduler.domain.calendar import Doubt
from scheduler.domain.kinds import KINDS, rule_of
from scheduler.domain.plans import ChangeKind, DateKind, DateState, PlanKind
from scheduler.domain.reminders import Remark
from tests.handlers.parent import plain

TEXTS = load_texts()
LANGUAGES = TEXTS.languages
CARD_PARTS = ("card-same", "card-first-then", "card-say", "card-tip", "change-kind")
ONE_PLAN = (DateKind.GOAL_DUE, DateKind.PROGRESS_REPORT, DateKind.OWN)


def keys() -> list[str]:
    """Every key that code puts together and that has no placeholders."""
    plain_keys = [f"{part}-{kind.value}" for part in CARD_PARTS for kind in ChangeKind]
    plain_keys += [f"remark-{remark.value}" for remark in Remark]
    plain_keys += [f"date-is-{state.value}" for state in DateState if state is not DateState.OPEN]
    plain_keys += [f"button-add-{kind.value}" for kind in ONE_PLAN]
    plain_keys += [
        f"button-add-{kind.value}-{plan.value}"
        for kind in KINDS
        if kind not in ONE_PLAN
        for plan in PlanKind
    ]
    plain_keys += [f"button-plan-{plan.value}" for plan in PlanKind]
    plain_keys += [f"button-snooze-{days}" for days in (0, 1, 3, 7)]
    plain_keys += [f"day-{doubt.value}" for doubt in (Doubt.TWO_READINGS, Doubt.BARE_MONTH)]
    pieces = ("day", "hour", "title", "nickname", "kind", "plan", "what", "days")
    plain_keys += [f"button-piece-{piece}" for piece in pieces]
    asks = ("add-ask-day", "add-ask-day-timed", "add-ask-day-own", "add-ask-day-goal-due")
    return [*plain_keys, *asks]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", keys())
def test_sentence_when_its_key_is_put_together_then_is_there(key: str, language: str) -> None:
    """No kind, piece or doubt is without words in any language."""
    assert plain(TEXTS.html(Phrase(key), Voice(language))).strip() != ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", PlanKind)
@pytest.mark.parametrize("kind", KINDS)
def test_rule_when_it_is_law_then_is_named_with_its_source(
    kind: DateKind, plan: PlanKind, language: str
) -> None:
    """A date that federal law asks for names the rule and where it stands."""
    rule = rule_of(kind, plan)
    if rule.is_law:
        said = TEXTS.html(
            Phrase(f"rule-{kind.value}-{plan.value}", {"source": rule.source}), Voice(language)
        )
        assert rule.source in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("days", "english"), [(0, "today"), (1, "tomorrow"), (12, "in 12 days")])
def test_days_left_when_counted_then_are_words(days: int, english: str, language: str) -> None:
    """Days left are said in words that fit their number."""
    said = TEXTS.html(Phrase("days-left", {"days": days}), Voice(language))

    assert (said == english) == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_when_shown_then_fit_half_a_phone(language: str, renderer: Renderer) -> None:
    """Labels that stand two in a row are short enough for 360 pixels."""
    del renderer
    paired = [key for key in keys() if key.startswith(("button-add-", "button-piece-"))]

    assert [key for key in paired if len(TEXTS.plain(Phrase(key), Voice(language))) > 21] == []
