"""Where errors of the disk and of SQLite become Swedish sentences with a next step."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from allvar_desktop.errors import (
    DamagedRegisterError,
    DiskFullError,
    KnownError,
    MissingPlaceError,
    ReadOnlyError,
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})

_PRIMARY_CODE = 0xFF
"""The low byte of an SQLite error code is its kind; the rest says where it happened."""


def disk_full() -> DiskFullError:
    """The disk has no room left."""
    return DiskFullError(
        "Disken är full. Det du just gjorde är inte sparat.",
        "Frigör utrymme på disken och gör om det sista steget.",
    )


def read_only() -> ReadOnlyError:
    """The place cannot be written."""
    return ReadOnlyError(
        "Mappen eller filen går inte att skriva i.",
        "Kontrollera att du har rätt att skriva i mappen, eller välj en annan mapp.",
    )


def missing_place() -> MissingPlaceError:
    """The folder or the disk is not there."""
    return MissingPlaceError(
        "Mappen eller disken finns inte.",
        "Anslut disken eller välj en annan mapp, och försök igen.",
    )


def damaged_register() -> DamagedRegisterError:
    """The file does not hold together. It is never deleted or mended in place."""
    return DamagedRegisterError(
        "Registrets fil är skadad.",
        "Återställ den senaste säkerhetskopian. Den skadade filen lämnas kvar där den är.",
    )


def damaged_keys() -> DamagedRegisterError:
    """The file with the key slots does not hold together."""
    return DamagedRegisterError(
        "Registrets nyckelfil är skadad.",
        "Återställ den senaste säkerhetskopian. Den skadade filen lämnas kvar där den är.",
    )


def missing_register() -> DamagedRegisterError:
    """The key file is there and the register is not."""
    return DamagedRegisterError(
        "Registrets fil saknas i mappen; bara nyckelfilen finns kvar.",
        "Lägg tillbaka filen register.allvar, eller återställ den senaste säkerhetskopian.",
    )


def failing_disk() -> KnownError:
    """The disk answers with errors."""
    return KnownError(
        "Disken svarar inte som den ska. Det du just gjorde är inte sparat.",
        "Kontrollera att disken är ansluten. Låt IT undersöka den om felet kommer tillbaka.",
    )


def held_by_another_program() -> KnownError:
    """Something else than Allvar holds the file: a virus scanner, a synchroniser."""
    return KnownError(
        "Ett annat program håller registrets fil låst.",
        "Vänta en stund och försök igen. Registrets mapp ska inte synkroniseras av andra program.",
    )


_BY_SQLITE_CODE: dict[int, Callable[[], KnownError]] = {
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: missing_place,
    sqlite3.SQLITE_CORRUPT: damaged_register,
    sqlite3.SQLITE_NOTADB: damaged_register,
    sqlite3.SQLITE_IOERR: failing_disk,
    sqlite3.SQLITE_BUSY: held_by_another_program,
    sqlite3.SQLITE_LOCKED: held_by_another_program,
}


def from_sql_error(error: Exception) -> KnownError | None:
    """What a person can do about an error of SQLite; None when it is a bug of ours (a constraint)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    make = _BY_SQLITE_CODE.get(code & _PRIMARY_CODE)
    return make() if make else None


def from_os_error(error: OSError) -> KnownError:
    """What a person can do about an error of the operating system."""
    if error.errno in _FULL:
        return disk_full()
    if error.errno in _READ_ONLY:
        return read_only()
    if error.errno in _MISSING:
        return missing_place()
    return failing_disk()


@contextmanager
def known_sql_errors() -> Iterator[None]:
    """Within it, what SQLite says about the disk comes out as a `KnownError`; bugs pass unchanged."""
    try:
        yield
    except dbapi2.Error as error:
        known = from_sql_error(error)
        if known is None:
            raise
        # `from None`: SQLite's own text can quote values of rows, and an exception must not carry personal
        # data.
        raise known from None


@contextmanager
def known_disk_errors() -> Iterator[None]:
    """The same, and what the operating system says about files: for code that opens and moves them itself."""
    try:
        with known_sql_errors():
            yield
    except OSError as error:
        raise from_os_error(error) from error
