import os
import stat
from pathlib import Path

import pytest

from allvar_desktop.errors import ReadOnlyError
from allvar_desktop.storage import file_modes
from allvar_desktop.storage.file_modes import keep_private, make_private_file, make_private_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_and_file_are_the_owners_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    make_private_file(tmp_path / "a" / "b" / "f")
    assert (mode(tmp_path / "a" / "b"), mode(tmp_path / "a" / "b" / "f")) == (0o700, 0o600)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    make_private_file(tmp_path / "f")
    with pytest.raises(FileExistsError):
        make_private_file(tmp_path / "f")


def test_open_modes_are_mended(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "register.keys").touch(0o644)
    keep_private(tmp_path)
    assert (mode(tmp_path), mode(tmp_path / "register.keys")) == (0o700, 0o600)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo").touch()
    (tmp_path / "photo").chmod(0o644)
    (tmp_path / "register.d").mkdir(0o755)
    keep_private(tmp_path)
    assert mode(tmp_path / "photo") == 0o644


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(ReadOnlyError) as caught:
        keep_private(tmp_path)
    assert "annan användare" in caught.value.sentence


def test_a_disk_that_keeps_no_modes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    with pytest.raises(ReadOnlyError) as caught:
        keep_private(tmp_path)
    assert "egen disk" in caught.value.next_step


def test_windows_keeps_the_profiles_own_access_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_modes, "IS_POSIX", False)
    tmp_path.chmod(0o755)
    keep_private(tmp_path)
    assert mode(tmp_path) == 0o755
