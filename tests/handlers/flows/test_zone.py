"""Setting the time zone, as a parent does it."""

from handlers.gateway.markup import Renderer
from scheduler.actions import Sessions
from scheduler.domain.plans import ChatId
from tests.conftest import NOW, make_chat
from tests.handlers.parent import Parent


async def test_zone_when_tapped_then_shows_the_present_time_there(parent: Parent) -> None:
    """A mistaken zone is seen by the hour that it gives."""
    said = await parent.does("/zone", "[Mountain Time]")

    assert said == (
        "Mountain Time. For you it is 8:00 AM now.\n"
        "Your hours stay the same: reminders at 9:00 AM, tomorrow cards at 7:00 PM."
        " No waiting messages had to move."
    )


async def test_zone_when_changed_with_dates_waiting_then_says_how_many_moved(
    parent: Parent,
) -> None:
    """Seven in the evening stays seven in the evening, and what moved is counted."""
    await parent.says("/add")
    await parent.does("Sam", "[IEP meeting]", "Oct 30 2026", "[Yes]")
    said = await parent.does("/zone", "[Pacific Time]")
    assert "waiting messages moved to match" in said


async def test_zone_when_typed_as_a_city_then_finds_it(parent: Parent) -> None:
    """Any large city will do."""
    assert (await parent.does("/zone", "[Somewhere else]", "denver")).startswith("Mountain Time.")


async def test_zone_when_written_after_the_command_then_is_set_at_once(parent: Parent) -> None:
    """Who says it all in one line is not asked again."""
    assert (await parent.says("/zone Honolulu")).startswith("Hawaii Time. For you it is 4:00 AM")


async def test_zone_when_the_state_has_two_then_asks_which(parent: Parent) -> None:
    """Nobody in El Paso is told an hour too early."""
    said = await parent.does("/zone", "Texas")
    assert said.startswith("Your state has two zones: Central Time and Mountain Time.")


async def test_zone_when_unknown_then_asks_again(parent: Parent) -> None:
    """A place that cannot be found is asked for again, with the buttons at hand."""
    said = await parent.does("/zone", "Atlantis")
    assert said.startswith("I could not find that place.")
    assert "Eastern Time" in parent.buttons


async def test_zone_when_a_location_is_shared_then_uses_it_once(parent: Parent) -> None:
    """A shared place becomes a zone, and nothing else."""
    await parent.says("/zone")
    assert (await parent.shares(33.45, -112.07)).startswith("Arizona Time.")


async def test_zone_when_the_location_is_abroad_then_asks_to_pick(parent: Parent) -> None:
    """A place outside of the map is not guessed."""
    await parent.says("/zone")
    assert (await parent.shares(48.86, 2.35)).startswith("I could not tell the zone")


async def test_zone_when_an_iana_name_is_typed_then_takes_it(parent: Parent) -> None:
    """A family abroad can keep its hours too."""
    assert (await parent.does("/zone", "europe/madrid")).startswith("Madrid. For you it is 4:00 PM")


async def test_zone_when_tapped_twice_then_acts_once(store: Sessions, renderer: Renderer) -> None:
    """A double tap is told that the question is closed."""
    parent = Parent(store, renderer, await make_chat(store, 4, None), now=NOW)
    await parent.says("/zone")
    tap = parent.payload("Eastern Time")
    await parent.presses(tap)

    assert await parent.presses(tap) == "That question is closed. /dates shows what I keep."
    assert parent.chat_id == ChatId(4)
