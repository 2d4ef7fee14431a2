"""Give whole checks claims and texts that were put together at random.

    python -m tests.harness.whole_checks 100000 --seed 1

A check goes all the way: the claims cross the border, are linked, judged by every
shipped rule and laid out in every format. What is refused has to be refused at the
border; a traceback, or a part of the check that failed inside and was left out, is a
fault. `--texts SHARE` of the inputs are texts, which are extracted first. Inputs of
claims share a check, `--together` of them, each with its own documents: most of a
check's time does not depend on how many claims it has. The seed and numbers of inputs
that break something are printed; `--only NUMBER` tries one again by itself.
"""

import argparse
import json
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from factcheck.claims import KINDS
from factcheck.claims.border import read_claims
from factcheck.claims.declaration import NUMBER, TERM, TIME, Role
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.documents.files import READERS, File, ForeignClaim
from factcheck.errors import HINT
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.judging import judge
from factcheck.pipeline.run import link
from factcheck.reports import REPORTS, NotChecked, Report, Summary
from factcheck.rules import load_rules
from factcheck.store import FactStore

NAMES = (
    *(
        "Ana Duval",
        "Duval",
        "A. Duval",
        "Bo Okoro",
        "O",
        "ana",
        "Кофи",
        "李 明",
        "-",
        "…",
    ),
    *(
        "Choe Son-hui",
        "al-Sayed bin",
        "Dr",
        "Jr.",
        " Ana  Duval ",
        "’s",
        "1984",
        "\ud800x",
    ),
    *(
        "Lisbon",
        "the Lisbon",
        "Freedonia",
        "a" * 300,
        "😀 Ana",
        "Ana\n\nDuval",
        "\u200b",
    ),
)
WORDS = (
    *("mayor", "vice mayor of", "first", "killed", "said", "war", "people", "“No”", ""),
    *(
        "we will a*b*c* the old bridge now",
        "we will abc the old bridge now",
        "***",
        "%",
    ),
    *(
        "we will close the old bridge now and never open it",
        "not",
        "{person}",
        "12 to 14",
    ),
)
TERMS = (
    "current",
    "former",
    "about",
    "at least",
    "killed",
    "age",
    "is",
    "is not",
    "bear",
)
TIMES = (
    "2024-05-03",
    "2024",
    "202X",
    "20XX",
    "P3D",
    "2024-05-03/2024-05-01",
    "XXXX",
    "T",
)
DAYS = ("2024-05-03", "2024-05-02", "0001-01-01", "9999-12-31", "2024-02-29", None)
BAD_DAYS = ("2023-02-29", "0000-01-01", "May", "", 5)
NUMBERS = (
    0,
    1,
    -1,
    12,
    14.5,
    1e15,
    2**62,
    0.1,
    [12, 14],
    [0, 0],
    [-3, 2],
    [14, 12],
    [1],
)
SENTENCES = (
    "Floods in {place} killed {n} to {m} people on {day}, officials said.",
    "{name}, {n}, met {other} in {place} on {day}.",
    "“We will {verb} the old bridge, {name},” said Mayor {other} on {day}.",
    "At least {n} of the {m} aboard died near {place}; {m} were hurt.",
    "{name} became foreign minister in {m}, and {other} resigned {day}.",
    "{name}: {other} “{verb}*{verb}*” ({n}–{m}) — {place}, {day}",
    "The vote was {n}-{m} with {n} abstentions in {place}.",
)


def claim_lines(rng: random.Random) -> list[dict[str, Any]]:
    """Make claims of two or three documents, most of them whole, about a few things."""
    kinds = rng.sample(list(KINDS), rng.randint(1, 2))
    return [
        _broken(_claim(rng, rng.choice(kinds)), rng) for _ in range(rng.randint(2, 7))
    ]


def _claim(rng: random.Random, kind: str) -> dict[str, Any]:
    start, source = rng.randint(0, 40), rng.choice("ABC")
    roles = {
        name: [_mention(rng, role) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
        for name, role in KINDS[kind].roles.items()
        if role.needed or rng.random() < 0.7
    }
    days = sorted(rng.choices(DAYS, k=2), key=str)
    return {
        "kind": kind,
        "document": f"d{source}",
        "source": source,
        "published": "2024-05-03" if rng.random() < 0.8 else None,
        "span": {"start": start, "end": start + 9},
        "roles": roles,
        "time": {"start": days[0], "end": days[1], "text": "then"}
        if rng.random() < 0.5
        else None,
        "modality": rng.choice(("asserted",) * 4 + ("planned", "denied")),
    }


def _mention(rng: random.Random, role: Role) -> dict[str, Any]:
    start = rng.randint(0, 40)
    text = rng.choice(NAMES if role.is_named else (*WORDS, *NAMES))
    mention: dict[str, Any] = {"text": text, "start": start, "end": start + len(text)}
    values = {NUMBER: NUMBERS, TIME: TIMES, TERM: TERMS}.get(
        role.range, (*TERMS, *WORDS)
    )
    if rng.random() < (0.8 if role.range in (NUMBER, TIME, TERM) else 0.2):
        mention["value"] = rng.choice(
            (*values, *rng.choice(((), NUMBERS, TIMES, WORDS)))
        )
    if rng.random() < 0.3:
        mention["entity"] = rng.choice(
            ("e1", "e2", "", "person:ana-duval", "country:FR")
        )
    if rng.random() < 0.2:
        mention["name"] = rng.choice(NAMES)
    if rng.random() < 0.1:
        mention["headline"] = {"start": start, "end": start + 3, "text": text}
    return mention


def _broken(claim: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Break a claim in one place, in one case of ten."""
    if rng.random() < 0.9:
        return claim
    places = list(_places(claim))
    change = rng.choice(places)
    change(
        rng.choice((None, "", [], {}, 0, -1, 10**30, "x", True, float("nan"), BAD_DAYS))
    )
    return claim


def _places(held: Any) -> Iterator[Callable[[Any], None]]:
    keys = held if isinstance(held, dict) else range(len(held))
    for key in list(keys):
        yield lambda value, key=key: held.__setitem__(key, value)
        if isinstance(held[key], (dict, list)):
            yield from _places(held[key])


def text_documents(rng: random.Random) -> list[Document]:
    """Make two short texts of the same sentences, filled differently."""
    sentences = rng.sample(SENTENCES, 2)
    return [
        Document(
            f"{source}.txt",
            " ".join(_filled(one, rng) for one in sentences),
            source,
            rng.choice(("2024-05-03", "2024-05-04", None)),
        )
        for source in "AB"
    ]


def _filled(sentence: str, rng: random.Random) -> str:
    days = (
        "Monday",
        "3 May",
        "2024",
        "31 February",
        "May 2023",
        "yesterday",
        "the 1950s",
    )
    whole = [name for name in NAMES if name.isprintable()]  # a parser refuses others
    return sentence.format(
        name=rng.choice(whole),
        other=rng.choice(whole),
        place=rng.choice(("Lisbon", "Freedonia", "the Arno valley", "Oslo and Lima")),
        n=rng.choice(
            ("12", "twelve", "1,200", "0", "a dozen", "12,00", "½", "1e9", "3m")
        ),
        m=rng.choice(
            ("14", "2019", "fourteen", "2.5 million", "-3", "1984", "99999999999")
        ),
        day=rng.choice(days),
        verb=rng.choice(("close", "open", "a*b", "***", "c’est")),
    )


class Checks:
    """Runs whole checks and says what went wrong in one."""

    def __init__(self) -> None:
        self._config = CheckConfig(rules=tuple(load_rules()))

    def claims(self, lines: list[dict[str, Any]]) -> list[str]:
        """Check claims as they are read from a file of JSON Lines."""
        raw = "\n".join(json.dumps(line) for line in lines).encode("utf-8")
        read = READERS[".jsonl"](File("c.jsonl", "in/c.jsonl", "c", raw))
        foreign = [one for one in read if isinstance(one, ForeignClaim)]
        border = read_claims(foreign, {})
        extractions = [Extraction(document) for document in border.documents]
        return self._judged(extractions, border.claims)

    def texts(self, documents: list[Document]) -> list[str]:
        """Check texts."""
        from factcheck.extraction import extract

        return self._judged(list(extract(documents)), ())

    def _judged(self, extractions: list[Extraction], claims: Any) -> list[str]:
        with FactStore.open(None) as store:
            result = judge(link(extractions, self._config, claims), store, self._config)
        report = Report(
            result.findings,
            {document.id: document for document in result.documents},
            Summary(
                len(result.documents),
                result.claims,
                len(result.rules),
                result.corroborated,
                [NotChecked(*one) for one in result.not_checked],
                compared=result.compared,
            ),
            rules=result.rules,
        )
        for name in REPORTS:
            REPORTS[name](report)
        return [reason for _, reason in result.not_checked if reason.endswith(HINT)]


def run(inputs: Iterable[int], seed: int, texts: float, together: int) -> int:
    """Try the inputs of these numbers; return how many checks broke."""
    checks, broken, begun = Checks(), 0, time.monotonic()
    waiting: dict[int, list[dict[str, Any]]] = {}

    def tell(numbers: Iterable[int], check: Callable[[], list[str]]) -> None:
        nonlocal broken
        try:
            faults = check()
        except Exception:
            faults = [traceback.format_exc(limit=-6)]
        if faults:
            broken += 1
            named = ", ".join(map(str, numbers))
            sys.stdout.write(f"input {named} of seed {seed}:\n")
            sys.stdout.write("\n".join(faults) + "\n")
            sys.stdout.flush()

    def check_waiting() -> None:
        lines = list(chain.from_iterable(waiting.values()))
        tell(list(waiting), lambda: checks.claims(lines))
        waiting.clear()

    for tried, number in enumerate(inputs, start=1):
        rng = random.Random(f"{seed} {number}")
        if rng.random() < texts:
            documents = text_documents(rng)
            tell([number], lambda documents=documents: checks.texts(documents))
        else:
            waiting[number] = _apart(claim_lines(rng), number)
        if len(waiting) >= together:
            check_waiting()
        if tried % 10_000 == 0:
            spent = time.monotonic() - begun
            sys.stdout.write(f"{tried} inputs, {broken} broke, {spent:.0f} s\n")
            sys.stdout.flush()
    if waiting:
        check_waiting()
    return broken


def _apart(lines: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """Give the documents of one input names that no other input has."""
    for line in lines:
        if isinstance(line.get("document"), str):
            line["document"] += str(number)
    return lines


def run_harness() -> int:
    """Run on demand; status 1 where an input broke something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=float, default=0.02, metavar="SHARE")
    parser.add_argument("--together", type=int, default=10, metavar="INPUTS")
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    inputs = range(options.count) if options.only is None else [options.only]
    broken = run(inputs, options.seed, options.texts, options.together)
    sys.stdout.write(f"{len(inputs)} inputs tried, {broken} checks broke\n")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(run_harness())
