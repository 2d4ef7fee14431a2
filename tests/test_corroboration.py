import pytest

import factcheck
from factcheck.documents import Document
from factcheck.findings import Compared
from factcheck.pipeline import check


def checked(*texts: str):
    return check(
        [
            Document(f"{n}.txt", text, f"Paper {n}", "2024-05-03")
            for n, text in enumerate(texts)
        ]
    )


def told(result) -> set[tuple[str, str]]:
    return {(one.kind, one.value) for one in result.corroborated}


MET = "Ana Duval, the Freedonian prime minister, met Bo Okoro in {} on {}."


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            MET.format("Lisbon", "Monday"),
            "On Monday, Prime Minister Ana Duval met Bo Okoro in Lisbon. It rained.",
            "meeting",
            id="a meeting in one town on one day",
        ),
        pytest.param(
            "A fire at a hotel in Lisbon killed 12 people on Thursday.",
            "Twelve people were killed in a fire at a Lisbon hotel on Thursday.",
            "quantity",
            id="one toll",
        ),
        pytest.param(
            "“We will open the northern harbour to every ship,” Ana Duval said.",
            "Ana Duval said: “We will open the northern harbour to every ship.”",
            "quote",
            id="one quotation of one speaker",
        ),
    ],
)
def test_what_two_origins_say_alike_is_corroborated(left, right, kind):
    assert kind in {kind for kind, _ in told(checked(left, right))}


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            MET.format("Lisbon", "Monday"),
            MET.format("Madrid", "Monday"),
            "meeting",
            id="town",
        ),
        pytest.param(
            "Ana Duval was elected president of Korvex in Lisbon.",
            "Korvex elected Ana Duval its president in Porto.",
            "event",
            id="a town that no role holds",
        ),
        pytest.param(
            "A bomb killed 12 people in northern Freedonia, police said.",
            "Police said 12 people were killed by a bomb in southern Freedonia.",
            "quantity",
            id="part of a country",
        ),
        pytest.param(
            "Ana Duval was elected president of Korvex at the Hotel Mira.",
            "Korvex elected Ana Duval its president at the Hotel Sol.",
            "event",
            id="house",
        ),
        pytest.param(
            MET.format("Lisbon", "Monday"),
            MET.format("Lisbon", "Sunday"),
            "meeting",
            id="day",
        ),
        pytest.param(
            "Ana Duval was born in 1927.",
            "Ana Duval was born in 1928.",
            "event",
            id="year",
        ),
        pytest.param(
            "Ana Duval visited Peru on Monday.",
            "Ana Duval visited Chile on Monday.",
            "event",
            id="country",
        ),
        pytest.param(
            "“We will open the northern harbour to every ship,” Ana Duval said.",
            "“We will open the northern harbour to every ship,” Bo Okoro said.",
            "quote",
            id="speaker",
        ),
        pytest.param(
            "A fire at a hotel in Lisbon killed at least 12 people on Thursday.",
            "A fire at a hotel in Lisbon killed at least 19 people on Thursday.",
            "quantity",
            id="two bounds",
        ),
        pytest.param(
            "A fire at a hotel in Lisbon killed 12 people on Thursday.",
            "A fire at a hotel in Lisbon killed 12 people on Thursday.",
            "quantity",
            id="a copy",
        ),
    ],
)
def test_what_differs_in_any_role_is_not_corroborated(left, right, kind):
    assert kind not in {kind for kind, _ in told(checked(left, right))}


def test_each_source_stands_beside_the_line_in_its_own_words():
    result = checked(
        MET.format("Lisbon", "Monday"), MET.format("Lisbon", "Monday") + " Rain."
    )

    for one in result.corroborated:
        words = {w.source: w.words for w in one.wordings}
        assert words.keys() == set(one.sources)
        for wording in one.wordings:
            document = next(d for d in result.documents if d.id == wording.document)
            assert document.text[wording.start : wording.end] == wording.words


def test_offices_come_last():
    minister = "Prime Minister Ana Duval met Bo Okoro in Lisbon on Monday. "
    result = checked(minister, minister + "It rained all day in the northern hills.")

    kinds = [one.kind for one in result.corroborated]
    assert kinds.index("title") > kinds.index("meeting")


def test_what_nobody_repeats_is_not_compared():
    assert checked("It rained.").compared == Compared()


def test_a_birth_told_twice_agrees_and_differs_in_nothing():
    compared = checked(*("Ana Duval was born in Lisbon on 3 March 1927.",) * 2).compared

    assert compared.stories == 1
    assert compared.shared == compared.agree >= 2
    assert compared.differ == compared.unknown == 0


def test_facts_of_one_source_are_counted_apart():
    compared = checked(
        "Minister Ana Duval met Bo Okoro in Lisbon on Monday.",
        "It rained in the hills.",
    ).compared

    assert compared.shared == 0
    assert compared.single > 0


def test_the_sum_of_shared_facts_is_whole():
    compared = checked(
        MET.format("Lisbon", "Monday"), MET.format("Madrid", "Monday")
    ).compared

    assert compared.differ > 0
    assert compared.shared == compared.agree + compared.differ + compared.unknown


def test_the_package_checks_what_it_reads(tmp_path):
    (tmp_path / "a.txt").write_text("Ana Duval was born in 1927.")
    (tmp_path / "b.txt").write_text("Ana Duval was born in 1928.")

    assert factcheck.check(tmp_path).corroborated == ()
