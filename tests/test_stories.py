import json
import random

import pytest

from factcheck.cli import main
from factcheck.documents import Document
from factcheck.resolution.story_clustering import stories, stories_of

LISBON = (
    "A fire at the Aurora in the centre of Lisbon killed 12 guests on Thursday. The"
    " flames broke out on the third floor shortly after midnight, said Mayor Ana Duval."
    " Firefighters rescued 40 guests by ladder."
)
LISBON_AGAIN = (
    "Early on Thursday a blaze swept through a hotel in Lisbon. Forty guests of the"
    " Aurora were brought to safety by firefighters, and twelve died, the city's mayor,"
    " Ana Duval, told journalists."
)
PORTO = (
    "A fire at the Douro in the centre of Porto killed nine guests on Saturday. The"
    " flames broke out on the second floor shortly after midnight, said Mayor Bo Okoro."
    " Firefighters rescued 25 guests by ladder."
)
TUNNEL = (
    "The tunnel under the strait will open to trains in June, said Transport Minister"
    " Lena Marsh in Osk. The last track was laid last week."
)


def document(id: str, text: str, day: str | None = "2024-05-03", title=None):
    return Document(id, text, id, day, title=title)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param(LISBON, LISBON_AGAIN, True, id="one fire in other words"),
        pytest.param(LISBON, PORTO, False, id="two fires in the same words"),
        pytest.param(LISBON, TUNNEL, False, id="other news"),
        pytest.param(LISBON, LISBON, True, id="a copy"),
        pytest.param("", "", False, id="nothing printed"),
        pytest.param(
            "four were rescued when the ferry sank off the northern island",
            "the ferry that sank off the northern island: five rescued",
            True,
            id="no names",
        ),
    ],
)
def test_what_is_one_story(left, right, one):
    found = stories([document("a", left), document("b", right)])

    assert (found["a"] == found["b"]) is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param("2024-05-03", "2024-05-05", True, id="near days"),
        pytest.param("2024-05-03", "2024-06-03", False, id="far days"),
        pytest.param("2024-05-03", None, True, id="a day nobody knows"),
    ],
)
def test_stories_are_of_near_days(left, right, one):
    found = stories([document("a", LISBON, left), document("b", LISBON_AGAIN, right)])

    assert (found["a"] == found["b"]) is one


def test_the_order_of_documents_does_not_matter():
    told = [
        document(str(n), text)
        for n, text in enumerate([LISBON, PORTO, TUNNEL, LISBON_AGAIN])
    ]
    shuffled = random.Random(1).sample(told, len(told))

    assert stories(shuffled) == stories(told)


def test_another_report_does_not_rename_a_story():
    before = stories([document("a", LISBON), document("b", LISBON_AGAIN)])

    after = stories(
        [
            document("a", LISBON),
            document("b", LISBON_AGAIN),
            document("c", f"Lisbon mourns. {LISBON_AGAIN}", "2024-05-04"),
        ]
    )

    assert after["c"] == after["a"] == before["a"]


def test_two_stories_never_share_a_name():
    found = stories(
        [document("a", LISBON, "2024-05-03"), document("b", LISBON, "2024-05-28")]
    )

    assert found["a"] != found["b"]


@pytest.mark.parametrize(
    ("how", "by_group", "expected"),
    [
        pytest.param("folder", False, [["a", "b"], ["c"]], id="by folder"),
        pytest.param("off", False, [["a", "b", "c"]], id="all one story"),
        pytest.param("auto", False, [["a", "c"], ["b"]], id="by text"),
        pytest.param("auto", True, [["a"], ["b", "c"]], id="a group wins"),
    ],
)
def test_how_stories_are_found(how, by_group, expected):
    told = [
        Document("a", LISBON, "A", path="x/a.txt"),
        Document("b", TUNNEL, "B", path="x/b.txt", group="g"),
        Document("c", LISBON_AGAIN, "C", path="y/c.txt", group="g"),
    ]

    found = stories_of(told, how, by_group)

    grouped: dict[str, list[str]] = {}
    for name, story in found.items():
        grouped.setdefault(story, []).append(name)
    assert sorted(grouped.values()) == expected


def test_the_command_prints_stories_as_json(tmp_path, capsys):
    for name, text in (("a", LISBON), ("b", LISBON_AGAIN), ("c", TUNNEL)):
        (tmp_path / f"{name}.txt").write_text(text)

    status = main(["stories", str(tmp_path), "--format", "json"])

    found = json.loads(capsys.readouterr().out)["stories"]
    assert status == 0
    assert sorted(story["documents"] for story in found) == [
        ["a.txt", "b.txt"],
        ["c.txt"],
    ]


def test_the_command_prints_a_table(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(LISBON)

    main(["stories", str(tmp_path)])

    assert "1 document in 1 story" in capsys.readouterr().out
