"""The desk a message comes to: danger first, then requests, terms, answers, and honesty.

It puts the parts together in that order. No words of the bot's own are here, and nothing of a
message is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from faq.asides import Asides
from faq.catalog import FIRST_LANGUAGE, Catalog
from faq.decision import Aside, CommandKind, Decision, DecisionKind
from faq.entry import Entry, Term, TopicId
from faq.glossary import Glossary
from faq.language import language_of
from faq.matching import Matcher
from faq.reading import NEVER, Reading
from faq.requests import LONGEST_WORDS, Requests
from faq.safety import Dangers
from faq.thread import continues, joined, names_plan, other_plan, parts_of
from faq.thresholds import Thresholds
from faq.wording import read

CRISIS_TOPIC: Final = TopicId("504-crisis-plan")
"""The answer that may follow the help lines even when it is not the surest."""

LETTERS_TOPIC: Final = TopicId("acronyms")
"""The answer that tells the usual terms one after the other."""

TOLD: Final = 5
CHOICES_SHOWN: Final = 3
_TWO: Final = 2
_COMMAND: Final = "command"
_OTHER_KINDS: Final = ("near", "unrelated", "chitchat", "abuse")


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that decides what a message is; safe to share, keeps nothing.

    ``words`` are all that the answers know, each nobody's name (``lexicon.words_of``).
    """

    catalog: Catalog
    matcher: Matcher
    dangers: Dangers
    requests: Requests
    asides: Asides
    glossary: Glossary
    limits: Thresholds
    words: frozenset[str] = field(default=frozenset(), repr=False)

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """What ``text`` turns out to be; any text of any script and length gets a decision.

        Args:
            text: as it was typed.
            language: the chat's language, for texts that do not show their own.
            last_topic: what was answered last in this chat, for follow-ups.
        """
        words = read(text)
        spoken = language_of(words, hint=language)
        if not words:
            return Decision(DecisionKind.FALLBACK, language=spoken)
        reading = self.matcher.read(words)
        if self._is_danger(words, reading):
            return self._crisis(words, reading, spoken)
        request = self._request(words, reading)
        if request is not None:
            return self._told(DecisionKind.COMMAND, reading, spoken, command=request)
        term = self.glossary.find(text, spoken)
        if term is not None:
            return self._meant(term, reading, spoken)
        if last_topic is not None:
            twin = self._twin(words, last_topic)
            if twin is not None:
                told = self._told(DecisionKind.ANSWER, reading, spoken, shown=(twin,))
                return _led_by(twin, told)
            if self._follows(words, reading, last_topic):
                reading = self._continued(words, reading, last_topic)
        return self._with_second(text, self._answer(words, reading, spoken))

    def _is_danger(self, words: Sequence[str], reading: Reading) -> bool:
        """A pattern is enough unless it is over; a score is unless something speaks against it.

        Against a score alone speak a figure of speech, calm, or a topic that is as clear.
        """
        limits, score = self.limits, reading.crisis
        if score > limits.settled_score:
            return True
        if self.dangers.found_in(words):
            return not self.dangers.settled_in(words)
        if score <= limits.crisis_score or self._is_clear(reading):
            return False
        return not self.dangers.figure_in(words) and not self.dangers.settled_in(words)

    def _crisis(self, words: Sequence[str], reading: Reading, spoken: str) -> Decision:
        """Help first; the answer follows where the message surely asks for one as well.

        Who names no plan and asks nothing clear is in need of help and of nothing else.
        """
        ranked = [TopicId(topic) for topic, _ in reading.topics[:CHOICES_SHOWN]]
        asks = self._is_clear(reading)
        near = reading.topics[0][1] >= self.limits.choices_score
        if CRISIS_TOPIC in ranked and near and names_plan(words):
            shown = self._with_entry(CRISIS_TOPIC)
        else:
            shown = tuple(ranked[:1]) if asks else ()
        if not shown and not asks:
            return Decision(DecisionKind.CRISIS, language=spoken)
        return self._told(DecisionKind.CRISIS, reading, spoken, shown=shown)

    def _request(self, words: Sequence[str], reading: Reading) -> CommandKind | None:
        if len(words) > LONGEST_WORDS:
            return None
        found = self.requests.find(words)
        if found is not None:
            return found
        score = reading.kinds.get(_COMMAND, NEVER)
        rival = max(reading.topics[0][1], reading.strongest(_OTHER_KINDS)[1])
        if score <= max(self.limits.command_score, rival):
            return None
        return CommandKind(reading.request)

    def _meant(self, term: Term, reading: Reading, spoken: str) -> Decision:
        """The meaning of a term asked for alone, or the whole answer where that is better."""
        shown = self._with_entry(term.topic, LETTERS_TOPIC)
        if term.whole and term.topic in shown:
            told = self._told(DecisionKind.ANSWER, reading, spoken, shown=(term.topic,))
        else:
            told = self._told(DecisionKind.TERM, reading, spoken, shown=shown)
            told = replace(told, term=term)
        return _led_by(term.topic, told)

    def _twin(self, words: Sequence[str], last_topic: TopicId) -> TopicId | None:
        """The answer for the other plan, where a message asks for just that.

        Answers name it among their related ones; its title names one plan alone.
        """
        plan = other_plan(words)
        entry = self.catalog.find_entry(last_topic, FIRST_LANGUAGE)
        if not plan or entry is None or plan in read(entry.title):
            return None
        related = (self.catalog.find_entry(topic, FIRST_LANGUAGE) for topic in entry.see_also)
        return next((each.id for each in related if each and _names_only(plan, each)), None)

    def _follows(self, words: Sequence[str], reading: Reading, last_topic: TopicId) -> bool:
        """Whether a message goes on from the last answer, rather than asking for it once more."""
        again = reading.topics[0][0] == last_topic and self._is_clear(reading)
        return continues(words) and not again

    def _continued(self, words: Sequence[str], reading: Reading, last_topic: TopicId) -> Reading:
        """A follow-up read together with what it follows; it asks for something else than that."""
        language = language_of(words, hint=None)
        entry = self.catalog.find_entry(last_topic, language)
        if entry is None:
            return reading
        return self.matcher.read(joined(entry.title, words)).without(last_topic)

    def _answer(self, words: Sequence[str], reading: Reading, spoken: str) -> Decision:
        best = reading.topics[0][1]
        kind, rival = reading.strongest(_OTHER_KINDS)
        if rival > best:
            return self._fallback(reading, spoken, self.asides.find(words, kind))
        if self._is_clear(reading):
            surest = TopicId(reading.topics[0][0])
            return self._told(DecisionKind.ANSWER, reading, spoken, shown=(surest,))
        shown = self._choices(reading)
        if shown:
            return self._told(DecisionKind.CHOICES, reading, spoken, shown=shown)
        # Nearest to nothing: the table of nearby matters may still know where to ask.
        lost = best < self.limits.choices_score
        aside = self.asides.find(words, kind) if lost else Aside.NONE
        return self._fallback(reading, spoken, aside)

    def _is_clear(self, reading: Reading) -> bool:
        """The tests of an answer: its score, the gap to the next, the lead over other kinds."""
        best, second = reading.topics[0][1], reading.topics[1][1]
        lead = best - reading.strongest(_OTHER_KINDS)[1]
        limits = self.limits
        return (
            best >= limits.answer_score
            and best - second >= limits.answer_gap
            and lead >= limits.answer_lead
        )

    def _choices(self, reading: Reading) -> tuple[TopicId, ...]:
        """Topics that lie close to the best one."""
        best = reading.topics[0][1]
        if best < self.limits.choices_score:
            return ()
        floor = best - self.limits.choices_gap
        near = tuple(TopicId(topic) for topic, score in reading.topics if score >= floor)
        return near[:CHOICES_SHOWN]

    def _with_second(self, text: str, decision: Decision) -> Decision:
        """``decision`` with the answer to a second question, where there surely is one."""
        if decision.kind not in {DecisionKind.ANSWER, DecisionKind.CHOICES}:
            return decision
        sure = [topic for words in parts_of(text) for topic in self._sure(words)]
        if decision.kind is DecisionKind.CHOICES:
            # Two clear questions pull a message two ways; the first one asked comes first.
            if len(set(sure)) < _TWO:
                return decision
            decision = _led_by(sure[0], decision)
            decision = replace(decision, kind=DecisionKind.ANSWER, shown=(sure[0],))
        others = [topic for topic in sure if topic not in decision.shown]
        return replace(decision, second=others[0]) if others else decision

    def _sure(self, words: Sequence[str]) -> tuple[TopicId, ...]:
        """The topic that a part of a message surely asks for, if there is one."""
        (topic, best), (_, next_best) = self.matcher.glance(words).topics[:_TWO]
        limits = self.limits
        if best < limits.second_score or best - next_best < limits.second_gap:
            return ()
        return (TopicId(topic),)

    def _with_entry(self, *topics: TopicId) -> tuple[TopicId, ...]:
        known = (topic for topic in topics if self.catalog.find_entry(topic, FIRST_LANGUAGE))
        return tuple(dict.fromkeys(known))

    def _fallback(self, reading: Reading, spoken: str, aside: Aside) -> Decision:
        return replace(self._told(DecisionKind.FALLBACK, reading, spoken), aside=aside)

    def _told(
        self,
        kind: DecisionKind,
        reading: Reading,
        spoken: str,
        *,
        shown: tuple[TopicId, ...] = (),
        command: CommandKind | None = None,
    ) -> Decision:
        told = reading.topics[:TOLD]
        return Decision(
            kind=kind,
            topics=tuple(TopicId(topic) for topic, _ in told),
            scores=tuple(score for _, score in told),
            shown=shown,
            language=spoken,
            command=command,
        )


def _names_only(plan: str, entry: Entry) -> bool:
    named = {"iep", "504"}.intersection(read(entry.title))
    return named == {plan}


def _led_by(topic: TopicId, decision: Decision) -> Decision:
    """The same with ``topic`` at the head of the ranking."""
    ranked = dict(zip(decision.topics, decision.scores, strict=True))
    first = ranked.pop(topic, decision.scores[0])
    topics, scores = (topic, *ranked)[:TOLD], (first, *ranked.values())[:TOLD]
    return replace(decision, topics=topics, scores=scores)
