"""Which zones people of the United States live in: names they use, states, rough places.

A table that can be read, no rules of time. Names are IANA zones; borders are simplified, and
a state with two zones answers with both so that a person picks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

EASTERN = "America/New_York"
CENTRAL = "America/Chicago"
MOUNTAIN = "America/Denver"
ARIZONA = "America/Phoenix"
PACIFIC = "America/Los_Angeles"
ALASKA = "America/Anchorage"
HAWAII = "Pacific/Honolulu"
PUERTO_RICO = "America/Puerto_Rico"
GUAM = "Pacific/Guam"
SAMOA = "Pacific/Pago_Pago"

# "Hora del Este", as the Spanish buttons say it.
_HOUR_OF = re.compile(r"^hora (?:del |de la |de )")

MAIN_ZONES = (EASTERN, CENTRAL, MOUNTAIN, ARIZONA, PACIFIC, ALASKA, HAWAII)

_NAMES = {
    EASTERN: "et est edt eastern este",
    CENTRAL: "ct cst cdt central centro",
    MOUNTAIN: "mt mst mdt mountain montaña",
    ARIZONA: "arizona phoenix tucson mesa",
    PACIFIC: "pt pst pdt pacific pacífico pacifico",
    ALASKA: "akst akdt alaska anchorage juneau fairbanks",
    HAWAII: "hst hawaii hawái hawai honolulu hilo",
    PUERTO_RICO: "ast atlantic puerto_rico san_juan ponce virgin_islands us_virgin_islands",
    GUAM: "guam saipan northern_mariana_islands",
    SAMOA: "american_samoa pago_pago",
}

_STATES = {
    EASTERN: (
        "connecticut ct delaware de georgia ga maine me_state maryland md "
        "massachusetts ma new_hampshire nh new_jersey nj new_york ny north_carolina nc ohio oh "
        "pennsylvania pa rhode_island ri south_carolina sc vermont vt virginia va washington_dc "
        "dc district_of_columbia west_virginia wv"
    ),
    CENTRAL: (
        "alabama al arkansas ar illinois il iowa ia louisiana la minnesota mn mississippi "
        "ms missouri mo oklahoma ok wisconsin wi"
    ),
    MOUNTAIN: "colorado co montana mt new_mexico nm utah ut wyoming wy",
    PACIFIC: "california ca nevada nv washington wa",
    ARIZONA: "arizona az",
    ALASKA: "alaska ak",
    HAWAII: "hawaii hi",
    PUERTO_RICO: "puerto_rico pr virgin_islands vi",
    GUAM: "guam gu",
}
# Letters that are everyday words, or a zone, when they stand alone; after a city they are fine.
_NOT_ALONE = frozenset({"ct", "mt", "la", "de", "hi", "in", "me", "ok", "or"})

# Most of the state first, the rest after it.
_SPLIT_STATES = {
    (EASTERN, CENTRAL): "florida fl indiana in kentucky ky michigan mi",
    (CENTRAL, EASTERN): "tennessee tn",
    (CENTRAL, MOUNTAIN): "kansas ks nebraska ne north_dakota nd south_dakota sd texas tx",
    (MOUNTAIN, PACIFIC): "idaho id",
    (PACIFIC, MOUNTAIN): "oregon or",
}

_CITIES = {
    EASTERN: (
        "nyc new_york_city brooklyn queens bronx boston philadelphia pittsburgh atlanta miami "
        "orlando tampa jacksonville charlotte raleigh columbus cleveland cincinnati detroit "
        "indianapolis louisville baltimore washington_d.c. richmond buffalo rochester newark "
        "hartford providence knoxville virginia_beach"
    ),
    CENTRAL: (
        "chicago houston dallas san_antonio austin fort_worth nashville memphis milwaukee "
        "minneapolis st_paul saint_paul st_louis st._louis saint_louis kansas_city omaha tulsa "
        "oklahoma_city new_orleans birmingham little_rock des_moines wichita madison mobile "
        "pensacola fargo sioux_falls corpus_christi mcallen laredo"
    ),
    MOUNTAIN: "denver salt_lake_city albuquerque boise el_paso colorado_springs billings santa_fe",
    PACIFIC: (
        "los_angeles la san_francisco san_diego san_jose sacramento fresno oakland seattle "
        "portland las_vegas reno spokane tacoma long_beach bakersfield anaheim"
    ),
}


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle of the map in degrees, south to north and west to east."""

    south: float
    north: float
    west: float
    east: float
    zone: str


# Read from top to bottom, the first that holds a place wins; good to some tens of miles. Near
# a border the parent sees the present time of the zone and can change it.
_BOXES = (
    _Box(51.0, 72.0, -180.0, -129.5, ALASKA),
    _Box(18.5, 22.7, -161.0, -154.0, HAWAII),
    _Box(17.5, 18.7, -67.5, -64.3, PUERTO_RICO),
    _Box(13.0, 20.6, 144.5, 146.2, GUAM),
    _Box(-14.8, -11.0, -171.2, -168.0, SAMOA),
    _Box(31.2, 37.0, -114.7, -109.05, ARIZONA),
    _Box(35.0, 42.0, -125.0, -114.04, PACIFIC),
    _Box(32.4, 35.0, -125.0, -114.5, PACIFIC),
    _Box(45.5, 49.1, -125.0, -116.5, PACIFIC),
    _Box(42.0, 45.5, -125.0, -117.0, PACIFIC),
    _Box(31.3, 32.1, -106.7, -104.9, MOUNTAIN),
    _Box(37.0, 41.0, -114.04, -102.05, MOUNTAIN),
    _Box(31.3, 37.0, -109.05, -103.05, MOUNTAIN),
    _Box(41.0, 43.0, -114.04, -101.5, MOUNTAIN),
    _Box(43.0, 49.1, -117.0, -101.0, MOUNTAIN),
    _Box(30.2, 31.0, -87.7, -85.0, CENTRAL),
    _Box(24.4, 31.0, -85.0, -79.8, EASTERN),
    _Box(31.0, 35.0, -85.1, -75.0, EASTERN),
    _Box(35.0, 36.6, -85.2, -75.0, EASTERN),
    _Box(36.6, 38.0, -86.0, -75.0, EASTERN),
    _Box(38.0, 41.7, -87.5, -69.0, EASTERN),
    _Box(41.7, 46.0, -87.0, -66.9, EASTERN),
    _Box(46.0, 47.5, -87.6, -66.9, EASTERN),
    _Box(25.8, 49.4, -106.7, -85.0, CENTRAL),
)


def zones_named(text: str) -> tuple[str, ...]:
    """The zones that a name may mean: none, one, or two for a state that has two.

    ``text`` is a zone, a state or its letters, or a larger city, perhaps with its state, in
    any case: "Eastern", "CO", "El Paso, Texas", "hora del Este".
    """
    bare = _HOUR_OF.sub("", text.casefold()).removesuffix(" time")
    place, comma, state = bare.rpartition(",")
    if not comma:
        return _ALONE.get(_key(state), ()) or _city_before_state(state.split())
    return _city_in_state(_key(place), _key(state))


def _city_before_state(words: list[str]) -> tuple[str, ...]:
    """The zones of "denver colorado", "raleigh north carolina"."""
    for cut in range(-1, -min(len(words), 3), -1):
        found = _city_in_state("_".join(words[:cut]), "_".join(words[cut:]))
        if found:
            return found
    return ()


def _city_in_state(city: str, state: str) -> tuple[str, ...]:
    """The city's own zone where its state has it, else the state's: there are two Portlands."""
    zones = _OF_STATES.get(state, ())
    known = _ALONE.get(city, ())
    return known if known and set(known) <= set(zones) else zones


def _key(name: str) -> str:
    return "_".join(name.split())


def zone_at(latitude: float, longitude: float) -> str | None:
    """The zone of a place in degrees, good to some tens of miles; None outside of the US."""
    for box in _BOXES:
        if box.south <= latitude <= box.north and box.west <= longitude <= box.east:
            return box.zone
    return None


def _listed(*tables: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Each name of the tables with its zone; later tables win."""
    return {
        name: (zone,) for table in tables for zone, names in table.items() for name in names.split()
    }


def _of_states() -> dict[str, tuple[str, ...]]:
    split = {name: zones for zones, names in _SPLIT_STATES.items() for name in names.split()}
    return _listed(_STATES) | split


_OF_STATES = _of_states()
_ALONE = {name: zones for name, zones in _OF_STATES.items() if name not in _NOT_ALONE} | _listed(
    _CITIES, _NAMES
)
