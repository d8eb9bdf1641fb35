"""A way through every conversation, so that each of its questions is asked at least once.

A new conversation needs a walk here: ``tests/house/test_flows.py`` says which steps lack one.
"""

from dataclasses import dataclass

from handlers.gateway.markup import Renderer
from handlers.turn import Said
from scheduler.actions import Sessions
from scheduler.domain.plans import Draft
from tests.handlers.parent import Parent

_MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026 at 2 pm", "[Yes]")
_REVIEW = ("/add", "Sam", "[IEP annual review]", "Oct 23 2026", "[Yes]")
_OPEN = (*_MEETING, "/dates", "[Sam: Meeting]")
_EDIT = (*_OPEN, "[✏️ Edit]")


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through a conversation.

    Attributes:
        flow: its name.
        before: what is done first, outside of it.
        way: acts within it, each with the step that it leads to.
        end: the act that ends it.
    """

    flow: str
    before: tuple[str, ...]
    way: tuple[tuple[str, str], ...]
    end: str

    def __str__(self) -> str:
        return f"{self.flow}-{self.way[-1][1]}"


WALKS = (
    Walk("set-zone", (), (("/zone", "zone"), ("Texas", "zone")), "[Mountain Time]"),
    Walk("set-hour", ("/settings",), (("[Reminder hour]", "hour"),), "8 am"),
    Walk("set-quiet", ("/settings",), (("[Quiet hours]", "from"), ("9 pm", "until")), "7 am"),
    Walk(
        "add-date",
        (),
        (
            ("/add", "nickname"),
            ("Sam", "kind"),
            ("[IEP annual review]", "day"),
            ("next Friday", "which"),
            ("[Friday, September 18, 2026]", "confirm"),
            ("[Change]", "change"),
            ("[The time]", "hour"),
            ("2 pm", "confirm"),
        ),
        "[Yes]",
    ),
    Walk(
        "add-date",
        (),
        (("/add annual review Oct 23", "nickname"), ("Sam", "plan"), ("[IEP]", "confirm")),
        "yes",
    ),
    Walk(
        "add-date",
        (),
        (
            ("/add", "nickname"),
            ("Sam", "kind"),
            ("[Something else]", "day"),
            ("Oct 5", "title"),
            ("call the nurse", "confirm"),
        ),
        "[Yes]",
    ),
    Walk(
        "edit-date",
        _EDIT,
        (
            ("[The day]", "day"),
            ("next Friday", "which"),
            ("[Friday, September 18, 2026]", "confirm"),
        ),
        "[Yes]",
    ),
    Walk("edit-date", _EDIT, (("[The time]", "hour"),), "3 pm"),
    Walk("edit-date", _EDIT, (("[The name]", "title"),), "team talk"),
    Walk(
        "pick-snooze",
        (*_OPEN, "[⏰ Snooze]"),
        (("[Pick a day]", "day"), ("next Friday", "which")),
        "[Friday, September 18, 2026]",
    ),
    Walk(
        "held-on",
        (*_REVIEW, "/dates", "[Sam: Annual]"),
        (("[✔ Done]", "day"), ("August", "day")),
        "Sep 8",
    ),
    Walk(
        "school-change",
        ("/tomorrow",),
        (
            ("[➕ Add a change]", "what"),  # noqa: RUF001 - as it shows
            ("no PE", "nickname"),
            ("Sam", "confirm"),
            ("[Change]", "change"),
            ("[What it is]", "kind"),
            ("[Test]", "confirm"),
            ("[Change]", "change"),
            ("[The day]", "days"),
            ("next Friday", "which"),
            ("[Friday, September 18, 2026]", "confirm"),
        ),
        "[Yes]",
    ),
    Walk(
        "send-question",
        ("why is that so", "[✉️ Send my question]"),
        (("[Change it]", "words"),),
        "who pays for the bus",
    ),
    Walk("rename-child", (*_MEETING, "/family"), (("[✏️ Sam]", "nickname"),), "Sammy"),
)
CASES = tuple((walk, number) for walk in WALKS for number in range(1, len(walk.way) + 1))


async def go(parent: Parent, walk: Walk, number: int) -> None:
    """Do what comes before a walk, and its first ``number`` acts."""
    await parent.does(*walk.before, *(act for act, _ in walk.way[:number]))


async def draft_of(parent: Parent) -> Draft | None:
    """The conversation that is under way."""
    return (await parent.turn(Said(""))).draft


def restarted(parent: Parent, store: Sessions, renderer: Renderer) -> Parent:
    """The same chat in front of a new process: only the screen and the store are the same."""
    again = Parent(store, renderer, parent.chat_id, now=parent.now)
    again.screen = list(parent.screen)
    again.skip_updates(500)
    return again
