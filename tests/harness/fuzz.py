"""Fuzz every reader and loader, led by coverage (atheris).

    python -m tests.harness.fuzz --seconds 600

Each target runs so long in a process of its own; `--target NAME` runs one, and `mixed`
all of them in one process. An input that breaks a target is printed and kept in `--keep
FOLDER`; `--file FILE` tries it again.
`--planted` takes away one check of the claims that other extractors made: the fuzzer
must notice.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = """text source published title url id group kind roles span start end headline
document modality attribution confidence time value entity name null true NaN 1e999
severity message check claims where same differ compare using unknown apart_by overlap
count query tests texts expect extends broader disjoint different reason expires
fingerprint findings schema --- &a *a !!python/object [[ ]] \\ud800"""
LONGEST_INPUT = 4096


def fuzz(name: str, seconds: int, keep: Path, planted: bool) -> None:
    """Fuzz one target in this process, which ends with the fuzzer's own status."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.harness import targets
    if planted:
        from factcheck.claims import border

        border._strangers = lambda laid, claim, document: iter(())
    target = targets.TARGETS[name]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.seeds):
            Path(corpus, str(number)).write_bytes(seed)
        words = Path(corpus).with_suffix(".words")
        lines = (word.replace("\\", "\\\\") for word in WORDS.split())
        words.write_text("".join(f'"{line}"\n' for line in lines))
        options = [
            f"-max_total_time={seconds}",
            f"-dict={words}",
            f"-max_len={LONGEST_INPUT}",
            f"-artifact_prefix={keep}/{name}-",
            "-timeout=20",
            "-rss_limit_mb=2048",
            "-seed=1",
            "-verbosity=0",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, corpus], target.try_)
        atheris.Fuzz()


def run(names: list[str], seconds: int, keep: Path, planted: bool) -> list[str]:
    """Fuzz targets one after the other; return the names of those that broke."""
    broken = []
    for name in names:
        command = [sys.executable, "-m", "tests.harness.fuzz", "--within", name]
        command += ["--seconds", str(seconds), "--keep", str(keep)]
        command += ["--planted"] if planted else []
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        tries = said.partition("number_of_executed_units:")[2].split()[:1]
        sys.stdout.write(f"{name}: {tries[0] if tries else 'unknown'} inputs tried\n")
        if done.returncode:
            broken.append(name)
            sys.stdout.write(said[-4000:])
        sys.stdout.flush()
    return broken


def run_harness() -> int:
    """Run on demand; status 1 where a target broke."""
    from tests.harness.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--file", type=Path, help="an input to try once")
    parser.add_argument("--planted", action="store_true")
    options = parser.parse_args()
    names = options.target or (["claims"] if options.planted else list(TARGETS)[:-1])
    if options.file:
        for name in names:
            TARGETS[name].try_(options.file.read_bytes())
        return 0
    options.keep.mkdir(parents=True, exist_ok=True)
    broken = run(names, options.seconds, options.keep, options.planted)
    sys.stdout.write(f"broke: {', '.join(broken) or 'nothing'}\n")
    return 1 if broken else 0


if __name__ == "__main__":
    if "--within" in sys.argv:
        _, _, within, _, duration, _, folder, *flags = sys.argv
        fuzz(within, int(duration), Path(folder), "--planted" in flags)
    raise SystemExit(run_harness())
