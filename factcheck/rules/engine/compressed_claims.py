"""Claims that take little memory until somebody looks at them."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from typing import overload

from factcheck.claims import Claim


class CompressedClaims(Sequence[Claim]):
    """A row of claims, kept as bytes: some 60 a claim, where an object takes 1,000.

    It equals the tuple of its claims. Each look at it makes them anew, so it is for
    what is told once, when all is judged: a report of thousands of findings.
    """

    __slots__ = ("_bytes", "_count")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._count = len(claims)
        self._bytes = zlib.compress(pickle.dumps(tuple(claims), protocol=5), level=1)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._unfolded())

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        return self._unfolded()[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CompressedClaims):
            return self._unfolded() == other._unfolded()
        return self._unfolded() == other

    def __hash__(self) -> int:
        return hash(self._unfolded())

    def __repr__(self) -> str:
        return repr(self._unfolded())

    def _unfolded(self) -> tuple[Claim, ...]:
        claims: tuple[Claim, ...] = pickle.loads(zlib.decompress(self._bytes))
        return claims
