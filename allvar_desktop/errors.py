"""Errors that a user can do something about: one sentence and the next step.

Anything that is not a `KnownError` is a bug, and is shown as one.
"""


class KnownError(Exception):
    """Something went wrong that the program knows: what, and what to do now, each in Swedish sentences."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class WrongPasswordError(KnownError):
    """The password opens no key slot. `wait_seconds` must pass before the next try."""

    def __init__(self, wait_seconds: int = 0, sentence: str = "Lösenordet stämmer inte.") -> None:
        wait = f"Vänta {wait_seconds} sekunder och försök igen." if wait_seconds else "Försök igen."
        super().__init__(sentence, wait)
        self.wait_seconds = wait_seconds


class TooEarlyError(KnownError):
    """Wrong passwords came before: `wait_seconds` must pass, and this one was not looked at."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(
            "Fel lösenord har skrivits flera gånger.", f"Vänta {wait_seconds} sekunder och försök igen."
        )
        self.wait_seconds = wait_seconds


class RegisterInUseError(KnownError):
    """Another process has the register open."""


class NewerRegisterError(KnownError):
    """The register was written by a newer version of the program."""


class DamagedRegisterError(KnownError):
    """The register, its keys or its log do not hold together."""


class DiskFullError(KnownError):
    """The disk has no room left; nothing was written."""


class ReadOnlyError(KnownError):
    """The folder or file cannot be written."""


class NotAllowedError(KnownError):
    """The signed-in account may not do this."""


class StoppedError(KnownError):
    """A rule of the work stops this step."""


class MissingPlaceError(KnownError):
    """The folder or the disk is not there."""
