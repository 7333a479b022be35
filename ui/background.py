"""Slow work beside the window: it runs in a thread, and its answer comes back to the window's own."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer, Signal


class Work(QThread):
    """One piece of work. `done` brings what it answered, `failed` the exception."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        try:
            answer = self._work()
        except Exception as error:  # noqa: BLE001 -- brought over to whoever asked
            self.failed.emit(error)
        else:
            self.done.emit(answer)


_running: set[Work] = set()


def start(
    work: Callable[[], Any],
    done: Callable[[Any], object],
    failed: Callable[[BaseException], object],
    parent: QObject,
) -> Work:
    """Run `work` in a thread; `done` or `failed` is called in this one, unless `parent` is gone by then."""
    thread = Work(work)
    relay = _Relay(done, failed, parent)
    thread.done.connect(relay.bring)
    thread.failed.connect(relay.tell)
    thread.finished.connect(lambda: _running.discard(thread))
    _running.add(thread)
    thread.start()
    return thread


class _Relay(QObject):
    """Lives in the window's thread, so that Qt queues the answer over to it."""

    def __init__(
        self, done: Callable[[Any], object], failed: Callable[[BaseException], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed

    def bring(self, answer: Any) -> None:
        self._done(answer)
        self.deleteLater()

    def tell(self, error: BaseException) -> None:
        self._failed(error)
        self.deleteLater()


def answer(work: Callable[[], Any], parent: QObject) -> Any:
    """What `work` answers in a thread, while the window goes on being painted; its error is raised here."""
    loop = QEventLoop(parent)
    answers: list[Any] = []
    errors: list[BaseException] = []

    def bring(got: Any) -> None:
        answers.append(got)
        loop.quit()

    def tell(error: BaseException) -> None:
        errors.append(error)
        loop.quit()

    start(work, bring, tell, parent)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if errors:
        raise errors[0]
    return answers[0]


def wait_for_all(milliseconds: int = 10_000) -> None:
    """Wait until no work is running: before the program ends."""
    for thread in tuple(_running):
        thread.wait(milliseconds)


def run_beside(work: Callable[[], object]) -> None:
    """Run work that nobody waits for beside the window, with less haste than the window's own."""
    thread = Work(work)
    thread.finished.connect(lambda: _running.discard(thread))
    _running.add(thread)
    thread.start(QThread.Priority.LowPriority)


def do_while_idle(steps: Sequence[Callable[[], object]], parent: QObject) -> None:
    """Do small pieces of work one at a time while nobody is typing, in the window's own thread."""
    rest = list(steps)
    timer = QTimer(parent)

    def step() -> None:
        if rest:
            # Only a head start: what cannot be imported says so when it is wanted.
            with suppress(ImportError):
                rest.pop(0)()
        else:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start(15)
