"""The clock of a case's line, as a deadline: what stands in the pill of a list."""

from datetime import datetime, timedelta

from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.deadline_rules import DeadlineRule
from allvar_desktop.domain.deadlines import Deadline, Ending, EndReason, evaluate
from allvar_desktop.domain.moment import Moment


def line_clock(line: CaseLine, rule: DeadlineRule, now: datetime) -> Deadline:
    """How the clock of the line stands at the instant `now` (UTC); `rule` is that of the 48 hours."""
    start = None if line.clock_due is None else line.clock_due - timedelta(hours=rule.limit)
    stop = line.clock_stopped
    ending = None
    if line.clock_ended:
        # When it ended does not show in a list; that it did says all.
        ending = Ending(EndReason(line.clock_ended), Moment.from_instant(now))
    return evaluate(
        rule,
        None if start is None else Moment.from_instant(start),
        now,
        stop=None if stop is None else Moment.from_instant(stop),
        ending=ending,
    )
