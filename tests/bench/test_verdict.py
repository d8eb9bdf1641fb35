"""The counting of a chaos run."""

from bench.chaos.verdict import Arrived, Kill, Record, Verdict, judge


def test_judge_when_all_arrive_once_then_nothing_is_lost_or_doubled() -> None:
    """A run in which each reminder arrives once is a good one."""
    record = Record(2, [Arrived(0, 1.0, 0), Arrived(1, 5.0, 1)], [Kill(0, 1.04, owed=1)])

    verdict = judge(record)

    assert verdict == Verdict(
        kills=1,
        due=2,
        lost=0,
        doubled=0,
        worst_kill=0,
        lanes=1,
        unexplained=0,
        near=1,
        while_due=1,
    )
    assert verdict.good


def test_judge_when_one_never_arrives_then_it_is_lost() -> None:
    """A reminder that never arrives spoils the run."""
    verdict = judge(Record(2, [Arrived(1, 1.0, 0)]))

    assert (verdict.lost, verdict.good) == (1, False)


def test_judge_when_a_kill_doubles_one_then_it_is_counted_against_that_kill() -> None:
    """One doubled message a kill is what is promised."""
    arrived = [Arrived(0, 1.0, 0), Arrived(0, 3.0, 1), Arrived(1, 4.0, 1), Arrived(1, 6.0, 2)]

    verdict = judge(Record(2, arrived, [Kill(0, 1.0, owed=1), Kill(1, 4.0, owed=0)]))

    assert (verdict.doubled, verdict.worst_kill, verdict.good) == (2, 1, True)


def test_judge_when_a_kill_doubles_two_then_the_run_is_bad() -> None:
    """A kill may double one message, not two."""
    arrived = [Arrived(0, 1.0, 0), Arrived(1, 1.0, 0), Arrived(0, 3.0, 1), Arrived(1, 3.0, 1)]

    verdict = judge(Record(2, arrived, [Kill(0, 1.0, owed=0)]))

    assert (verdict.worst_kill, verdict.good) == (2, False)


def test_judge_when_two_could_be_on_their_way_then_a_kill_may_double_both() -> None:
    """What a kill may double is what can be on its way at one time."""
    arrived = [Arrived(0, 1.0, 0), Arrived(1, 1.0, 0), Arrived(0, 3.0, 1), Arrived(1, 3.0, 1)]

    verdict = judge(Record(2, arrived, [Kill(0, 1.0, owed=0)], lanes=2))

    assert verdict.good


def test_judge_when_doubled_within_one_life_then_no_kill_explains_it() -> None:
    """A message doubled by a process that was not killed in between is a fault."""
    verdict = judge(Record(1, [Arrived(0, 1.0, 0), Arrived(0, 2.0, 0)]))

    assert (verdict.unexplained, verdict.good) == (1, False)


def test_judge_when_nothing_was_due_at_a_kill_then_the_kill_does_not_count_as_hit() -> None:
    """The report tells kills that hit a send from those that found the bot idle."""
    verdict = judge(Record(1, [Arrived(0, 1.0, 0)], [Kill(0, 2.0, owed=0)]))

    assert (verdict.kills, verdict.near, verdict.while_due) == (1, 0, 0)


def test_last_line_when_judged_then_machines_can_read_it() -> None:
    """The last line has four counts in a fixed form."""
    verdict = judge(Record(3, [Arrived(0, 1.0, 0), Arrived(0, 2.0, 1)], [Kill(0, 1.5, owed=2)]))

    assert verdict.last_line() == "kills=1 due=3 lost=2 doubled=1"
