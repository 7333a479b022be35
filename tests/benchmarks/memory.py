"""How much memory a process holds."""

from pathlib import Path


def resident_kib() -> int:
    """Of this process, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])
