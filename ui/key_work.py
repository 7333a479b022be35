"""The slow derivations, gathered so that tests can do them lightly; each is called in a thread."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId

if TYPE_CHECKING:
    from allvar_desktop.domain.recovery_code import RecoveryCode


class KeyWork:
    """Derivations at their shipped strength. Imports wait until then: the unlock page comes before."""

    def derive(self, folder: Path, account_id: AccountId, password: str, clock: Clock) -> bytes:
        """The key of an account's slot. Raises `KnownError`."""
        from allvar_desktop.services.registers import derive_key

        return derive_key(folder, account_id, password, clock)

    def new_keys(self, password: str) -> Any:
        """A first password and a recovery code."""
        from allvar_desktop.services.registers import derive_new_keys

        return derive_new_keys(password)

    def secret(self, password: str) -> Any:
        """A further account's password."""
        from allvar_desktop.services.accounts import derive_secret

        return derive_secret(password)

    def recovery(self, folder: Path, code: "RecoveryCode", new_password: str, clock: Clock) -> Any:
        """The recovery code and the new password and code that take over."""
        from allvar_desktop.services.registers import derive_recovery

        return derive_recovery(folder, code, new_password, clock)
