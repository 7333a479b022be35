import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from allvar_desktop.storage import atomic_file
from allvar_desktop.storage.atomic_file import replace_file, sync_folder


def fail(number: int) -> Callable[..., None]:
    def failing(*_: object) -> None:
        raise OSError(number, "…")

    return failing


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "f"
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["f"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_leftover_of_a_crash_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "f.new").write_bytes(b"something much longer than the new content")
    replace_file(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"new"
    assert not (tmp_path / "f.new").exists()


def test_a_full_disk_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(tmp_path / "f", b"old")
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    with pytest.raises(OSError, match="…"):
        replace_file(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["f"]


def test_content_and_name_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_folder: list[bool] = []

    def noting(handle: int) -> None:
        is_folder.append(stat.S_ISDIR(os.fstat(handle).st_mode))

    monkeypatch.setattr(os, "fsync", noting)
    replace_file(tmp_path / "f", b"new")
    assert is_folder == [False, True]


def test_a_network_disk_that_cannot_sync_a_folder_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail(errno.EINVAL))
    sync_folder(tmp_path)


def test_a_disk_that_fails_to_sync_a_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail(errno.EIO))
    with pytest.raises(OSError, match="…"):
        sync_folder(tmp_path)


def test_windows_has_no_folder_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_file, "IS_POSIX", False)
    monkeypatch.setattr(os, "open", fail(errno.EACCES))
    sync_folder(tmp_path)
