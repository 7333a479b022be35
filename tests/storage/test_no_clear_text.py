from pathlib import Path

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.storage.backups import make_copy
from allvar_desktop.storage.key_slots import prepare
from allvar_desktop.storage.register import Register
from tests.storage.light_register import LIGHT, PASSWORD, act, log

SECRETS = ("Påhittad Hemligsson", "Skyddade vägen 7", "cykelstöld", "en annan lång fras", PASSWORD)


def found_in_clear(*folders: Path) -> set[str]:
    """The secrets that stand in some file, in any of the ways a text is stored."""
    contents = [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert contents
    return {
        secret
        for secret in SECRETS
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
        if any(secret.encode(encoding) in content for content in contents)
    }


def test_nothing_of_the_work_stands_in_clear_in_any_file(
    register: Register, folder: Path, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    place = tmp_path / "copies"
    place.mkdir()
    register.keys.put_account(AccountId(2), "Annan Provsson", prepare("en annan lång fras", LIGHT))
    for number, secret in enumerate(SECRETS):
        act(register, fixed_clock, f"{secret} {number}", secret * 500)
    register.db.execute("DELETE FROM setting WHERE key LIKE 'Skyddade%'")
    make_copy(register, place, fixed_clock)
    with register.atomic() as db:
        # In the middle of a write there is a journal as well.
        db.execute("UPDATE setting SET value = value || ?", (SECRETS[0] * 3000,))
        log(register, fixed_clock, "x")
        db.execute("PRAGMA cache_spill = 1")
        assert (folder / "register.allvar-journal").exists()
        assert found_in_clear(folder, place) == set()
    register.close()
    assert found_in_clear(folder, place) == set()


def test_the_same_test_finds_what_does_stand_in_clear(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("… Skyddade vägen 7 …", encoding="utf-16-le")
    assert found_in_clear(tmp_path) == {"Skyddade vägen 7"}
