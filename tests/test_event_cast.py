"""Who did it, whom it befell, and whether it happened at all."""

import pytest

from factcheck import extract
from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import load_lattice


def events(text: str) -> list[Claim]:
    found = next(iter(extract([Document("d", text, "Gazette", "2024-05-03")])))
    return [claim for claim in found.claims if claim.kind == "event"]


def named(text: str, predicate: str) -> tuple[list[str], list[str]]:
    """Return agents and patients, by name where they have one, of one predicate."""
    claim = next(c for c in events(text) if c.role("trigger")[0].value == predicate)
    agents = [m.name or m.text for m in claim.role("agent")]
    return agents, [m.name or m.text for m in claim.role("patient")]


@pytest.mark.parametrize(
    ("text", "predicate", "agents", "patients"),
    [
        pytest.param(
            "Ana Duval and Bo Okoro were arrested in Lima on Monday.",
            "arrest",
            [],
            ["Ana Duval", "Bo Okoro"],
            id="both of two names",
        ),
        pytest.param(
            "Ana Duval was arrested in Lima and charged with fraud.",
            "charge",
            [],
            ["Ana Duval"],
            id="a second participle shares subject and voice",
        ),
        pytest.param(
            "Ana Duval, who resigned on 8 June, left for Bern.",
            "resign",
            ["Ana Duval"],
            [],
            id="antecedent of who",
        ),
        pytest.param(
            "Prime Minister Ana Duval was ousted after losing a no-confidence vote.",
            "lose confidence vote",
            ["Ana Duval"],
            ["a no-confidence vote"],
            id="subject of a participle",
        ),
        pytest.param(
            "Ana Duval, who took office in 2021, called a vote.",
            "take office",
            [],
            ["Ana Duval"],
            id="an object that is part of the name",
        ),
        pytest.param(
            "Bo Okoro took over the presidency on Friday.",
            "take office",
            [],
            ["Bo Okoro"],
            id="a particle and an object that are part of the name",
        ),
        pytest.param(
            "The Osk Group took over the mill on Friday.",
            "buy",
            ["Osk Group"],
            ["the mill"],
            id="the same verb with another object",
        ),
        pytest.param(
            "The arrest of Bo Okoro shocked the town.",
            "arrest",
            [],
            ["Bo Okoro"],
            id="owner of a noun",
        ),
        pytest.param(
            "The resignation of Bo Okoro shocked the town.",
            "resign",
            ["Bo Okoro"],
            [],
            id="owner of a noun who acts",
        ),
        pytest.param(
            "The attacker, identified as Tom Keller, fled. The attacker died Friday.",
            "die",
            ["Tom Keller"],
            [],
            id="a description that one person carries",
        ),
        pytest.param(
            "Ana Duval’s veto shocked the town.",
            "veto",
            ["Ana Duval"],
            [],
            id="owner of a noun who acts, though others are known by the patient",
        ),
        pytest.param(
            "Freedonia were beaten by Sylvania in the final.",
            "win",
            ["Sylvania"],
            ["Freedonia"],
            id="passive with its agent",
        ),
        pytest.param(
            "Ana Duval stops Bo Okoro to retain titles.",
            "retain",
            ["Ana Duval"],
            ["titles"],
            id="an aim is that of the subject",
        ),
        pytest.param(
            "Ana Duval helped Bo Okoro win the race.",
            "win",
            ["Bo Okoro"],
            ["the race"],
            id="what is helped on is done by the object",
        ),
        pytest.param(
            "Dr Ana Duval, who was treating her, was quoted.",
            "treat",
            ["Ana Duval"],
            ["her"],
            id="an object pronoun is not the subject",
        ),
        pytest.param(
            "Ana Duval hurt herself on Monday.",
            "hurt",
            ["Ana Duval"],
            ["Ana Duval"],
            id="a reflexive is",
        ),
        pytest.param(
            "Prime Minister Ana Duval left. The new prime minister was elected Monday.",
            "elect",
            [],
            ["The new prime minister"],
            id="the new one is somebody else",
        ),
        pytest.param(
            "The poll shows a tight race as Ana Duval consolidates the support of the "
            "Green Party and Okoro recovers from a cold. Bo Okoro is her rival.",
            "recover",
            ["Bo Okoro"],
            [],
            id="a name right before the verb",
        ),
    ],
)
def test_cast(text: str, predicate: str, agents: list[str], patients: list[str]):
    assert named(text, predicate) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        pytest.param("Ana Duval fired a shot.", "dismiss", id="a shot is no employee"),
        pytest.param("Ana Duval declined to say.", "fall", id="persons do not decline"),
        pytest.param("Ana Duval lost her keys.", "lose", id="lost with an object"),
        pytest.param("Ana Duval lost 40 customers.", "lose", id="lost customers"),
        pytest.param("The prize went on Friday to Ana Duval.", "go on", id="on a day"),
        pytest.param("Ana Duval went on.", "go on", id="persons do not go on"),
        pytest.param("Ana Duval survived her husband.", "survive", id="outlived him"),
        pytest.param("Bo Okoro was found not guilty.", "convict", id="not guilty"),
        pytest.param("Bo Okoro opened the fire station.", "shoot", id="a fire station"),
        pytest.param("Ana Duval is a friend.", "be", id="being"),
        pytest.param("Ana Duval believes Bo Okoro.", "believe", id="thought"),
    ],
)
def test_no_event_of_the_lattice(text: str, predicate: str):
    lattice = load_lattice("events")
    found = [c.role("trigger")[0].value for c in events(text)]

    assert predicate not in [v for v in found if lattice.known_as(str(v)) == v]
    assert predicate not in ("be", "believe") or not found


PHRASES = {
    "found not guilty": ("Bo Okoro was {} on Friday.", "acquit"),
    "found guilty": ("Bo Okoro was {} on Friday.", "convict"),
    "lost their lives": ("Six people {} in the blaze on Friday.", "die"),
    "conceded defeat": ("Ana Duval {} on Friday.", "lose"),
    "opened fire on": ("A gunman {} worshippers on Friday.", "shoot"),
    "rushed to hospital": ("Bo Okoro was {} on Friday.", "admit to hospital"),
    "laid to rest": ("Bo Okoro was {} on Friday.", "bury"),
    "burst into flames": ("The bus {} on Friday.", "catch fire"),
    "lifted off": ("The rocket {} on Friday.", "launch"),
    "took office": ("Ana Duval {} on Friday.", "take office"),
    "voted against": ("Ana Duval {} the pension bill on Friday.", "reject"),
    "lost a no-confidence vote": ("Ana Duval {} on Friday.", "lose confidence vote"),
    "stepped down": ("Ana Duval {} on Friday.", "resign"),
    "survived": ("Ana Duval {} the crash on Friday.", "survive"),
}


@pytest.mark.parametrize("words", PHRASES)
def test_an_event_is_named_by_its_whole_phrase(words: str):
    frame, predicate = PHRASES[words]

    triggers = [m for c in events(frame.format(words)) for m in c.role("trigger")]

    assert (words, predicate) in [(m.text, m.value) for m in triggers]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Ana Duval resigned.", ["happened"], id="happened"),
        pytest.param("Ana Duval did not resign.", ["did not happen"], id="did not"),
        pytest.param("Ana Duval never married.", ["did not happen"], id="never"),
        pytest.param("Ana Duval failed to win.", ["did not happen"], id="failed to"),
        pytest.param("Ana Duval refused to resign.", ["did not happen"], id="refused"),
        pytest.param(
            "Ana Duval was unable to attend the talks.",
            ["did not happen"],
            id="was unable to",
        ),
        pytest.param(
            "Ana Duval has yet to appear on stage.", ["did not happen"], id="yet to"
        ),
        pytest.param("Ana Duval will not resign.", [], id="ahead"),
        pytest.param("Ana Duval wants to resign.", [], id="wanted"),
        pytest.param("Ana Duval may resign.", [], id="possible"),
        pytest.param("Ana Duval did not only win.", [], id="not only"),
        pytest.param("Ana Duval no longer performs.", [], id="no longer"),
        pytest.param("Ana Duval did not want to resign.", [], id="did not want to"),
        pytest.param(
            "Ana Duval did not manage to win.", ["did not happen"], id="not managed"
        ),
        pytest.param(
            "Ana Duval provided no details.", ["did not happen"], id="no object"
        ),
    ],
)
def test_polarity(text: str, said: list[str]):
    found = [m.value for claim in events(text) for m in claim.role("polarity")]

    assert found[:1] == said


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("step down", "sack", Verdict.CONFLICT, id="left or was made to"),
        pytest.param("approve", "vote down", Verdict.CONFLICT, id="a vote"),
        pytest.param("accept", "turn down", Verdict.CONFLICT, id="an offer"),
        pytest.param("sign", "veto", Verdict.CONFLICT, id="a bill"),
        pytest.param("find guilty", "acquit", Verdict.CONFLICT, id="a verdict"),
        pytest.param("win", "lose", Verdict.CONFLICT, id="a result"),
        pytest.param("rise", "fall", Verdict.CONFLICT, id="up or down"),
        pytest.param("be over", "be under way", Verdict.CONFLICT, id="over or not"),
        pytest.param("die", "survive", Verdict.CONFLICT, id="alive or dead"),
        pytest.param("murder", "survive", Verdict.CONFLICT, id="what kills ends life"),
        pytest.param("confirm", "deny", Verdict.CONFLICT, id="an answer"),
        pytest.param("arrest", "release", Verdict.CONFLICT, id="custody"),
        pytest.param("charge", "exonerate", Verdict.CONFLICT, id="a charge"),
        pytest.param("arrive", "call off visit", Verdict.CONFLICT, id="a visit"),
        pytest.param("oust", "sack", Verdict.COMPATIBLE, id="two words"),
        pytest.param(
            "lose confidence vote", "remove from office", Verdict.COMPATIBLE, id="kind"
        ),
        pytest.param("kill", "die", Verdict.COMPATIBLE, id="death and its cause"),
        pytest.param("appoint", "elect", Verdict.UNKNOWN, id="two ways to an office"),
        pytest.param("resign", "die", Verdict.UNKNOWN, id="unrelated"),
    ],
)
def test_lattice(left: str, right: str, verdict: Verdict):
    lattice = load_lattice("events")

    assert lattice.relation(left, right) is verdict
    assert lattice.relation(right, left) is verdict


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param("Ana Duval died of cancer.", ["cancer"], id="of"),
        pytest.param(
            "The crash was caused by brake failure.", ["mechanical failure"], id="by"
        ),
        pytest.param(
            "A gas leak caused the fire in Tarn.", ["gas leak"], id="as the subject"
        ),
        pytest.param(
            "The cause of the crash has yet to be determined.",
            ["not known"],
            id="not known yet",
        ),
        pytest.param(
            "Ana Duval died on Monday. No cause of death was given.",
            ["not known"],
            id="not given",
        ),
        pytest.param(
            "The bus fell into a gorge due to fog.", ["bad weather"], id="due"
        ),
        pytest.param("Norland fell into debt due to rain.", [], id="no accident"),
        pytest.param(
            "Ana Duval died of joy and applause.", ["some other cause"], id="other"
        ),
        pytest.param(
            'Ana Duval died after "a stroke of luck", he said.', [], id="in quotes"
        ),
        pytest.param("Ana Duval died in Tarn on Monday.", [], id="none"),
    ],
)
def test_causes(text: str, causes: list[str]):
    assert [m.value for c in events(text) for m in c.role("cause")] == causes
