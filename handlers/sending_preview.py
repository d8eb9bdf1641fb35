"""A question as it would go to the people who run the bot, shown before anything is kept.

The words are read from the parent's own message each time, and scrubbed anew: the bot has
them nowhere until they are sent.
"""

from hashlib import sha256

from faq.decision import Decision, DecisionKind
from faq.scrub import says_enough, scrub
from handlers import ask
from handlers.menu import BACK_TO_MENU, MENU
from handlers.sending_buttons import DropQuestion, ReplaceQuestion, SendQuestion
from handlers.sent_today import MOST_A_DAY
from handlers.turn import GAP, Button, Line, Replies, Reply, Turn, Words, new, phrase
from scheduler import actions
from scheduler.domain.feedback import QUESTION_KEPT_DAYS, QUESTION_LIMIT_CHARS

_MARK_CHARS = 12


async def preview(turn: Turn, question: str, *, hint: tuple[Line, ...] = ()) -> Replies:
    """What would go of ``question``, to be sent or not; ``hint`` is said above it.

    A cry for help gets help instead, and what leaves too little gets a kind word.
    """
    decision = decided(turn, question)
    if decision.kind is DecisionKind.CRISIS:
        return ask.show(turn, decision)
    text = await as_it_goes(turn, question)
    replace_it = Button(phrase("button-send-change"), ReplaceQuestion())
    if not says_enough(text):
        return new(phrase("sending-too-little"), buttons=((replace_it, BACK_TO_MENU),))
    send = Button(phrase("button-send"), SendQuestion(mark_of(text)))
    drop = Button(phrase("button-send-no"), DropQuestion())
    lines = (
        *hint,
        phrase("sending-show"),
        GAP,
        Words(text),
        GAP,
        phrase("sending-terms", days=QUESTION_KEPT_DAYS),
    )
    return Reply(lines, ((send, replace_it, drop),), language=decision.language, quotes=True)


def decided(turn: Turn, question: str) -> Decision:
    """What the question is by itself, whatever was asked before it."""
    return turn.desk.decide(question, language=turn.language)


async def as_it_goes(turn: Turn, question: str) -> str:
    """The question without what could tell whose it is, the family's nicknames included."""
    children = await actions.list_children(turn.sessions, chat_id=turn.chat_id)
    return scrub(
        question,
        known=turn.desk.words,
        nicknames=[child.nickname for child in children],
        limit_chars=QUESTION_LIMIT_CHARS,
    )


def mark_of(text: str) -> str:
    """A short mark that another text would hardly have."""
    return sha256(text.encode()).hexdigest()[:_MARK_CHARS]


def enough_today() -> Reply:
    """No more questions today, said kindly."""
    return new(phrase("sending-enough", most=MOST_A_DAY), buttons=MENU)
