"""Where errors of the disk become Swedish sentences with a next step."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

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
def known_file_errors() -> Iterator[None]:
    """Within it, what the operating system says about files comes out as a `KnownError`."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error) from error
