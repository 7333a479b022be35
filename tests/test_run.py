"""The `run` script: what it says, asks for and leaves, with a stand-in for each program it starts."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from allvar_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run is for a POSIX shell")

TOOLS = ("cat", "cksum", "dirname", "env", "mkdir", "readlink", "rm", "touch", "uname")
BASE_PACKAGES = "libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 libcups2"
SCREEN_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
# The environment's Python: tells what it was asked to do; reads setup.cfg for real; ends pip as told.
VENV_PYTHON = f"""#!/bin/sh
echo "python $*" >>"$LOG"
case $* in
-c*) exec {sys.executable} "$@" ;;
"-m pip install"*) exit "${{PIP_ENDS:-0}}" ;;
*--version) echo "pip 23" ;;
*) echo "platform=${{QT_QPA_PLATFORM-}} folder=$PWD" >>"$LOG" ;;
esac
"""
SYSTEM_PYTHON = """#!/bin/sh
echo "system python $*" >>"$LOG"
case $* in
"-m venv "*) mkdir -p "$3/bin"; cat "$TEMPLATE" >"$3/bin/python"; chmod +x "$3/bin/python" ;;
esac
"""


class Machine:
    """A checkout with `run` in it, on a computer that holds just the programs given to it."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.programs = folder / "bin"
        self.log = folder / "log"
        for place in (self.project, self.programs):
            place.mkdir()
        for name in ("run", "setup.cfg", "constraints.txt"):
            shutil.copy(ROOT / name, self.project)
        for name in (*TOOLS, "chmod"):
            found = shutil.which(name)
            assert found, name
            (self.programs / name).symlink_to(found)
        (folder / "template").write_text(VENV_PYTHON, encoding="utf-8")
        self.environment = {
            "PATH": str(self.programs),
            "LOG": str(self.log),
            "TEMPLATE": str(folder / "template"),
        }
        self.add("id", "echo 1000")
        self.add("sudo", "exit 1")
        self.add("ldconfig", "exit 0")

    def add(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def add_all_libraries(self) -> None:
        script = (self.project / "run").read_text(encoding="utf-8")
        names = re.findall(r"\b(lib[\w.+-]+\.so\.\d+)=", script)
        self.add("ldconfig", "\n".join(f"echo '{name} (libc6) => /lib/{name}'" for name in names))

    def run(self, *words: str, **extra: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.project / "run"), *words]
        environment = self.environment | extra
        return subprocess.run(
            command, env=environment, cwd=self.project.parent, capture_output=True, text=True, check=False
        )

    def asked(self, part: str) -> list[str]:
        """The logged calls that hold `part`."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if part in line]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A machine with libraries and Python, on which nothing has been set up yet."""
    machine.add_all_libraries()
    machine.add("python3", SYSTEM_PYTHON)
    return machine


def test_the_version_is_told_from_any_folder_without_setting_anything_up(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(ROOT / "run"), "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Allvar Desktop {__version__}\n", "")


@pytest.mark.parametrize("words", [(), ("--demo",), ("--register", "folder")])
def test_without_a_screen_one_sentence_names_the_tour(ready: Machine, words: tuple[str, ...]) -> None:
    done = ready.run(*words)
    assert done.returncode == 1
    assert "./run --tour DIR" in done.stderr
    assert "ingen skärm" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (ready.project / ".venv").exists()


def test_missing_packages_are_named_in_a_line_to_copy(machine: Machine) -> None:
    machine.add("apt-get", 'echo "apt-get $*" >>"$LOG"')
    done = machine.run(DISPLAY=":9")
    line = f"sudo apt-get install -y --no-install-recommends python3 python3-venv {BASE_PACKAGES}"
    assert done.returncode == 1
    assert f"sudo apt-get update && {line} {SCREEN_PACKAGES}\n" in done.stderr
    assert machine.asked("apt-get") == []
    assert not (machine.project / ".venv").exists()


def test_only_what_is_missing_is_asked_for(ready: Machine) -> None:
    ready.add("apt-get", "exit 1")
    script = (ready.programs / "ldconfig").read_text(encoding="utf-8")
    ready.add("ldconfig", "".join(line for line in script.splitlines(keepends=True) if "libcups" not in line))
    assert ready.run("--tour", "out").stderr.endswith("--no-install-recommends libcups2\n")


def test_off_debian_the_names_are_told_and_nothing_is_tried(machine: Machine) -> None:
    done = machine.run("test")
    assert done.returncode == 1
    assert BASE_PACKAGES in done.stderr
    assert SCREEN_PACKAGES not in done.stderr


@pytest.mark.parametrize("how", ["root", "sudo"])
def test_packages_are_fetched_by_whoever_may(machine: Machine, how: str) -> None:
    machine.add("python3", SYSTEM_PYTHON)
    machine.add("apt-get", 'echo "apt-get $*" >>"$LOG"')
    machine.add("id", "echo 0" if how == "root" else "echo 1000")
    machine.add("sudo", '[ "$1" = -n ] && shift; "$@"' if how == "sudo" else "exit 1")
    assert machine.run("--tour", "out").returncode == 0
    update, install = machine.asked("apt-get")
    assert update == "apt-get -qq update"
    assert install.endswith(f"install -y --no-install-recommends {BASE_PACKAGES}")


def test_a_failed_fetch_of_packages_is_said_and_leaves_nothing(machine: Machine) -> None:
    machine.add("id", "echo 0")
    machine.add("apt-get", "echo 'E: no network'; exit 100")
    done = machine.run("test")
    assert done.returncode == 1
    assert "E: no network" in done.stderr
    assert "nätverk" in done.stderr
    assert not (machine.project / ".venv").exists()


def test_the_first_start_installs_the_pinned_versions_and_the_second_installs_nothing(ready: Machine) -> None:
    assert ready.run("--tour", "out").returncode == 0
    (install,) = ready.asked("pip install")
    assert f"-c {ready.project}/constraints.txt" in install
    wanted = (ready.project / ".venv" / "requirements-offscreen.txt").read_text(encoding="utf-8")
    assert "sqlcipher3" in wanted
    assert "pytest" not in wanted
    ready.log.unlink()
    assert ready.run("--tour", "out").returncode == 0
    assert ready.asked("pip") == []
    (start,) = ready.asked("main.py")
    assert start == f"python {ready.project}/main.py --tour out"


def test_a_second_start_adds_less_than_half_a_second(ready: Machine) -> None:
    ready.run("--tour", "out")
    taken = []
    for _ in range(3):
        before = time.perf_counter()
        ready.run("--tour", "out")
        taken.append(time.perf_counter() - before)
    assert min(taken) < 0.5


def test_the_tour_keeps_the_folder_one_stands_in_and_needs_no_screen(ready: Machine) -> None:
    ready.run("--tour", "out")
    assert ready.asked("platform") == [f"platform=offscreen folder={ready.project.parent}"]


@pytest.mark.parametrize("name", ["setup.cfg", "constraints.txt"])
def test_changed_dependencies_are_installed_at_the_next_start(ready: Machine, name: str) -> None:
    ready.run("--tour", "out")
    ready.log.unlink()
    path = ready.project / name
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    ready.run("--tour", "out")
    assert len(ready.asked("pip install")) == 1


def test_tests_get_their_own_needs_and_arguments(ready: Machine) -> None:
    ready.run("--tour", "out")
    ready.log.unlink()
    ready.run("test", "--long", "tests/domain")
    assert len(ready.asked("pip install")) == 1
    assert "pytest" in (ready.project / ".venv" / "requirements-test.txt").read_text(encoding="utf-8")
    assert ready.asked("-m pytest") == ["python -m pytest -n auto --dist loadfile --long tests/domain"]
    assert ready.asked("platform") == [f"platform=offscreen folder={ready.project}"]


def test_the_figures_are_measured_without_the_other_tests(ready: Machine) -> None:
    ready.run("bench")
    (call,) = ready.asked("-m pytest")
    assert "tests/benchmarks" in call


@pytest.mark.parametrize("trace", [".unfinished", "bin/python"])
def test_a_half_made_environment_is_made_anew(ready: Machine, trace: str) -> None:
    ready.run("--tour", "out")
    ready.log.unlink()
    venv = ready.project / ".venv"
    (venv / "left-over").touch()
    if trace == ".unfinished":
        (venv / trace).touch()
        (venv / ".ready-offscreen").unlink()
    else:
        (venv / trace).unlink()
    assert ready.run("--tour", "out").returncode == 0
    assert len(ready.asked("-m venv")) == 1
    assert not (venv / "left-over").exists()


def test_a_failed_installation_is_said_and_tried_anew(ready: Machine) -> None:
    done = ready.run("--tour", "out", PIP_ENDS="1")
    assert done.returncode == 1
    assert "nätverk" in done.stderr
    assert ready.asked("main.py") == []
    assert ready.run("--tour", "out").returncode == 0
    assert len(ready.asked("main.py")) == 1


def test_the_exit_code_is_the_programs_own(ready: Machine) -> None:
    ready.run("--tour", "out")
    (ready.project / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
    assert ready.run("--tour", "out").returncode == 7


def test_continuous_integration_runs_the_same_tests() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "./run test" in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert os.access(ROOT / "run", os.X_OK)
