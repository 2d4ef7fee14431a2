"""After any change, what is kept and brought up to date equals a whole judgement.

The texts are those of the shipped rules' own tests, so that every rule has something to
find. Documents come, go and change at random.
"""

import random

import pytest

from factcheck.checking import extraction_stamp, judge
from factcheck.checking.rechecking import Rechecked, Ways, recheck
from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.rules import load_rules
from factcheck.store import FactStore

DAYS = ("2024-05-03", "2024-05-04", "2024-05-20")


CALLED = (
    "{first} {short}, 54, said on Monday that the harbour would close.",
    "{full}, 61, met Piet Halvor in Brenholm on 3 May 2024.",
    "{full} is 58. {full} was born in Torvale.",
    "{title} {first} {short}, 47, will resign. {short} is tired.",
    "{first} {middle}. {short} is 35, and {full} said so.",
    "{initial} {short}, 49, visited Torvale.",
)
"""One person under several names: who is meant depends on the other documents."""

PEOPLE = (
    ("Mayor", "Ana", "Ana Maria Duval", "Duval"),
    ("Minister", "Jonas", "Jonas Peter Keller", "Keller"),
    ("Governor", "Freya", "Freya Anne Morrow", "Morrow"),
)


def told_texts():
    """Return the texts of all shipped rules' tests, and some about a few people."""
    shipped = [
        str(text)
        for rule in load_rules()
        for case in rule.tests
        for text in case.texts.values()
    ]
    named = [
        text.format(
            title=t,
            first=f,
            full=whole,
            short=s,
            initial=f"{f[0]}.",
            middle=whole.split()[1][0],
        )
        for t, f, whole, s in PEOPLE
        for text in CALLED
    ]
    return [*dict.fromkeys(shipped), *named]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Extract three versions of each document once; return them and a store of all."""
    texts = told_texts()
    versions = {}
    for n in range(len(texts)):
        for version in range(3):
            name = f"d{n:03}"
            text = texts[(n + 5 * version) % len(texts)]
            versions[name, version] = Document(
                name, text, f"paper {(n + version) % 9}", DAYS[(n // 2 + version) % 3]
            )
    found = extract(versions.values())
    return dict(zip(versions, found, strict=True))


class Walk:
    """Documents that come, go and change, checked with and without what is kept."""

    def __init__(self, shelf, folder, seed, **options):
        self.shelf = shelf
        self.random = random.Random(seed)
        self.store = FactStore.open(folder / "facts.db")
        self.stamp = extraction_stamp(None, self.store)
        self.names = sorted({name for name, _ in shelf})
        self.held = {name: 0 for name in self.names if self.random.random() < 0.8}
        self.ways = Ways("the same", load_rules(), **options)
        self.kept = 0

    def step(self):
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            name = self.random.choice(self.names)
            if name in self.held and self.random.random() < 0.4:
                del self.held[name]
            else:
                self.held[name] = self.random.randrange(3)

    def documents(self):
        chosen = [self.shelf[name, self.held[name]] for name in sorted(self.held)]
        for extraction in chosen:
            self.store.put(extraction, self.stamp)
        return [extraction.document for extraction in chosen]

    def again(self):
        documents = self.documents()
        before = self.turn()
        told = recheck(documents, self.store, self.ways)
        self.kept += self.turn() == before + 1
        return told

    def turn(self):
        with self.store.kept() as kept:
            return kept.state()[1]

    def whole(self):
        documents = self.documents()
        with FactStore.open(None) as fresh:
            result = judge(
                self.store.extractions(documents),
                self.ways.rules,
                fresh,
                facts=self.ways.facts,
                drafts=self.ways.drafts or (),
            )
        return Rechecked(
            result.findings, result.claims, result.corroborated, result.not_checked
        )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_equals_a_whole_judgement(shelf, tmp_path, seed):
    walk = Walk(shelf, tmp_path, seed)
    walk.again()

    pairs = []
    for _ in range(12):
        walk.step()
        pairs.append((walk.again(), walk.whole()))

    assert [repr(again) for again, _ in pairs] == [repr(whole) for _, whole in pairs]
    assert walk.kept >= 8
