"""Every table under one name, for statements. Rows never leave ``scheduler/store``."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from scheduler.store.answer_tables import ReasonCountRow, SentQuestionRow, TopicCountRow
from scheduler.store.columns import METADATA
from scheduler.store.family_tables import (
    ChatRow,
    ChildRow,
    DraftRow,
    FamilyRow,
    PlanDateRow,
    SchoolChangeRow,
    VoteRow,
)
from scheduler.store.queue_tables import ArrivalRow, OutboxRow, ReminderRow


def _table(row: type[SQLModel]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


# Statements are written on these and not on the classes: reading a hundred letters makes a
# hundred values, and no tracked objects beside them.
FAMILY = _table(FamilyRow)
CHAT = _table(ChatRow)
CHILD = _table(ChildRow)
PLAN_DATE = _table(PlanDateRow)
SCHOOL_CHANGE = _table(SchoolChangeRow)
OUTBOX = _table(OutboxRow)
REMINDER = _table(ReminderRow)
DRAFT = _table(DraftRow)
ARRIVAL = _table(ArrivalRow)
TOPIC_COUNT = _table(TopicCountRow)
REASON_COUNT = _table(ReasonCountRow)
SENT_QUESTION = _table(SentQuestionRow)
VOTE = _table(VoteRow)
