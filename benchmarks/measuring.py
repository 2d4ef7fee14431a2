"""Measure commands in processes of their own, and put ratios with their spread."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Run(NamedTuple):
    """What one process took: CPU and wall seconds, peak memory in MB, its output."""

    cpu: float
    wall: float
    peak: float
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    measured: str
    figure: str
    spread: str = ""
    goal: str = ""


def run(command: Sequence[str], folder: Path | None = None) -> Run:
    """Run one command to its end; any exit status of 2 or more is a fault."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT), env.get("PYTHONPATH", "")])
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    wall = time.perf_counter() - began
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, said)


def python(*arguments: str) -> list[str]:
    """Return the command that runs this Python."""
    return [sys.executable, *arguments]


def interleaved(
    commands: dict[str, list[str]], repeats: int, folder: Path | None = None
) -> dict[str, list[Run]]:
    """Run commands in turn, so that a busy machine is busy for all of them."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            runs[name].append(run(command, folder))
    return runs


def ratio(above: Sequence[float], below: Sequence[float]) -> tuple[float, str]:
    """Return the ratio of medians, and the least and most of the pairs' ratios."""
    each = [a / b for a, b in zip(above, below, strict=True)]
    return median(above) / median(below), f"{min(each):.2f}–{max(each):.2f}"


def idle(seconds: float = 1.0) -> str:
    """Tell how much of the processor nobody uses, over some seconds."""
    before = _ticks()
    time.sleep(seconds)
    passed = [after - then for after, then in zip(_ticks(), before, strict=True)]
    if not sum(passed):
        return "idle: unknown"
    return f"idle: {(passed[3] + passed[4]) / sum(passed):.0%}"


def _ticks() -> list[int]:
    """Return what Linux counts of the processor: user, nice, system, idle, waiting."""
    stat = Path("/proc/stat")
    line = stat.read_text().partition("\n")[0] if stat.is_file() else "cpu 0 0 0 0 0"
    return [int(count) for count in line.split()[1:9]]


def machine() -> str:
    """Describe the machine in a line."""
    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg())
    version = sys.version.split()[0]
    return f"{model}, {os.cpu_count()} cores, Python {version}, load {load}"
