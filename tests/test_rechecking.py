"""After any change, what is kept and brought up to date equals a whole judgement.

The texts are those of the shipped rules' own tests, so that every rule has something to
find. Documents come, go and change at random.
"""

import random
from dataclasses import replace
from functools import partial

import pytest

from factcheck.cli import main
from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.pipeline import extraction_stamp, judge
from factcheck.pipeline.drafts import about
from factcheck.pipeline.packing import pack_told, unpack_told
from factcheck.pipeline.rechecking import LEAST, Rechecked, Ways, recheck
from factcheck.resolution.events.clustering import all_told
from factcheck.rules import Fact, load_rules
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
        self.drafts = options.get("drafts") or ()
        self.held = {name: 0 for name in self.names if self.random.random() < 0.8}
        self.held |= dict.fromkeys(self.drafts, 0)
        self.ways = Ways("the same", load_rules(), **options)
        self.kept = 0

    def step(self):
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            name = self.random.choice(self.names)
            gone = name in self.held and self.random.random() < 0.4
            if gone and name not in self.drafts:
                del self.held[name]
            else:
                self.held[name] = self.random.randrange(3)

    def hold(self, name, version):
        """Take a document in, in one of its versions."""
        self.held[name] = version

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
                drafts=self.drafts,
            )
        if self.ways.drafts is not None:
            result = about(result, self.drafts)
        return Rechecked(
            result.findings, result.claims, result.corroborated, result.not_checked
        )


def assert_equal_after_each(walk, changes):
    """Check again after each change, and all anew: both must tell the same.

    Returns what was told last.
    """
    walk.again()
    pairs = []
    for change in changes:
        change()
        pairs.append((walk.again(), walk.whole()))
    assert [repr(again) for again, _ in pairs] == [repr(whole) for _, whole in pairs]
    return pairs[-1][0]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_equals_a_whole_judgement(shelf, tmp_path, seed):
    walk = Walk(shelf, tmp_path, seed)

    assert_equal_after_each(walk, [walk.step] * 12)
    assert walk.kept >= 8


def test_facts_and_drafts_change_nothing_about_that(shelf, tmp_path):
    fact = Fact(subject=("Ana Duval", "Ana Maria Duval"), kind="quantity", value="54")
    drafts = frozenset(sorted({name for name, _ in shelf})[::6])
    walk = Walk(shelf, tmp_path, 7, facts=[fact], drafts=drafts)

    assert_equal_after_each(walk, [walk.step] * 8)
    assert walk.kept >= 4


SAID = (
    "the bridge over the northern river will be open by the end of June",
    "the bridge over the northern river will be closed by the end of June",
    *(f"{word} of the harbour will never be sold to anybody" for word in "ABCDEFGHI"),
)


def quoting(folder):
    """Twelve documents; in other versions most quote what some quote already."""
    said = {
        (f"d{n:02}", version): SAID[version if version < 2 else n % len(SAID)]
        for n in range(12)
        for version in range(3)
    }
    documents = [
        Document(f"{name}", f'"{words.capitalize()}," Ana Duval said.', name, DAYS[0])
        for (name, _), words in said.items()
    ]
    walk = Walk(dict(zip(said, extract(documents), strict=True)), folder, 0)
    walk.held = dict.fromkeys(walk.names, 2)
    return walk


@pytest.mark.parametrize(("common", "found"), [(300, True), (3, False)])
def test_quotations_meet_again_when_their_words_turn_common(
    tmp_path, monkeypatch, common, found
):
    for module in ("comparators.shingles", "pipeline.said"):
        monkeypatch.setattr(f"factcheck.{module}.COMMON", common)
    walk = quoting(tmp_path)
    versions = (("d02", 0), ("d03", 1), ("d04", 0), ("d04", 2), ("d05", 2))
    last = assert_equal_after_each(walk, [partial(walk.hold, *one) for one in versions])
    assert walk.kept == 6
    assert any(f.rule == "altered-quotation" for f in last.findings) is found


def test_a_slot_may_name_the_source(shelf, tmp_path):
    rules = [
        rule.model_copy(update={"same": (*rule.same, "source")})
        for rule in load_rules()
        if rule.id in ("age-conflict", "title-conflict")
    ]
    walk = Walk(shelf, tmp_path, 5)
    walk.ways = walk.ways._replace(rules=rules)

    assert_equal_after_each(walk, [walk.step] * 4)
    assert walk.kept >= 2


def test_another_order_is_judged_whole(shelf, tmp_path):
    walk = Walk(shelf, tmp_path, 1)
    walk.again()
    documents = walk.documents()

    told = recheck(documents[::-1], walk.store, walk.ways)

    result = judge(walk.store.extractions(documents[::-1]), walk.ways.rules, walk.store)
    assert told.findings == result.findings
    assert walk.turn() == 1


def test_documents_fit_between_others(shelf, tmp_path):
    walk = Walk(shelf, tmp_path, 2)
    first, last = walk.names[0], walk.names[-1]
    walk.held |= {first: 0, last: 0}
    assert_equal_after_each(
        walk, [partial(walk.hold, n, 1) for n in walk.names[1:31:3]]
    )


def test_a_damaged_judgement_is_made_anew(shelf, tmp_path):
    walk = Walk(shelf, tmp_path, 3)
    walk.again()
    (tmp_path / "facts.db-judged").write_bytes(b"no database" * 1000)

    told = walk.again()

    assert repr(told) == repr(walk.whole())
    assert walk.turn() == 1


def test_what_is_forgotten_is_not_kept_either(shelf, tmp_path):
    walk = Walk(shelf, tmp_path, 4)
    walk.again()
    name = next(name for name in walk.held if walk.shelf[name, 0].claims)

    walk.store.forget([name])

    with walk.store.kept() as kept:
        assert kept.looks() == {}
        assert kept.findings() == []


def test_a_check_of_many_documents_keeps_its_judgement(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(LEAST):
        text = f"Ana Duval, {40 + n // 200}, said on Monday that it rained.\n"
        (folder / f"d{n:03}.txt").write_text(f"date 2024-05-03\n{text}")
    main(["check", "articles", "-q"])
    changed = "date 2024-05-03\nAna Duval, 61, said nothing.\n"
    (folder / "d250.txt").write_text(changed)
    capsys.readouterr()

    main(["check", "articles", "-q", "-f", "json"])
    again = capsys.readouterr().out

    main(["check", "articles", "-q", "-f", "json", "--store", "none"])
    assert again == capsys.readouterr().out
    assert "61" in again
    assert (tmp_path / ".factcheck" / "facts.db-judged").is_file()


def test_nothing_that_relating_reads_of_a_claim_is_lost(shelf):
    told = list(all_told(shelf.values()))

    kept = [unpack_told(pack_told(one)) for one in told]

    assert any(one.scene for one in told)
    assert any(one.beside for one in told)
    assert [replace(one, claim=None) for one in kept] == [
        replace(one, claim=None) for one in told
    ]
