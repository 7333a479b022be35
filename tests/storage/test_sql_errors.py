import errno

import pytest
from sqlcipher3 import dbapi2

from allvar_desktop.errors import (
    DamagedRegisterError,
    DiskFullError,
    KnownError,
    MissingPlaceError,
    ReadOnlyError,
)
from allvar_desktop.storage.disk_errors import from_os_error
from allvar_desktop.storage.sql_errors import from_sql_error, known_disk_errors


class FakeSqlError(dbapi2.OperationalError):  # type: ignore[misc]  # sqlcipher3 ships no types
    def __init__(self, code: int) -> None:
        super().__init__("near 'Påhittad Provsson'")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (13, DiskFullError),
        (8, ReadOnlyError),
        (8 | 4 << 8, ReadOnlyError),
        (3, ReadOnlyError),
        (14, MissingPlaceError),
        (11, DamagedRegisterError),
        (26, DamagedRegisterError),
        (10 | 3 << 8, KnownError),
        (5, KnownError),
        (6, KnownError),
    ],
)
def test_what_sqlite_says_of_the_disk_is_known(code: int, kind: type[KnownError]) -> None:
    with pytest.raises(kind) as caught, known_disk_errors():
        raise FakeSqlError(code)
    assert caught.value.sentence.endswith(".")
    assert caught.value.next_step.endswith(".")


def test_the_text_of_sqlite_goes_no_further() -> None:
    with pytest.raises(KnownError) as caught, known_disk_errors():
        raise FakeSqlError(13)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("error", [FakeSqlError(19), FakeSqlError(1), dbapi2.ProgrammingError("closed")])
def test_a_bug_of_ours_passes_unchanged(error: dbapi2.Error) -> None:
    assert from_sql_error(error) is None
    with pytest.raises(type(error)) as caught, known_disk_errors():
        raise error
    assert caught.value is error


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.ENOENT, MissingPlaceError),
        (errno.EIO, KnownError),
    ],
)
def test_what_the_system_says_of_the_disk_is_known(number: int, kind: type[KnownError]) -> None:
    with pytest.raises(kind), known_disk_errors():
        raise OSError(number, "…")


def test_each_error_of_the_disk_has_its_own_sentence() -> None:
    kinds = (errno.ENOSPC, errno.EROFS, errno.ENOENT, errno.EIO)
    assert len({from_os_error(OSError(number, "…")).sentence for number in kinds}) == len(kinds)
