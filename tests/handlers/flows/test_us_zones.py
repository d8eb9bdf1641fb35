"""Names and places into zones of the United States."""

from zoneinfo import available_timezones

import pytest

from handlers.flows.us_zones import _ALONE, _BOXES, _OF_STATES, MAIN_ZONES, zone_at, zones_named


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Eastern", ("America/New_York",)),
        ("eastern time", ("America/New_York",)),
        ("EST", ("America/New_York",)),
        ("Central Time", ("America/Chicago",)),
        ("CO", ("America/Denver",)),
        ("Arizona", ("America/Phoenix",)),
        ("Phoenix, AZ", ("America/Phoenix",)),
        ("Los Angeles", ("America/Los_Angeles",)),
        ("Austin, TX", ("America/Chicago",)),
        ("Portland, Oregon", ("America/Los_Angeles",)),
        ("Portland, Maine", ("America/New_York",)),
        ("Kansas City", ("America/Chicago",)),
        ("St. Louis", ("America/Chicago",)),
        ("San Juan", ("America/Puerto_Rico",)),
        ("Hawái", ("Pacific/Honolulu",)),
        ("Florida", ("America/New_York", "America/Chicago")),
        ("El Paso, Texas", ("America/Denver",)),
        ("denver colorado", ("America/Denver",)),
        ("Raleigh North Carolina", ("America/New_York",)),
        ("Hartford, CT", ("America/New_York",)),
        ("CT", ("America/Chicago",)),
        ("Smalltown, ok", ("America/Chicago",)),
        ("ok", ()),
        ("hi", ()),
        ("Hora del Este", ("America/New_York",)),
        ("hora de la Montaña", ("America/Denver",)),
        ("hora de Arizona", ("America/Phoenix",)),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_zones_named_when_asked_then_knows_places_as_people_write_them(
    text: str, zones: tuple[str, ...]
) -> None:
    """A zone, a state or its letters, a city with or without its state."""
    assert zones_named(text) == zones


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ((40.71, -74.01), "America/New_York"),
        ((42.33, -83.05), "America/New_York"),
        ((25.76, -80.19), "America/New_York"),
        ((33.75, -84.39), "America/New_York"),
        ((39.77, -86.16), "America/New_York"),
        ((41.88, -87.63), "America/Chicago"),
        ((36.16, -86.78), "America/Chicago"),
        ((29.76, -95.37), "America/Chicago"),
        ((44.98, -93.27), "America/Chicago"),
        ((39.74, -104.99), "America/Denver"),
        ((31.76, -106.49), "America/Denver"),
        ((43.62, -116.21), "America/Denver"),
        ((40.76, -111.89), "America/Denver"),
        ((33.45, -112.07), "America/Phoenix"),
        ((34.05, -118.24), "America/Los_Angeles"),
        ((36.17, -115.14), "America/Los_Angeles"),
        ((47.61, -122.33), "America/Los_Angeles"),
        ((45.52, -122.68), "America/Los_Angeles"),
        ((61.22, -149.90), "America/Anchorage"),
        ((21.31, -157.86), "Pacific/Honolulu"),
        ((18.47, -66.11), "America/Puerto_Rico"),
        ((48.86, 2.35), None),
        ((0.0, 0.0), None),
    ],
)
def test_zone_at_when_in_a_large_city_then_is_its_zone(
    place: tuple[float, float], zone: str | None
) -> None:
    """The map is rough, but right where most people live."""
    assert zone_at(*place) == zone


def test_tables_when_read_then_name_real_zones_only() -> None:
    """Every zone of the tables is one that the machine knows."""
    named = {zone for zones in (*_ALONE.values(), *_OF_STATES.values()) for zone in zones}
    assert named | {box.zone for box in _BOXES} | set(MAIN_ZONES) <= available_timezones()
