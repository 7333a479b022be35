import sys
from pathlib import Path

import pytest
import sqlcipher3
import sqlite_utils

from allvar_desktop.errors import DamagedRegisterError, MissingPlaceError
from allvar_desktop.storage.engine import open_database
from allvar_desktop.storage.file_modes import make_private_file

KEY = bytes(range(32))


def test_sqlite_utils_stands_on_sqlcipher() -> None:
    assert sqlite_utils.db.sqlite3 is sqlcipher3  # type: ignore[attr-defined]
    assert sys.modules["pysqlite3.dbapi2"] is sqlcipher3.dbapi2


def test_a_name_with_any_sign_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "å ?mode=memory#%41.allvar"
    make_private_file(path)
    db = open_database(path, KEY)
    db.execute("CREATE TABLE t (a)")
    db.close()
    assert path.stat().st_size > 0


def test_no_file_is_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(MissingPlaceError):
        open_database(tmp_path / "none", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_key_shows_at_once_and_changes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "f"
    make_private_file(path)
    db = open_database(path, KEY)
    db.execute("CREATE TABLE t (a)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(DamagedRegisterError):
        open_database(path, bytes(32))
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_statements_outside_of_a_transaction_leave_none_open(tmp_path: Path) -> None:
    make_private_file(tmp_path / "f")
    db = open_database(tmp_path / "f", KEY)
    db.execute("CREATE TABLE t (a)")
    db.execute("INSERT INTO t VALUES (1)")
    assert not db.conn.in_transaction
    db.close()
