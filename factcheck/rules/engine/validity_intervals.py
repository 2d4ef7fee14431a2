"""Slots of a rule, read collapsed: their values, and when each is given."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from factcheck.claims.batches import batched_by_weight
from factcheck.comparators import Comparator, Held
from factcheck.lexicons import Verdict
from factcheck.rules.definition.rule import Compare, Rule
from factcheck.rules.engine.compile import DAYS, TIME
from factcheck.rules.engine.judge import MOST_VALUES, Disagreement, Validity, judged
from factcheck.rules.engine.slot_aggregation import BITS, ValueRow, compared, stretches
from factcheck.rules.engine.slot_bindings import Roles, fillings_of, held_of, time_held
from factcheck.store import FactStore, members_of

ROWS = 20_000
"""Rows of whole slots that are held at a time."""

CLAIMS_A_PAIR = 10
"""Claims that are read in the time in which two values are compared, about."""

Cell = tuple[int, float, float]
"""A value as a slot holds it: its number, the least and the most it may be."""


class Collapsed:
    """The slots of one rule, read without reading claim by claim."""

    def __init__(
        self, rule: Rule, store: FactStore, comparator: Comparator, compare: Compare
    ) -> None:
        self._rule = rule
        self._store = store
        self._comparator = comparator
        self._compare = compare
        self._words: dict[int, str] = {}
        self._apart: dict[int, tuple[frozenset[int], ...]] = {}

    def judged(self) -> list[tuple[ValueRow, Disagreement]]:
        """Return a row of each slot in which documents disagree, and what about."""
        return [pair for rows in self.slots() for pair in self._judged(rows)]

    def slots(self) -> Iterator[list[list[ValueRow]]]:
        """Yield rows of whole slots that may be in dispute, some thousands at once."""
        query = stretches(self._rule, opposed=self._opposed())
        rows = map(ValueRow.of, self._store.rows(query.text, query.values))
        slots = (list(some) for _, some in groupby(rows, key=lambda row: row.slot))
        yield from batched_by_weight(slots, len, ROWS)

    def _opposed(self) -> bool:
        """Tell the store which values may conflict, where that spares reading slots.

        It does where there are few values: then all pairs are compared sooner than
        the claims are read.
        """
        query = compared(self._rule)
        if query is None:
            return False
        ((claims,),) = self._store.look_up("SELECT COUNT(*) FROM judged_claim")
        most = claims // CLAIMS_A_PAIR
        if not most:
            return False
        codes = sorted(code for (code,) in self._store.rows(*query))
        if len(codes) * (len(codes) - 1) // 2 > most:
            return False
        self._learn(codes)
        held = {code: self._worded((code, 0, -1)) for code in codes}
        self._store.oppose(
            (a, b) for a, b in combinations(codes, 2) if self._doubt(held[a], held[b])
        )
        return True

    def _judged(
        self, slots: list[list[ValueRow]]
    ) -> Iterator[tuple[ValueRow, Disagreement]]:
        """Yield a row of each slot in which documents disagree, and what about."""
        for rows, values in zip(slots, self._values(slots), strict=True):
            if not self._doubtful(list(values.values())):
                continue
            read = [self._stretch(row, values[row.cell]) for row in rows]
            disagreement = judged(read, self._comparator, self._compare)
            if disagreement is not None:
                yield rows[0], disagreement

    def _doubtful(self, values: list[Held]) -> bool:
        """Ask whether any two values of a slot may conflict at all."""
        if len(values) > MOST_VALUES:
            return True
        return any(self._doubt(a, b) for a, b in combinations(values, 2))

    def _doubt(self, left: Held, right: Held) -> bool:
        verdict = self._comparator.compare(left, right)
        if verdict is Verdict.UNKNOWN:
            return self._compare.doubt is not None
        return verdict is Verdict.CONFLICT

    def _values(self, slots: list[list[ValueRow]]) -> Iterator[dict[Cell, Held]]:
        """Yield the values of each slot by number, least and most."""
        if self._compare.properties.by_claim:
            yield from self._by_claim(slots)
            return
        timed = self._rule.differ == TIME
        if not timed:
            self._learn(row.value for rows in slots for row in rows)
        for rows in slots:
            cells = dict.fromkeys(row.cell for row in rows)
            if timed:
                yield {cell: time_held(*divmod(cell[0], DAYS)) for cell in cells}
            else:
                yield {cell: self._worded(cell) for cell in cells}

    def _worded(self, cell: Cell) -> Held:
        code, least, most = cell
        word = self._words[code]
        if not self._compare.properties.bounded or most < least:
            return Held(word, word)
        return Held(word, word, least, most)

    def _by_claim(self, slots: list[list[ValueRow]]) -> Iterator[dict[Cell, Held]]:
        """Yield values as the first claim that gives each of them tells it."""
        firsts: list[dict[Cell, int]] = []
        for rows in slots:
            firsts.append({})
            for row in rows:
                firsts[-1].setdefault(
                    row.cell, row.claim
                )  # rows are in order of claims
        claims = {claim for first in firsts for claim in first.values()}
        filled = fillings_of(self._rule, self._store, claims)
        for first in firsts:
            yield {
                cell: self._pick(cell[0], filled[claim])
                for cell, claim in first.items()
            }

    def _pick(self, code: int, filled: Roles) -> Held:
        """Return what a claim holds of a value."""
        return next(
            held
            for number, held in held_of(self._rule, filled)
            if number is None or number == code
        )

    def _learn(self, codes: Iterable[int]) -> None:
        lacking = set(codes) - self._words.keys()
        self._words |= self._store.words(lacking)

    def _stretch(self, row: ValueRow, held: Held) -> Validity:
        return Validity(
            held,
            row.low,
            row.high,
            self._kept_apart(row.separator),
            row.cell,
            row.separator,
            row.source,
            1 << row.place if row.place < BITS else 0,
            row.mixed,
            row.lone,
            row.claims,
        )

    def _kept_apart(self, whole: int) -> tuple[frozenset[int], ...]:
        """Return what a separator stands for: one, several together, or nothing."""
        if not self._rule.apart_by:
            return ()
        if whole not in self._apart:
            members = [whole] if whole > 0 else []
            if whole < 0:
                members = members_of(self._store.words([-whole])[-whole])
            self._apart[whole] = (frozenset(members),)
        return self._apart[whole]
