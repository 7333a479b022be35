"""Refusing what a newer program wrote, before anything is touched."""

from allvar_desktop.errors import NewerRegisterError

SCHEMA_VERSION = 3
"""How many steps `migrations.STEPS` has: here too, for the unlock page knows it before SQL is loaded."""

KEY_FILE_FORMAT = 1


def refuse_newer_schema(found: int) -> None:
    """Raises `NewerRegisterError`, naming both versions, if this program does not know version `found`."""
    if found > SCHEMA_VERSION:
        raise newer_register(f"version {found}", f"version {SCHEMA_VERSION}")


def refuse_newer_keys(found: int) -> None:
    """The same for the format of the key file."""
    if found > KEY_FILE_FORMAT:
        raise newer_register(f"nyckelfilens format {found}", f"format {KEY_FILE_FORMAT}")


def newer_register(found: str, known: str) -> NewerRegisterError:
    """The refusal; what was found and what is known in Swedish."""
    return NewerRegisterError(
        f"Registret är skrivet av en nyare version av Allvar ({found}). "
        f"Det här programmet klarar till och med {known}.",
        "Installera den nyare versionen av Allvar. Registret är inte ändrat.",
    )
