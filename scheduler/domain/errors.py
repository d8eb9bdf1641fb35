"""Refusals that a parent can mend; ``handlers/errors.py`` turns each code into words."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Why something was not done."""

    NICKNAME_EMPTY = "nickname-empty"
    NICKNAME_TOO_LONG = "nickname-too-long"
    NICKNAME_TAKEN = "nickname-taken"
    TITLE_TOO_LONG = "title-too-long"
    CHANGE_EMPTY = "change-empty"
    CHANGE_TOO_LONG = "change-too-long"
    CHANGE_TOO_MANY_DAYS = "change-too-many-days"
    CHANGE_PAST = "change-past"
    DATE_PAST = "date-past"
    DATE_TOO_FAR = "date-too-far"
    ZONE_UNKNOWN = "zone-unknown"
    ZONE_MISSING = "zone-missing"
    TOO_MANY_CHILDREN = "too-many-children"
    TOO_MANY_DATES = "too-many-dates"
    TOO_MANY_CHANGES = "too-many-changes"


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something the bot will not do as asked; ``code`` says why."""

    def __init__(self, code: RefusalCode) -> None:
        super().__init__(code.value)
        self.code = code
