import random

import pytest

from factcheck.documents import Document
from factcheck.resolution.origins import origins

WORDS = [f"word{n}" for n in range(900)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def document(id: str, text: str, day: str = "2024-05-03", credit=None) -> Document:
    return Document(id, text, id, day, credit=credit)


def edited(text: str, every: int) -> str:
    """Change one word in so many."""
    words = text.split()
    words[::every] = [f"new{n}" for n in range(len(words[::every]))]
    return " ".join(words)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param(text(1), text(1), True, id="a copy"),
        pytest.param(text(1), text(1).upper().replace(" ", "\n"), True, id="layout"),
        pytest.param(text(1), edited(text(1), 15), True, id="lightly edited"),
        pytest.param(text(1), edited(text(1), 3), False, id="rewritten"),
        pytest.param(text(1, 400), text(1, 400)[:1200], True, id="cut short"),
        pytest.param(text(1), text(1) + text(2), True, id="continued"),
        pytest.param(text(1), text(2), False, id="another text"),
        pytest.param(text(1), text(2) + text(1, 60), False, id="a shared quotation"),
        pytest.param("The fire is out.", "The fire is out", True, id="short copies"),
        pytest.param("The fire is out.", "The fire is over.", False, id="short texts"),
    ],
)
def test_near_duplicates_share_an_origin(left, right, same):
    found = origins([document("a", left), document("b", right)])

    assert (found["a"] == found["b"]) is same


def test_texts_that_credit_one_wire_share_it():
    found = origins(
        [document("a", text(1), credit="AFP"), document("b", text(2), credit="AFP")]
    )

    assert found == {"a": "AFP", "b": "AFP"}


def test_a_copy_without_credit_comes_from_the_wire_all_the_same():
    found = origins(
        [document("a", text(1)), document("b", text(1), "2024-05-04", credit="AFP")]
    )

    assert found == {"a": "AFP", "b": "AFP"}


def test_an_outlet_is_no_origin():
    same_outlet = [Document(i, text(n), "The Heron") for n, i in enumerate("ab")]

    assert origins(same_outlet) == {"a": "a", "b": "b"}


def test_the_earliest_text_is_the_origin_in_any_order():
    copies = [
        document("late", text(1), "2024-05-05"),
        document("first", text(1), "2024-05-03"),
        document("undated", text(1), None),
    ]

    assert origins(copies) == dict.fromkeys(("late", "first", "undated"), "first")
    assert origins(copies[::-1]) == origins(copies)


def test_a_common_phrase_joins_nothing():
    footer = " subscribe to our letter and read every story on the day it appears"
    found = origins([document(str(n), text(n, 80) + footer) for n in range(60)])

    assert len(set(found.values())) == 60


def test_many_copies_are_one_origin():
    copies = [document(f"{n:03}", text(1) + f" edition {n}") for n in range(200)]

    assert set(origins(copies).values()) == {"000"}
