"""The register against a plain list: whatever is done in whatever order, both hold the same."""

import shutil
import uuid
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from allvar_desktop.clock import FixedClock
from allvar_desktop.storage.backups import list_copies, make_copy
from allvar_desktop.storage.key_file import read_key_file, write_key_file
from allvar_desktop.storage.key_slots import derive
from allvar_desktop.storage.restoring import restore_copy
from tests.storage.light_register import (
    LIGHT,
    PASSWORD,
    act,
    make_register,
    names,
    open_register,
    outside_head,
)

VALUES = st.text(max_size=40) | st.just("x" * 9000)


class UndoneError(Exception):
    """Thrown inside an action to undo it."""


def undo() -> None:
    raise UndoneError


class RegisterAgainstList(RuleBasedStateMachine):
    home: Path

    def __init__(self) -> None:
        super().__init__()
        self.here = self.home / uuid.uuid4().hex
        self.folder = self.here / "0"
        self.place = self.here / "copies"
        self.place.mkdir(parents=True)
        self.clock = FixedClock(datetime(2026, 3, 27, 14, 40, tzinfo=UTC))
        self.register = make_register(self.folder, self.clock)
        self.model: list[str] = []
        self.copied: list[str] | None = None
        self.moves = 0

    def name(self) -> str:
        self.moves += 1
        self.clock.advance(timedelta(seconds=1))
        return str(self.moves)

    @rule(value=VALUES)
    def an_action(self, value: str) -> None:
        name = self.name()
        act(self.register, self.clock, name, value.replace("\0", ""))
        self.model.append(name)

    @rule(value=VALUES)
    def an_action_that_is_undone(self, value: str) -> None:
        with suppress(UndoneError), self.register.atomic():
            act(self.register, self.clock, self.name(), value.replace("\0", ""))
            undo()

    @rule(fates=st.lists(st.booleans(), max_size=5), is_kept=st.booleans())
    def many_actions_in_one(self, fates: list[bool], is_kept: bool) -> None:
        done = []
        try:
            with self.register.atomic():
                for fate in fates:
                    name = self.name()
                    try:
                        with self.register.atomic():
                            act(self.register, self.clock, name)
                            if not fate:
                                undo()
                        done.append(name)
                    except UndoneError:
                        pass
                if not is_kept:
                    undo()
        except UndoneError:
            return
        self.model += done

    @rule()
    def closing_and_opening(self) -> None:
        self.register.close()
        self.register = open_register(self.folder, self.clock)

    @rule()
    def a_crash_between_an_action_and_its_head(self) -> None:
        before = read_key_file(self.folder)
        self.an_action("")
        self.register.close()
        write_key_file(self.folder, before)
        self.register = open_register(self.folder, self.clock)

    @rule()
    def a_copy(self) -> None:
        make_copy(self.register, self.place, self.clock, keep=2)
        self.clock.advance(timedelta(seconds=1))
        self.copied = list(self.model)
        assert not self.register.has_changed_since_copy

    @precondition(lambda self: self.copied is not None)
    @rule()
    def going_back_to_the_copy(self) -> None:
        self.register.close()
        newest = list_copies(self.place)[0].folder
        self.folder = self.here / self.name()
        who = read_key_file(newest).accounts[0]
        restore_copy(newest, self.folder, who, derive(PASSWORD, who.slot, LIGHT), self.clock)
        self.register = open_register(self.folder, self.clock)
        self.model = list(self.copied or [])

    @invariant()
    def both_hold_the_same(self) -> None:
        assert names(self.register) == self.model
        assert self.register.log.verify().entries == len(self.model)
        assert self.register.opening_warning is None
        assert outside_head(self.folder) == self.register.log.head()

    def teardown(self) -> None:
        assert self.register.verify_all() == []
        self.register.close()
        shutil.rmtree(self.here)


def test_the_register_does_what_a_list_does(tmp_path: Path) -> None:
    class Here(RegisterAgainstList):
        home = tmp_path

    run_state_machine_as_test(Here, settings=settings(settings(), max_examples=20, stateful_step_count=20))
