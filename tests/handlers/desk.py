"""A desk with four short answers that takes each message for what a test says it is."""

from datetime import date

from faq.catalog import Catalog
from faq.decision import Aside, CommandKind, Decision, DecisionKind
from faq.entry import Area, Entry, Source, Term, TopicId
from faq.scrub_words import SMALL

IEP, PLAN_504, TEAM, CRISIS_PLAN = (
    TopicId(name) for name in ("iep-what", "plan504-what", "iep-team", "504-crisis-plan")
)
_LAW = Source("34 CFR 300.1", "https://www.ecfr.gov/current/title-34/section-300.1", "its purpose")


def entry(topic: TopicId, title: str, **changes: object) -> Entry:
    """An answer in English on the first shelf; ``changes`` replace its fields."""
    fields: dict[str, object] = {
        "id": topic,
        "area": Area.BASICS,
        "language": "en",
        "title": title,
        "body": "It is a **plan** for one child.\n\n- Ask the school & write it down.",
        "also_asked_as": (),
        "sources": (_LAW,),
        "reviewed_on": date(2026, 11, 20),
        "see_also": (),
        "state_varies": False,
    }
    return Entry(**(fields | changes))  # type: ignore[arg-type] # fields are given by name


ENTRIES = (
    entry(IEP, "What is an IEP?", see_also=(PLAN_504, TEAM), state_varies=True),
    entry(IEP, "¿Qué es un IEP?", language="es", body="Es un plan para un niño."),
    entry(PLAN_504, "What is a 504 plan?", area=Area.PLAN_504),
    entry(TEAM, "Who is on the IEP team?", area=Area.IEP),
    entry(CRISIS_PLAN, "Can a plan say what to do in a crisis?", area=Area.PLAN_504),
)


class KnowingDesk:
    """Decides as told by ``takes``; anything else is a fallback. ``asked`` is what it heard."""

    def __init__(self, *more: Entry) -> None:
        self._catalog = Catalog((*ENTRIES, *more))
        self._decisions: dict[str, Decision] = {}
        self.asked: list[tuple[str, str | None, TopicId | None]] = []

    @property
    def catalog(self) -> Catalog:
        """The short answers."""
        return self._catalog

    @property
    def words(self) -> frozenset[str]:
        """Small words, and those of plans."""
        return SMALL | {"plan", "question", "zebra"}

    def takes(
        self,
        text: str,
        kind: DecisionKind,
        *shown: TopicId,
        language: str = "en",
        command: CommandKind | None = None,
        second: TopicId | None = None,
        aside: Aside = Aside.NONE,
        term: Term | None = None,
    ) -> None:
        """Take ``text`` for this from now on."""
        self._decisions[text] = Decision(
            kind,
            topics=shown,
            shown=shown,
            language=language,
            command=command,
            second=second,
            aside=aside,
            term=term,
        )

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """What ``text`` is taken for."""
        self.asked.append((text, language, last_topic))
        unknown = Decision(DecisionKind.FALLBACK, language=language or "en")
        return self._decisions.get(text, unknown)
