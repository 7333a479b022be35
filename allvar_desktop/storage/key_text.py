"""The key file as JSON text. Its shape is a file format: what is written here must be readable for ever."""

import json
from typing import Any

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.storage.instants import instant_from_text, instant_to_text
from allvar_desktop.storage.kdf import KdfSetting
from allvar_desktop.storage.key_contents import AccountKey, Anchor, CopyMark, KeyFile, RecoveryKey
from allvar_desktop.storage.key_slots import Slot, SlotHeader, SlotKind
from allvar_desktop.storage.newer import KEY_FILE_FORMAT, refuse_newer_keys, refuse_newer_schema
from allvar_desktop.storage.tries import Tries


def key_file_to_text(keys: KeyFile) -> str:
    """Sorted JSON, so that the same values give the same bytes."""
    fields = {
        "format": KEY_FILE_FORMAT,
        "schema": keys.schema,
        "register": keys.register_id,
        "kind": keys.kind.value,
        "unit": keys.unit_name,
        "accounts": [
            {"name": each.display_name, **_of_slot(each.slot), **_of_tries(each.tries)}
            for each in keys.accounts
        ],
        "recovery": {**_of_slot(keys.recovery.slot), **_of_tries(keys.recovery.tries)},
        "log": _of_anchor(keys.anchor),
        "copy": {"at": instant_to_text(keys.last_copy.at), **_of_anchor(keys.last_copy.head)}
        if keys.last_copy
        else None,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def key_file_from_text(text: str) -> KeyFile:
    """The values again.

    Raises `NewerRegisterError`, or `ValueError`, `KeyError`, `TypeError` on another shape.
    """
    fields = json.loads(text)
    refuse_newer_keys(int(fields["format"]))
    refuse_newer_schema(int(fields["schema"]))
    register_id = str(fields["register"])
    copy = fields["copy"]
    return KeyFile(
        register_id=register_id,
        kind=RegisterKind(fields["kind"]),
        unit_name=str(fields["unit"]),
        schema=int(fields["schema"]),
        accounts=tuple(_account(each, register_id) for each in fields["accounts"]),
        recovery=RecoveryKey(_slot(fields["recovery"], register_id), _tries(fields["recovery"])),
        anchor=_anchor(fields["log"]),
        last_copy=CopyMark(instant_from_text(copy["at"]), _anchor(copy)) if copy else None,
    )


def _of_slot(slot: Slot) -> dict[str, Any]:
    header = slot.header
    return {
        "account": header.account_id,
        "opens_with": header.kind.value,
        "argon2id": {
            "memory_kib": header.kdf.memory_kib,
            "passes": header.kdf.passes,
            "lanes": header.kdf.lanes,
            "salt": header.salt.hex(),
        },
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _of_tries(tries: Tries) -> dict[str, Any]:
    return {"failed": tries.failed, "failed_at": instant_to_text(tries.last) if tries.last else None}


def _of_anchor(anchor: Anchor) -> dict[str, Any]:
    return {"number": anchor.number, "mac": anchor.mac}


def _account(fields: dict[str, Any], register_id: str) -> AccountKey:
    slot = _slot(fields, register_id)
    if slot.header.account_id is None:
        raise ValueError("an account's slot names no account")
    return AccountKey(slot.header.account_id, str(fields["name"]), slot, _tries(fields))


def _slot(fields: dict[str, Any], register_id: str) -> Slot:
    cost = fields["argon2id"]
    account = fields["account"]
    header = SlotHeader(
        register_id=register_id,
        kind=SlotKind(fields["opens_with"]),
        account_id=None if account is None else AccountId(int(account)),
        kdf=KdfSetting(int(cost["memory_kib"]), int(cost["passes"]), int(cost["lanes"])),
        salt=bytes.fromhex(cost["salt"]),
    )
    return Slot(header, bytes.fromhex(fields["nonce"]), bytes.fromhex(fields["wrapped"]))


def _tries(fields: dict[str, Any]) -> Tries:
    last = fields["failed_at"]
    return Tries(int(fields["failed"]), instant_from_text(last) if last else None)


def _anchor(fields: dict[str, Any]) -> Anchor:
    return Anchor(int(fields["number"]), str(fields["mac"]))
