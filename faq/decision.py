"""What a message turned out to be: values only.

The desk makes them, handlers show them; neither rules nor words live here.
"""

from dataclasses import dataclass
from enum import StrEnum

from faq.entry import Term, TopicId


class DecisionKind(StrEnum):
    """What the bot should do with a message."""

    ANSWER = "answer"
    CHOICES = "choices"
    FALLBACK = "fallback"
    CRISIS = "crisis"
    COMMAND = "command"
    TERM = "term"


class CommandKind(StrEnum):
    """A request to the bot itself, in plain words."""

    ADD_DATE = "add_date"
    LIST_DATES = "list_dates"
    CHANGE_DATE = "change_date"
    DELETE_DATE = "delete_date"
    MARK_DONE = "mark_done"
    SNOOZE = "snooze"
    REMINDER_TIMES = "reminder_times"
    TOMORROW_CHANGE = "tomorrow_change"
    TOMORROW_CANCEL = "tomorrow_cancel"
    TOMORROW_SHOW = "tomorrow_show"
    USUAL_WEEK = "usual_week"
    DAYS_OFF = "days_off"
    CARD_SETTINGS = "card_settings"
    EVENING_HOUR = "evening_hour"
    QUIET_HOURS = "quiet_hours"
    TIME_ZONE = "time_zone"
    LANGUAGE = "language"
    SETTINGS = "settings"
    STOP = "stop"
    RESUME = "resume"
    STATUS = "status"
    PRIVACY = "privacy"
    EXPORT = "export"
    DELETE_ALL = "delete_all"
    CHILDREN = "children"
    SHARE = "share"
    JOIN_CLASS = "join_class"
    TEACHER = "teacher"
    GOALS = "goals"
    NOTES = "notes"
    FEEDBACK = "feedback"
    CONFIRM = "confirm"
    CANCEL = "cancel"
    HELP = "help"


class Aside(StrEnum):
    """Why a message got no answer, where one honest line can say more than "I don't know"."""

    NONE = "none"
    NEARBY = "nearby"
    DOSES = "doses"
    BUS = "bus"
    BENEFITS = "benefits"
    MEDICAID = "medicaid"
    TAXES = "taxes"
    HOMEWORK = "homework"
    HEALTH = "health"
    SCHOOL_OFFICE = "school_office"
    FAMILY_LAW = "family_law"
    GREETING = "greeting"
    THANKS = "thanks"
    CHITCHAT = "chitchat"
    ABUSE = "abuse"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading of one message.

    Attributes:
        kind: what to do.
        topics: the ranking, best first, up to 5. It may name topics that have no answer yet.
        scores: one a topic, larger is surer; comparable within one release only.
        shown: what a parent is to see, all with an answer: one topic for ANSWER, up to three
            for CHOICES, perhaps one to follow the help lines for CRISIS, up to two that tell
            more for TERM, else none.
        language: "en" or "es", the language the text was written in, or else the hint.
        command: which request, for COMMAND only.
        second: the answer to a second question in the same message, for ANSWER only.
        aside: what a fallback can say beyond "I don't know".
        term: what was asked for, in ``language``, for TERM only.
    """

    kind: DecisionKind
    topics: tuple[TopicId, ...] = ()
    scores: tuple[float, ...] = ()
    shown: tuple[TopicId, ...] = ()
    language: str = "en"
    command: CommandKind | None = None
    second: TopicId | None = None
    aside: Aside = Aside.NONE
    term: Term | None = None
