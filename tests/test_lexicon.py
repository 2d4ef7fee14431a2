"""Lattices: same, broader, disjoint, and what they do not say."""

import pytest

from factcheck.errors import RuleError
from factcheck.lexicons import Verdict
from factcheck.lexicons.lattice import Lattice
from factcheck.lexicons.lexicon import load_lexicon, read_lexicon

COMPATIBLE, CONFLICT, UNKNOWN = Verdict.COMPATIBLE, Verdict.CONFLICT, Verdict.UNKNOWN

ANIMALS = Lattice(
    {
        "broader": {"poodle": ["dog"], "dog": ["animal"], "cat": ["animal"]},
        "same": [["dog", "hound"]],
        "disjoint": [["dog", "cat"]],
        "categories": {"barks": ["dog"]},
    }
)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("dog", "dog", COMPATIBLE, id="the same"),
        pytest.param("Dog", "hound", COMPATIBLE, id="two words for it"),
        pytest.param("poodle", "animal", COMPATIBLE, id="two steps broader"),
        pytest.param("dog", "cat", CONFLICT, id="declared disjoint"),
        pytest.param("poodle", "cat", CONFLICT, id="disjoint through what is above"),
        pytest.param("poodle", "snake", UNKNOWN, id="not in the lists"),
    ],
)
def test_relations(left, right, verdict):
    assert ANIMALS.relation(left, right) is verdict
    assert ANIMALS.relation(right, left) is verdict


@pytest.mark.parametrize(
    ("value", "belongs"),
    [
        pytest.param("poodle", True, id="below it"),
        pytest.param("cat", False, id="known to be something else"),
        pytest.param("snake", None, id="unknown"),
    ],
)
def test_categories(value, belongs):
    assert ANIMALS.is_a(value, "barks") is belongs


def test_a_path_explains_a_conflict():
    assert ANIMALS.explain("poodle", "cat") == "poodle → dog is not cat"


def test_a_circle_of_broader_values_ends():
    round_about = Lattice({"broader": {"a": ["b"], "b": ["a"]}})

    assert round_about.relation("a", "b") is COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Lisbon", "Portugal", COMPATIBLE, id="capital and country"),
        pytest.param(
            "the Netherlands", "Netherlands", COMPATIBLE, id="with an article"
        ),
        pytest.param("Lisbon", "Madrid", CONFLICT, id="two capitals"),
        pytest.param("Lisbon", "Spain", CONFLICT, id="another country's capital"),
        pytest.param("Osk", "Spain", UNKNOWN, id="a village"),
        pytest.param("Norway", "Europe", COMPATIBLE, id="a part of the world"),
        pytest.param("Norway", "Africa", CONFLICT, id="another part of it"),
        pytest.param("Turkey", "Asia", COMPATIBLE, id="in two parts, one"),
        pytest.param("Turkey", "Europe", COMPATIBLE, id="in two, the other"),
        pytest.param("England", "Britain", COMPATIBLE, id="a part of a state"),
        pytest.param("Soviet Union", "Russia", UNKNOWN, id="a state that is gone"),
        pytest.param("Hong Kong", "China", UNKNOWN, id="a territory"),
        pytest.param("European Union", "Norway", UNKNOWN, id="a union"),
        pytest.param("Osk", "Europe", UNKNOWN, id="a town nobody knows"),
    ],
)
def test_places(left, right, verdict):
    places = load_lexicon("places")

    assert places.relation(left, right) is verdict
    assert places.relation(right, left) is verdict


@pytest.mark.parametrize(
    ("title", "belongs"),
    [
        pytest.param("president", True, id="president"),
        pytest.param("queen", True, id="queen"),
        pytest.param("secretary of state", False, id="secretary of state"),
        pytest.param("vice president", False, id="vice president"),
        pytest.param("leader", None, id="may be one"),
        pytest.param("grand poobah", None, id="no such office"),
    ],
)
def test_heads_of_state(title, belongs):
    assert load_lexicon("titles").is_a(title, "head of state") is belongs


def test_a_short_form_of_address_is_not_vaguer():
    titles = load_lexicon("titles")

    assert not titles.broader("secretary", "secretary of state")
    assert titles.broader("senior diplomat", "vice foreign minister")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "brodaer: {a: [b]}", "did you mean 'broader'?", id="misspelt part"
        ),
        pytest.param("same: [a, b]", "same: should be a list of lists", id="flat list"),
        pytest.param("broader: [a]", "broader: should map", id="no mapping"),
        pytest.param("[a]", "should be a mapping", id="a list"),
        pytest.param("a: [", "not YAML", id="broken"),
    ],
)
def test_faulty_files(tmp_path, text, told):
    path = tmp_path / "own.yaml"
    path.write_text(text)

    with pytest.raises(RuleError, match=told) as caught:
        read_lexicon(path)

    assert str(path) in str(caught.value)


def test_of_very_many_faults_the_first_are_told_with_their_place(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("".join(f"key{n}: v\n" for n in range(900)))

    with pytest.raises(RuleError) as caught:
        read_lexicon(path)

    lines = str(caught.value).splitlines()
    assert lines[0].startswith(f"{path}:1:1: no part of a lexicon is named 'key0'")
    assert lines[199].startswith(f"{path}:200:1: ")
    assert lines[200:] == ["and 700 more faults"]


def test_a_lexicon_that_repeats_itself_is_told(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(f"same: &x [[{'a,' * 900}b]]\n" + "disjoint: [*x, *x]\n" * 900)

    with pytest.raises(RuleError, match="'disjoint' is given twice") as caught:
        read_lexicon(path)

    assert len(str(caught.value).splitlines()) <= 201


def test_an_unknown_lexicon():
    with pytest.raises(RuleError, match="did you mean 'titles'"):
        load_lexicon("titels")
