from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Entity, Extraction
from factcheck.documents import Document, Span
from factcheck.errors import RuleError
from factcheck.extraction import extract
from factcheck.resolution.entities import (
    Aliases,
    Resolution,
    link,
    load_aliases,
    resolve,
)


def document(
    id: str, *people: str, group: str | None = None, others: tuple[str, ...] = ()
) -> Extraction:
    """Make an extraction that names people and, for context, other bodies."""
    entities = {f"p{i}": person(f"p{i}", name) for i, name in enumerate(people)}
    for place, name in enumerate(others):
        entities[f"o{place}"] = Entity(f"o{place}", "organization", name, (name,))
    return Extraction(Document(id, "", "s", group=group), entities=entities)


def person(local: str, name: str, *evidence: str) -> Entity:
    return Entity(local, "person", name, (name,), evidence=evidence)


def same(resolution: Resolution, *places: tuple[str, str]) -> bool:
    return len({resolution.identities[place].entity for place in places}) == 1


@pytest.mark.parametrize(
    ("left", "right", "merged"),
    [
        pytest.param("Choe Son-hui", "Choi Sun-hee", True, id="romanisation"),
        pytest.param("Choe Son Hui", "Son-hui Choe", True, id="order"),
        pytest.param("Suh Hoon", "Seo Hoon", True, id="Suh and Seo"),
        pytest.param("Chung Eui-yong", "Jeong Ui-yong", True, id="Chung and Jeong"),
        pytest.param("Ri Yong Ho", "Lee Yong-ho", True, id="Ri and Lee"),
        pytest.param("Tony Blinken", "Antony Blinken", True, id="nickname"),
        pytest.param("Zelenskyy", "Zelensky", False, id="surnames alone"),
        pytest.param("Muammar Qaddafi", "Muammar Gaddafi", True, id="Qaddafi"),
        pytest.param("José Núñez", "Jose Nunez", True, id="accents"),
        pytest.param("Kim Jong Un", "Kim Jong Il", False, id="father and son"),
        pytest.param("Kim Jong Un", "Kim Yo Jong", False, id="brother and sister"),
        pytest.param("Lee Ju-ho", "Lee Jong-sup", False, id="two named Lee"),
        pytest.param("Hunter Biden", "Joe Biden", False, id="relatives"),
        pytest.param("George W. Bush", "George H. W. Bush", False, id="initials"),
        pytest.param("Ken Moss Jr.", "Ken Moss Sr.", False, id="Jr. and Sr."),
        pytest.param("Ken Moss Jr.", "Ken Moss", False, id="only one Jr."),
        pytest.param("Duncan Rayt", "Duncan Rayte", False, id="one letter"),
        pytest.param("J. Quill", "John Quill", False, id="an initial"),
        pytest.param("Quill", "Ada Quill", False, id="a surname alone"),
    ],
)
def test_names_across_documents(left: str, right: str, merged: bool) -> None:
    resolution = resolve([document("a", left), document("b", right)])

    assert same(resolution, ("a", "p0"), ("b", "p0")) is merged


@pytest.mark.parametrize(
    ("short", "full"),
    [
        pytest.param("Quill", "Ada Quill", id="a surname"),
        pytest.param("J. Quill", "Jane Quill", id="an initial"),
        pytest.param("Ken Moss", "Ken Moss Jr.", id="only one Jr."),
        pytest.param("Duncan Rayte", "Duncan Rayt", id="one letter"),
    ],
)
@pytest.mark.parametrize(
    "shared",
    [
        pytest.param({"group": "g"}, id="same group"),
        pytest.param({"others": ("Port Union", "Gull Line")}, id="two shared names"),
    ],
)
def test_a_second_reason_joins_what_a_name_leaves_open(
    short: str, full: str, shared: dict[str, object]
) -> None:
    left = document("a", short, **shared)  # type: ignore[arg-type]
    right = document("b", full, **shared)  # type: ignore[arg-type]

    resolution = resolve([left, right])

    assert same(resolution, ("a", "p0"), ("b", "p0"))
    assert [d.verdict for d in resolution.decisions][-1] == "same"


def test_an_office_of_one_seat_is_a_second_reason() -> None:
    bare = replace(document("a"), entities={"p0": person("p0", "Quill", "president")})
    full = replace(
        document("b"), entities={"p0": person("p0", "Ada Quill", "president")}
    )

    assert same(resolve([bare, full]), ("a", "p0"), ("b", "p0"))


def test_a_surname_of_two_in_its_group_stays_unsure() -> None:
    resolution = resolve(
        [
            document("a", "Lee Ju-ho", group="g"),
            document("b", "Lee Jong-sup", group="g"),
            document("c", "Lee", group="g"),
        ]
    )

    assert resolution.identities["c", "p0"].entity == "person:lee@c"
    assert not resolution.identities["c", "p0"].sure
    assert {d.verdict for d in resolution.decisions if "(c)" in d.left} == {"unsure"}


def test_a_name_that_fits_two_people_joins_neither() -> None:
    resolution = resolve(
        [
            document("a", "George W. Moss"),
            document("b", "George H. W. Moss"),
            document("c", "George Moss"),
        ]
    )

    entities = [identity.entity for identity in resolution.identities.values()]
    assert len(set(entities)) == 3


@pytest.mark.parametrize(
    ("shared", "merged"),
    [
        pytest.param((), False, id="nothing else in common"),
        pytest.param(("Port Union",), True, id="another name in common"),
    ],
)
def test_namesakes_of_two_countries(shared: tuple[str, ...], merged: bool) -> None:
    def officer(id: str, title: str, country: str) -> Extraction:
        made = document(id, "Ada Quill", others=shared)
        place = Entity("g1", "place", country, (country,), country=country)
        roles = {
            "person": (Mention(0, 0, "Ada Quill", entity="p0"),),
            "title": (Mention(0, 0, title, title),),
            "organization": (Mention(0, 0, country, entity="g1"),),
        }
        claim = Claim("title", id, Span(0, 0), roles)
        return replace(made, entities={**made.entities, "g1": place}, claims=(claim,))

    resolution = resolve([officer("a", "senator", "US"), officer("b", "coach", "PE")])

    assert same(resolution, ("a", "p0"), ("b", "p0")) is merged
    entities = {resolution.identities[d, "p0"].entity for d in "ab"}
    assert entities <= {"person:ada-quill", "person:ada-quill~2"}


def test_two_persons_of_one_document_are_never_joined() -> None:
    resolution = resolve(
        [document("a", "Ken Moss Jr.", "Ken Moss", group="g"), document("b", "Moss")]
    )

    assert not same(resolution, ("a", "p0"), ("a", "p1"))


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [
        document("a", "Choe Son-hui", "Quill", group="g"),
        document("b", "Choi Sun-hee", "Ada Quill", group="g"),
        document("c", "Ada B. Quill"),
        document("d", "Quill"),
    ]

    forward, backward = resolve(documents), resolve(documents[::-1])

    assert dict(forward.identities) == dict(backward.identities)
    assert forward.decisions == backward.decisions


def test_ids_are_readable() -> None:
    extraction = document("a", "Choe Son-hui", others=("The Gull Line",))
    country = Entity("g1", "place", "North Korea", ("Pyongyang",), country="KP")
    extraction = replace(extraction, entities={**extraction.entities, "g1": country})

    identities = resolve([extraction]).identities

    assert identities["a", "p0"].entity == "person:choe-son-hui"
    assert identities["a", "o0"].entity == "organization:gull-line"
    assert identities["a", "g1"] == ("country:KP", "North Korea", True)


def test_linking_keeps_the_ids_of_claims() -> None:
    text = (
        "The delegation arrived on Monday and the talks began at once. Vice foreign "
        "minister Bae Min-seo was blunt. “We will not yield,” Bae said afterwards."
    )
    extraction = next(extract([Document("a", text, "s")]))

    linked = link(extraction, resolve([extraction]))

    assert [c.id for c in linked.claims] == [c.id for c in extraction.claims]
    people = {m.mention.entity for m in linked.mentions if m.type == "person"}
    assert people == {"person:bae-min-seo"}


def test_a_surname_another_document_of_the_group_explains_becomes_a_mention() -> None:
    told = "The harbour master, Lena Stavely, opened the lock on Monday morning."
    bare = "On Monday Stavely opened the lock, and the ships came through at noon."
    extractions = list(
        extract(
            [Document("a", told, "s", group="g"), Document("b", bare, "t", group="g")]
        )
    )

    resolution = resolve(extractions)
    linked = link(extractions[1], resolution)

    people = [m.mention for m in linked.mentions if m.type == "person"]
    assert [(m.text, m.entity) for m in people] == [("Stavely", "person:lena-stavely")]


def aliases(tmp_path: Path, text: str) -> Aliases:
    path = tmp_path / "aliases.yaml"
    path.write_text(text, encoding="utf-8")
    return load_aliases(path)


def test_the_alias_file_joins(tmp_path: Path) -> None:
    said = aliases(tmp_path, "- same: [Ada Quill, The Falcon]\n")

    resolution = resolve(
        [document("a", "Ada Quill"), document("b", "The Falcon")], said
    )

    assert same(resolution, ("a", "p0"), ("b", "p0"))


def test_the_alias_file_keeps_apart(tmp_path: Path) -> None:
    said = aliases(tmp_path, "- different: [Tony Quill, Anthony Quill]\n")

    resolution = resolve(
        [document("a", "Tony Quill"), document("b", "Anthony Quill")], said
    )

    assert not same(resolution, ("a", "p0"), ("b", "p0"))


def test_a_name_is_not_kept_apart_from_itself(tmp_path: Path) -> None:
    said = aliases(
        tmp_path,
        "- different: [Bo Lind, Bo-Lind, Ada Quill]\n- different: [A, Bo Lind]",
    )

    assert said.are_different("Bo Lind", "Ada Quill")
    assert said.are_different("a", "Bo-Lind")
    assert not said.are_different("Bo Lind", "Bo-Lind")
    assert not said.are_different("A", "Ada Quill")


def test_many_names_kept_apart_take_no_pairs(tmp_path: Path) -> None:
    names = [f"N{n}" for n in range(100_000)]

    said = aliases(tmp_path, f"- different: [{', '.join(names)}]\n")

    assert said.are_different(names[0], names[-1])


def test_names_repeated_in_one_word_are_counted(tmp_path: Path) -> None:
    names = ", ".join(f"N{n}" for n in range(1000))

    with pytest.raises(RuleError, match="holds more than 200,000 names; split it"):
        aliases(tmp_path, f"- &x {{same: [{names}]}}\n" + "- *x\n" * 1000)


def test_of_very_many_faults_the_first_are_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        aliases(tmp_path, "- a\n" * 900)

    lines = str(error.value).splitlines()
    assert f"{tmp_path / 'aliases.yaml'}:200: not an entry" in lines[199]
    assert lines[200:] == ["and 700 more faults"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("same: [A, B]\n", ":1: not a list", id="no list"),
        pytest.param("- [A, B]\n", ":1: not an entry", id="no entry"),
        pytest.param("- alike: [A, B]\n", ":1: unknown key 'alike'", id="unknown key"),
        pytest.param("\n- same: [A]\n", ":2: same needs two names", id="one name"),
        pytest.param(
            "- same: [A, B]\n- same: [C, B]\n", ":2: B also stands with A", id="twice"
        ),
        pytest.param("- same: [A\n", "not YAML", id="no YAML"),
    ],
)
def test_faults_of_an_alias_file_name_their_line(
    tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(RuleError) as raised:
        aliases(tmp_path, text)

    assert str(tmp_path / "aliases.yaml") in str(raised.value)
    assert fault in str(raised.value)


def test_every_fault_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        aliases(tmp_path, "- same: [A]\n- alike: [A, B]\n")

    assert len(str(raised.value).splitlines()) == 2
