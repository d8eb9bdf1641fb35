"""Dates as people write them in Spanish, each beside the days that it may mean."""

import pytest

from scheduler.domain.calendar import Doubt, read_moment
from tests.scheduler.domain.phrases import TODAY, moments

PHRASES = (
    ("5/12", "2026-12-05", None),
    ("5/12/26", "2026-12-05", None),
    ("5 de diciembre", "2026-12-05", None),
    ("5 de diciembre a las 2", "2026-12-05 14:00", None),
    ("el 5 de diciembre de 2026 a las 14:30", "2026-12-05 14:30", None),
    ("5 dic", "2026-12-05", None),
    ("diciembre 5", "2026-12-05", None),
    ("mañana", "2026-11-25", None),
    ("mañana a las 9", "2026-11-25 09:00", None),
    ("mañana por la mañana", "2026-11-25", None),
    ("pasado mañana", "2026-11-26", None),
    ("hoy", "2026-11-24", None),
    ("esta noche", "2026-11-24", None),
    ("esta noche a las 7", "2026-11-24 19:00", None),
    ("el próximo viernes", "2026-11-27, 2026-12-04", Doubt.TWO_READINGS),
    ("el viernes", "2026-11-27", None),
    ("viernes que viene", "2026-11-27, 2026-12-04", Doubt.TWO_READINGS),
    ("este viernes", "2026-11-27", None),
    ("dentro de dos semanas", "2026-12-08", None),
    ("en 10 días", "2026-12-04", None),
    ("dentro de un mes", "2026-12-24", None),
    ("en quince días", "2026-12-09", None),
    ("primer lunes de marzo", "2026-03-02, 2027-03-01", Doubt.TWO_READINGS),
    ("tercer viernes de marzo", "2026-03-20, 2027-03-19", Doubt.TWO_READINGS),
    ("último día de mayo", "2026-05-31, 2027-05-31", Doubt.TWO_READINGS),
    ("fin de mes", "2026-11-30", None),
    ("a fin de mes", "2026-11-30", None),
    ("el último viernes del mes", "2026-11-27", None),
    ("la próxima semana", "2026-11-30, 2026-12-04", Doubt.TWO_READINGS),
    ("el martes de la próxima semana", "2026-12-01", None),
    ("5/12 al mediodía", "2026-12-05 12:00", None),
    ("5 de diciembre a medianoche", "2026-12-05 00:00", None),
    ("5 de diciembre a las dos y media", "2026-12-05 14:30", None),
    ("a las 9 de la mañana del 5 de diciembre", "2026-12-05 09:00", None),
    ("5 de diciembre a las 3 de la tarde", "2026-12-05 15:00", None),
    ("5 de diciembre a las 3 menos cuarto", "2026-12-05 14:45", None),
    ("ayer", "2026-11-23", Doubt.PAST),
    ("hace dos semanas", "2026-11-10", Doubt.PAST),
    ("12/25", "2026-12-25", None),
    ("30/2", "", Doubt.IMPOSSIBLE),
    ("marzo", "2027-03-01, 2027-03-31", Doubt.BARE_MONTH),
    ("29 de febrero", "2028-02-29", None),
    ("1 de mayo", "2026-05-01, 2027-05-01", Doubt.TWO_READINGS),
    ("primero de mayo", "2026-05-01, 2027-05-01", Doubt.TWO_READINGS),
    ("el 15", "2026-12-15", None),
    ("el día 3 a las 10", "2026-12-03 10:00", None),
    ("viernes 4 de diciembre", "2026-12-04", None),
    ("sábado 5 de diciembre", "2026-12-05", None),
    ("mediados de enero", "2026-01-15, 2027-01-15", Doubt.TWO_READINGS),
    ("2026-12-05", "2026-12-05", None),
    ("Dec 5 at 2pm", "2026-12-05 14:00", None),
    (
        "recuérdame la reunión del IEP de mi hijo el 3 de diciembre a las 2 pm",
        "2026-12-03 14:00",
        None,
    ),
    ("salón 12", "", Doubt.NOT_A_DATE),
    ("plan 504", "", Doubt.NOT_A_DATE),
    ("quinto grado", "", Doubt.NOT_A_DATE),
    ("80 %", "", Doubt.NOT_A_DATE),
    ("el lunes pasado", "2026-11-23", Doubt.PAST),
    ("el mes que viene", "2026-12-01, 2026-12-31", Doubt.BARE_MONTH),
    ("mar 1 dic", "2026-12-01", None),
    ("el 5 de diciembre a las 14h", "2026-12-05 14:00", None),
    ("por la mañana", "", Doubt.NOT_A_DATE),
    ("mañana a mediodia", "2026-11-25 12:00", None),
    ("una semana después del viernes", "2026-12-04", None),
    ("mañana por la mañana a las 6", "2026-11-25 06:00", None),
    ("mañana por la noche a las 9", "2026-11-25 21:00", None),
    ("viernes 11", "2026-12-11", None),
    ("el viernes 9-11", "2026-11-27", None),
    ("el viernes en la tarde", "2026-11-27", None),
    ("a las 12 de la noche del 5 de diciembre", "2026-12-05 00:00", None),
    ("tercer viernes de marzo de 2027", "2027-03-19", None),
    ("marzo de 2027", "2027-03-01, 2027-03-31", Doubt.BARE_MONTH),
    ("dentro de un par de semanas", "2026-12-08", None),
    ("fin de marzo de 2027", "2027-03-31", None),
    ("el jueves próximo", "2026-11-26, 2026-12-03", Doubt.TWO_READINGS),
    ("este fin de semana", "2026-11-28, 2026-11-29", Doubt.TWO_READINGS),
    ("la semana pasada", "2026-11-17", Doubt.PAST),
)


@pytest.mark.parametrize(("text", "expected", "doubt"), PHRASES)
def test_reading_of_spanish_phrase_when_read_on_a_tuesday_then_days_and_doubt_are_those_meant(
    text: str, expected: str, doubt: Doubt | None
) -> None:
    """Each phrase gives its days, its hour and the reason to ask again, if there is one."""
    reading = read_moment(text, today=TODAY, language="es")

    assert (reading.moments, reading.doubt) == (moments(expected), doubt)
