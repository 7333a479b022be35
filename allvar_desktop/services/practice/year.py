"""The practice year: stories that take turns, each waiting for its own next instant."""

import heapq
from collections.abc import Callable, Generator
from datetime import datetime

from allvar_desktop.clock import FixedClock

Story = Generator[datetime, None, None]
"""What happens in one case: it gives the instant (UTC) at which it wants to go on, again and again."""
OnProgress = Callable[[int, int], object]
STEPS = 100
"""Into how many steps the progress of the year is cut."""


class Year:
    """Runs stories in the order of time. What would come after `until` does not happen."""

    def __init__(self, clock: FixedClock, until: datetime) -> None:
        self._clock = clock
        self.until = until
        self._waiting: list[tuple[datetime, int, Story]] = []
        self._begun = 0

    def begin(self, story: Story) -> None:
        """Let a story take part; its first instant says when."""
        self._begun += 1
        self._go_on(story, self._begun)

    def run(self, on_progress: OnProgress = lambda _done, _total: None) -> None:
        """Until all stories are told, or the end; the clock stands at the end then."""
        start = self._clock.now()
        shown = 0
        while self._waiting:
            instant, place, story = heapq.heappop(self._waiting)
            if instant > self.until:
                continue
            self._clock.set(max(instant, self._clock.now()))
            self._go_on(story, place)
            done = int(STEPS * ((instant - start) / (self.until - start)))
            if done > shown:
                shown = done
                on_progress(done, STEPS)
        self._clock.set(self.until)

    def _go_on(self, story: Story, place: int) -> None:
        instant = next(story, None)
        if instant is not None:
            heapq.heappush(self._waiting, (instant, place, story))
