"""One school year of one family: what they tell the bot, and when they should hear from it.

The expected list is worked out here from plain local dates and hours alone. It knows nothing of
the bot's own rules: the leads are those that parents were promised, written down by hand.
"""

from datetime import date, timedelta

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.talker import Talker

# What, the day, how many days before: each at nine in the morning.
_DATES = (
    ("Annual review (IEP)", date(2027, 3, 16), (60, 30, 14, 7, 1)),
    ("Re-evaluation (IEP)", date(2027, 5, 20), (180, 90, 30, 7, 1)),
    ("Meeting (IEP)", date(2026, 10, 8), (7, 1)),
    ("Meeting (IEP)", date(2026, 11, 3), (7, 1)),
    ("reading goal (IEP)", date(2027, 5, 28), (14, 3, 0)),
    ("Progress report (IEP)", date(2026, 11, 13), (7,)),
    ("State test (IEP)", date(2027, 4, 27), (30, 7, 1)),
    ("call the nurse", date(2026, 12, 4), (7, 1, 0)),
)
# What comes at another minute, or because of what the family did.
_OTHERS = (
    # Two hours before two in the afternoon.
    ("2026-10-08 12:00", "Sam: Meeting (IEP)"),
    # Two hours before half past eight is quiet; quiet ends at seven.
    ("2026-11-03 07:00", "Sam: Meeting (IEP)"),
    # The report was moved by a week after its first message, which does not come again.
    ("2026-11-20 09:00", "Sam: Progress report (IEP)"),
    # Put off for three days.
    ("2027-02-17 09:00", "Sam: Annual review (IEP)"),
)
# Days that differ, each told of at seven in the evening before.
_CARDS = (
    date(2026, 9, 16),
    date(2026, 10, 19),  # a Monday: on Sunday
    date(2026, 11, 2),  # a Monday: on the Sunday on which clocks go back
    date(2026, 11, 25),
    date(2027, 2, 5),
    date(2027, 3, 15),  # a Monday: on the Sunday on which clocks go forward
    date(2027, 4, 27),  # three days of tests
    date(2027, 4, 28),
    date(2027, 4, 29),
)
_OTHER_CARDS = (
    # Told after the evening hour: at once.
    ("2026-12-09 20:00", date(2026, 12, 10)),
    # Taken back after its card.
    ("2027-02-04 20:10", date(2027, 2, 5)),
)


def expected() -> list[tuple[str, str]]:
    """Local minute and subject of every message the family should get, in order."""
    said = [
        (f"{due_on - timedelta(days=lead)} 09:00", f"Sam: {what}")
        for what, due_on, leads in _DATES
        for lead in leads
    ]
    said += _OTHERS
    said += [
        (f"{day - timedelta(days=1)} 19:00", f"Tomorrow for Sam: {_long(day)}") for day in _CARDS
    ]
    said += [(_OTHER_CARDS[0][0], f"Tomorrow for Sam: {_long(_OTHER_CARDS[0][1])}")]
    said += [(_OTHER_CARDS[1][0], f"Sam has the usual day after all, {_long(_OTHER_CARDS[1][1])}.")]
    together: dict[str, list[str]] = {}
    for minute, subject in sorted(said):
        together.setdefault(minute, []).append(subject)
    return [(minute, " + ".join(sorted(subjects))) for minute, subjects in together.items()]


def subject_of(text: str) -> str:
    """What a message is about: its heads, without the rest."""
    heads = [
        line.removeprefix("🌙 ").removeprefix("A correction: ")
        for line in text.split("\n")
        if line.startswith(("Sam: ", "🌙 "))
    ]
    return " + ".join(sorted(heads))


def _long(day: date) -> str:
    return f"{day:%A, %B} {day.day}, {day.year}"


async def september(bot: EmulatedBot, maria: Talker, zone: str, button: str) -> None:
    """The dates of the year are kept, some by a sentence and some by buttons."""
    await bot.at("2026-09-08 10:00", zone)
    await maria.says("/start")
    await maria.says("remind me about the IEP meeting Oct 8 at 2pm")
    await maria.taps(button)
    await maria.says("Sam")
    await maria.taps("Yes")
    await maria.says("remind me of Sam's IEP annual review on March 16, 2027")
    await maria.taps("Yes")
    await maria.says("/add")
    await maria.taps("IEP re-evaluation")
    await maria.says("May 20 2027")
    await maria.taps("Yes")
    await maria.says("/add")
    await maria.taps("Goal due date")
    await maria.says("reading goal, May 28 2027")
    await maria.taps("Yes")
    await maria.says("/add")
    await maria.taps("Progress report")
    await maria.says("11/13")
    await maria.taps("Yes")
    await maria.says("/add")
    await maria.taps("State test (IEP)")
    await maria.says("4/27/27")
    await maria.taps("Yes")
    await maria.says("remind me to call the nurse Dec 4")
    await maria.taps("Yes")
    await maria.says("/add IEP meeting Nov 3 at 8:30 am")
    await maria.taps("Yes")


async def autumn(bot: EmulatedBot, maria: Talker) -> None:
    """Changed days, a meeting that is over, a date that moves."""
    await bot.at("2026-09-15 16:00")
    await maria.says("tomorrow is practice testing 9-11, no PE")
    await maria.taps("Yes")
    await bot.at("2026-10-08 17:00")
    await maria.taps("Done")
    await bot.at("2026-10-16 15:00")
    await maria.says("Monday is a field trip to the zoo")
    await maria.taps("Yes")
    await bot.at("2026-10-30 15:00")
    await maria.says("/tomorrow Monday practice testing 9-11")
    await maria.taps("Yes")
    await bot.at("2026-11-09 18:00")
    await maria.says("/dates")
    await maria.taps("Progress report", "Edit", "The day")
    await maria.says("Nov 20")
    await maria.taps("Yes")
    await bot.at("2026-11-20 16:00")
    await maria.says("half day on Nov 25")
    await maria.taps("Yes")


async def winter(bot: EmulatedBot, maria: Talker) -> None:
    """Late news, a change that was taken back, a reminder that is put off."""
    await bot.at("2026-12-09 20:00")
    await maria.says("tomorrow there is a substitute teacher")
    await maria.taps("Yes")
    await bot.at("2027-01-21 22:30")
    await maria.says("tomorrow is an assembly")
    await maria.taps("Yes")
    await bot.at("2027-02-04 16:00")
    await maria.says("tomorrow field trip to the museum")
    await maria.taps("Yes")
    await bot.at("2027-02-04 20:10")
    await maria.says("/tomorrow")
    await maria.taps("✖ Sam")
    await bot.at("2027-02-14 09:30")
    await maria.taps("Snooze", "In 3 days")


async def spring(bot: EmulatedBot, maria: Talker) -> None:
    """The review is held and the next one kept; three days of tests; the year ends."""
    await bot.at("2027-03-12 15:00")
    await maria.says("Monday delayed start, school begins at 10")
    await maria.taps("Yes")
    await bot.at("2027-03-16 16:00")
    await maria.taps("Done", "Today", "Yes")
    await bot.at("2027-04-23 17:00")
    await maria.says("Tue-Thu state testing 9-12, lunch at 12:30")
    await maria.taps("Yes")
    await bot.at("2027-06-15 12:00")
    await maria.says("/status")
