"""How many: numbers, what they count, what is a repeat, and ages."""

import pytest

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.extraction.quantities.numbers import find_numbers
from factcheck.extraction.quantities.sums import sums


def counts(text: str, published: str | None = None) -> list[Claim]:
    (extraction,) = extract([Document("d", text, "A", published=published)])
    return [claim for claim in extraction.claims if claim.kind == "quantity"]


def said(claim: Claim) -> tuple[object, object, object]:
    """Return measure, value and modifier of a claim."""
    roles = ("measure", "value", "modifier")
    measure, value, modifier = (claim.role(role)[0].value for role in roles)
    return measure, value, modifier


@pytest.mark.parametrize(
    ("text", "value", "modifier", "unit"),
    [
        pytest.param("14", 14, "exact", None, id="digits"),
        pytest.param("1,250", 1250, "exact", None, id="separator"),
        pytest.param("seventeen", 17, "exact", None, id="word"),
        pytest.param("forty-two", 42, "exact", None, id="hyphen"),
        pytest.param("one hundred and five", 105, "exact", None, id="and"),
        pytest.param("2.5 million", 2500000, "exact", None, id="million"),
        pytest.param("half a million", 500000, "exact", None, id="half"),
        pytest.param("a dozen", 12, "exact", None, id="dozen"),
        pytest.param("two dozen", 24, "exact", None, id="dozens counted"),
        pytest.param("more than a dozen", 12, "at least", None, id="more than"),
        pytest.param("at least 30", 30, "at least", None, id="at least"),
        pytest.param("fewer than 9", 9, "at most", None, id="fewer"),
        pytest.param("up to 40", 40, "at most", None, id="up to"),
        pytest.param("about 300", 300, "about", None, id="about"),
        pytest.param("50 or more", 50, "at least", None, id="or more"),
        pytest.param("hundreds", 200, "at least", None, id="vague"),
        pytest.param("tens of thousands", 20000, "at least", None, id="vaguer"),
        pytest.param("20 to 25", [20, 25], "exact", None, id="range"),
        pytest.param("between 20 and 25", [20, 25], "exact", None, id="between"),
        pytest.param("15-20", [15, 20], "exact", None, id="hyphened range"),
        pytest.param(
            "between 50- and 60,000", [50000, 60000], "exact", None, id="cut short"
        ),
        pytest.param(
            "up to 3- or 4,000", [3000, 4000], "at most", None, id="cut short, or"
        ),
        pytest.param(
            "1- to 1.5 million", [1000000, 1500000], "exact", None, id="cut millions"
        ),
        pytest.param("10- to 20", [10, 20], "exact", None, id="nothing cut"),
        pytest.param(
            "two to three thousand", [2000, 3000], "exact", None, id="one scale for two"
        ),
        pytest.param(
            "five or six hundred", [500, 600], "exact", None, id="or, hundred"
        ),
        pytest.param(
            "900 to 3 thousand", [900, 3000], "exact", None, id="its own scale"
        ),
        pytest.param("1 1/2 million", 1500000, "exact", None, id="one and a half"),
        pytest.param("at a minimum 20", 20, "at least", None, id="at a minimum"),
        pytest.param("first of 12", 12, "exact", None, id="behind an ordinal"),
        pytest.param("42 percent", 42, "exact", "percent", id="percent"),
        pytest.param("3.2 per cent", 3.2, "exact", "percent", id="per cent"),
        pytest.param("$1.5 billion", 1500000000, "exact", "USD", id="dollars"),
        pytest.param("€3bn", 3000000000, "exact", "EUR", id="euros"),
        pytest.param("300 million yen", 300000000, "exact", "JPY", id="yen"),
        pytest.param("a hundred and seven", 107, "exact", None, id="a hundred and"),
        pytest.param("a thousand three hundred", 1300, "exact", None, id="thousands"),
        pytest.param("5 400", 5400, "exact", None, id="blank between thousands"),
        pytest.param("5\u202f400", 5400, "exact", None, id="thin blank"),
        pytest.param("5'400", 5400, "exact", None, id="apostrophe"),
        pytest.param("three and a half million", 3500000, "exact", None, id="and half"),
        pytest.param("2½ million", 2500000, "exact", None, id="printed half"),
        pytest.param("a quarter of a billion", 250000000, "exact", None, id="quarter"),
        pytest.param("three quarters of a million", 750000, "exact", None, id="three"),
        pytest.param("6 lakh", 600000, "exact", None, id="lakh"),
        pytest.param("1.5 crore", 15000000, "exact", None, id="crore"),
        pytest.param("12,50,000", 1250000, "exact", None, id="lakhs in digits"),
        pytest.param("2.1-2.4 million", [2100000, 2400000], "exact", None, id="scaled"),
        pytest.param(
            "between $2 and $3 billion", [2e9, 3e9], "exact", "USD", id="scaled money"
        ),
        pytest.param("50 or so", 50, "about", None, id="or so"),
        pytest.param("50-odd", 50, "about", None, id="odd"),
        pytest.param(">50", 50, "at least", None, id="greater than"),
        pytest.param("circa 50", 50, "about", None, id="circa"),
        pytest.param("not fewer than 50", 50, "at least", None, id="not fewer"),
        pytest.param("nearly 50", 50, "at most", None, id="nearly"),
        pytest.param("30+", 30, "at least", None, id="plus"),
        pytest.param("well over 30", 30, "at least", None, id="well over"),
        pytest.param("800k", 800000, "exact", None, id="k"),
        pytest.param("€30k", 30000, "exact", "EUR", id="k of money"),
        pytest.param("1,4 million", 1400000, "exact", None, id="decimal comma"),
    ],
)
def test_one_number(text: str, value: object, modifier: str, unit: str | None) -> None:
    (number,) = find_numbers(f"They saw {text} there")

    assert (number.value, number.modifier, number.unit) == (value, modifier, unit)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the 2nd division", id="ordinal"),
        pytest.param("an MR-5000 radio", id="part of a name"),
        pytest.param("at 12:30", id="clock"),
        pytest.param("the 10k run", id="kilometres"),
        pytest.param("a third of a million", id="a third"),
        pytest.param("two thirds", id="two thirds"),
        pytest.param("a couple of dozen", id="a couple of dozen"),
        pytest.param("A 5 . 9 magnitude earthquake", id="blanks around the point"),
        pytest.param("a 54-year-old", id="age, read elsewhere"),
        pytest.param("several people", id="several has no number"),
        pytest.param("a score of 3-2", id="result"),
        pytest.param("one-third of it", id="fraction"),
        pytest.param("a 10- or 12-member team", id="two compounds"),
        pytest.param("a two-way race", id="part of a compound"),
        pytest.param("one in six drivers", id="a share"),
        pytest.param("two out of three drivers", id="a share of so many"),
        pytest.param("a 5 million-strong union", id="a compound with a scale"),
    ],
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At least 14 people were killed in the fire.",
            [("killed", 14, "at least")],
            id="passive",
        ),
        pytest.param(
            "The ferry sank, drowning nobody, but 20 were injured.",
            [("wounded", 20, "exact")],
            id="bare number",
        ),
        pytest.param(
            "Child killed 20 people injured in attacks in Freetown.",
            [("wounded", 20, "exact")],
            id="a headline that runs on",
        ),
        pytest.param(
            "At least 14 people were killed 25 were wounded in a raid on Freetown.",
            [("killed", 14, "at least")],
            id="a sentence that runs on",
        ),
        pytest.param(
            "The raid killed 14 people, injured 20 others and left six homeless.",
            [
                ("killed", 14, "exact"),
                ("wounded", 20, "exact"),
                ("displaced", 6, "exact"),
            ],
            id="a list that does not run on",
        ),
        pytest.param(
            "Three soldiers and a nurse were killed.",
            [("killed", 3, "exact"), ("killed", 1, "exact")],
            id="one more without a number",
        ),
        pytest.param(
            "Police arrested a forger along with two of his aides.",
            [("captured", 1, "exact"), ("captured", 2, "exact")],
            id="along with",
        ),
        pytest.param(
            "The flood left 12 people dead.", [("killed", 12, "exact")], id="left dead"
        ),
        pytest.param(
            "The death toll rose to 14 from 12.", [("killed", 14, "exact")], id="toll"
        ),
        pytest.param(
            "Police took four men into custody.",
            [("captured", 4, "exact")],
            id="into custody",
        ),
        pytest.param(
            "The ferry sank on Monday, leaving at least 27 people dead, police said.",
            [("killed", 27, "at least")],
            id="left dead, in a clause of its own",
        ),
        pytest.param(
            "A train that slammed into a barn killed 27 people Monday aides said.",
            [("killed", 27, "exact")],
            id="without its comma",
        ),
        pytest.param(
            "The number of injured stands at 40.",
            [("wounded", 40, "exact")],
            id="the number of",
        ),
        pytest.param(
            "Troops captured two rebels and killed another.",
            [("captured", 2, "exact"), ("killed", 1, "exact")],
            id="another",
        ),
        pytest.param(
            "Two gunmen were killed and a third was captured.",
            [("killed", 2, "exact"), ("captured", 1, "exact")],
            id="a third",
        ),
        pytest.param("No one was killed.", [("killed", 0, "exact")], id="nobody"),
        pytest.param("Several people were killed.", [], id="several"),
        pytest.param("He spoke of two things in section 3.", [], id="nothing to count"),
        pytest.param(
            "The fire killed 12 people, including three children.",
            [("killed", 12, "exact"), ("part", 3, "exact")],
            id="a part is not counted again",
        ),
        pytest.param(
            "The army killed two rebels on Monday. The two rebels were killed at dawn.",
            [("killed", 2, "exact")],
            id="a repeat",
        ),
        pytest.param(
            "Police arrested a thief and two guards. All three were arrested at sea.",
            [("captured", 1, "exact"), ("captured", 2, "exact")],
            id="a sum",
        ),
        pytest.param(
            "Troops have killed 80 rebels since January.", [], id="a statistic"
        ),
        pytest.param(
            "The fever causes about 2,000 deaths a day.",
            [("killed per day", 2000, "about")],
            id="a rate",
        ),
        pytest.param(
            "Doctors counted 900 daily infections.",
            [("infected per day", 900, "exact")],
            id="a rate by an adjective",
        ),
        pytest.param(
            "The mines killed 30 people each year.",
            [("killed per year", 30, "exact")],
            id="a rate of people",
        ),
        pytest.param(
            "The clinic takes 250 calls a week.",
            [("count per week", 250, "exact")],
            id="a rate of things",
        ),
        pytest.param(
            "The flood killed 12 people a day after the storm.",
            [("killed", 12, "exact")],
            id="a day after is no rate",
        ),
        pytest.param(
            "Four people died a week later.", [("killed", 4, "exact")], id="later"
        ),
        pytest.param(
            "About 300 people attended the rally.",
            [("participants", 300, "about")],
            id="participants",
        ),
        pytest.param(
            "Riel won 1.2 million votes.", [("votes", 1200000, "exact")], id="votes"
        ),
        pytest.param(
            "The firm paid $3.5 million.", [("money", 3500000, "exact")], id="money"
        ),
        pytest.param(
            "Support fell to 42 percent.", [("percent", 42, "exact")], id="percent"
        ),
        pytest.param(
            "The road runs for 450 km.", [("distance", 450, "exact")], id="distance"
        ),
        pytest.param(
            "The boat was seized by harbour guards and one man was detained.",
            [("captured", 1, "exact")],
            id="the parse hangs him on the guards",
        ),
        pytest.param(
            "Smuggler Held in Korvia\n\nPolice in Korvia detained two men on Monday, "
            "including a smuggler.",
            [("captured", 2, "exact")],
            id="one of the two",
        ),
        pytest.param(
            "The raid killed 14 villagers in Korvia. A storm was near. Officials in "
            "Zuromba said the raid had killed 14 villagers.",
            [("killed", 14, "exact")],
            id="so many do not die twice",
        ),
        pytest.param(
            "The raid killed two villagers in Korvia. Another raid killed two "
            "villagers in Zuromba.",
            [("killed", 2, "exact"), ("killed", 2, "exact")],
            id="two and two",
        ),
        pytest.param(
            "At least one nurse was killed and six more wounded in the fire.",
            [("killed", 1, "at least"), ("wounded", 6, "exact")],
            id="a number whose verb is understood",
        ),
        pytest.param(
            "The storm hurt dozens.", [("wounded", 24, "at least")], id="bare dozens"
        ),
        pytest.param(
            "The death toll of 14 is the highest in years.",
            [("killed", 14, "exact")],
            id="a toll of",
        ),
        pytest.param(
            "Fire kills 31 in Tarn. At least 31 people were killed, police said.",
            [("killed", 31, "at least")],
            id="repeated with a bound",
        ),
        pytest.param(
            "The fire killed 31 people. At least 40 people were hurt, police said.",
            [("killed", 31, "exact"), ("wounded", 40, "at least")],
            id="another bound",
        ),
        pytest.param(
            "Guards met two nurses. Both were killed later by rebels.",
            [("count", 2, "exact"), ("killed", 2, "exact")],
            id="both",
        ),
        pytest.param(
            "Both the mayor and his driver were killed.",
            [("killed", 1, "exact"), ("killed", 1, "exact")],
            id="both of two that are named",
        ),
        pytest.param(
            "Police caught a forger in a van. Both men in the van were arrested.",
            [("captured", 2, "exact")],
            id="both, of whom one was told before",
        ),
        pytest.param(
            "A patrol found three wounded rebels before arresting them and a guide.",
            [("count", 3, "exact"), ("captured", 3, "exact"), ("captured", 1, "exact")],
            id="them",
        ),
        pytest.param(
            "Two nurses met three guards. Rebels abducted them.",
            [("count", 2, "exact"), ("count", 3, "exact")],
            id="them, who can be anybody",
        ),
        pytest.param("The flood killed a cow and hurt another.", [], id="another cow"),
        pytest.param(
            "Rebels captured two nurses and a third of the crew was killed.",
            [("captured", 2, "exact")],
            id="a third that is a share",
        ),
        pytest.param(
            "Two gunmen killed one another.",
            [("count", 2, "exact")],
            id="each other is nobody more",
        ),
        pytest.param(
            "Officers arrested a driver, a father of two.",
            [("captured", 1, "exact")],
            id="an apposition",
        ),
        pytest.param(
            "Police searched a house weeks after the arrest of a driver.",
            [],
            id="an arrest that is no news",
        ),
        pytest.param(
            "The ministry confirmed the arrest of a driver.",
            [("captured", 1, "exact")],
            id="an arrest that is",
        ),
        pytest.param(
            "The raid killed several men early today in Shago wa Teltan district.",
            [],
            id="a district is nobody",
        ),
        pytest.param(
            "40 dead in clashes near Korvia",
            [("killed", 40, "exact")],
            id="headline without a verb",
        ),
        pytest.param(
            "Fierce clashes left 40 dead on Friday.",
            [("killed", 40, "exact")],
            id="left so many dead",
        ),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [said(claim) for claim in counts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A plane carrying 84 people crashed.", [("aboard", 84)], id="aboard"
        ),
        pytest.param(
            "There were 84 passengers on board the ferry.",
            [("aboard", 84)],
            id="on board",
        ),
        pytest.param("A van carrying 84 crates crashed.", [("count", 84)], id="cargo"),
        pytest.param(
            "Deputies voted 71-9 with 12 abstentions to remove her.",
            [("abstentions", 12), ("votes for", 71), ("votes against", 9)],
            id="a tally",
        ),
        pytest.param(
            "The vote passed with 71 in favour, nine against and 12 abstaining.",
            [("votes for", 71), ("votes against", 9), ("abstentions", 12)],
            id="votes in words",
        ),
        pytest.param("Nine players were against it.", [("count", 9)], id="no vote"),
        pytest.param(
            "The team won 71-9.", [("score", "71-9")], id="a score is no vote"
        ),
        pytest.param("Orsa lost 1-2 at home.", [("score", "2-1")], id="a defeat"),
        pytest.param("She scored in a 3-0 win.", [("score", "3-0")], id="a win"),
        pytest.param(
            "Orsa won 4-2 on penalties after a 3-3 draw.",
            [("shoot-out", "4-2"), ("score", "3-3")],
            id="penalties",
        ),
        pytest.param("Orsa threw away a 2-0 lead.", [], id="a lead is no result"),
        pytest.param("Lena Marsh won 6-4, 7-5 on Monday.", [], id="sets"),
        pytest.param("Orsa had beaten Lake 4-0 before.", [], id="an earlier match"),
        pytest.param("Orsa won with a 4-4-2 formation.", [], id="a formation"),
        pytest.param("The parliament has 212 seats.", [("seats", 212)], id="seats"),
        pytest.param("She left the 212-member house.", [("seats", 212)], id="-member"),
        pytest.param("A 12-member family left.", [], id="a family is no body"),
        pytest.param(
            "A magnitude 6.1 quake hit.", [("magnitude", 6.1)], id="magnitude"
        ),
        pytest.param("A 6.1-magnitude quake hit.", [("magnitude", 6.1)], id="compound"),
        pytest.param("It lies 46km from Osk.", [("distance", 46)], id="glued unit"),
        pytest.param(
            "The dead included at least 19 foreign nationals.",
            [("part", 19)],
            id="the dead included",
        ),
        pytest.param(
            "Forty of the dead were women and 12 were children.",
            [("part", 40), ("part", 12)],
            id="of the dead",
        ),
        pytest.param(
            "Two tourists were among the victims.",
            [("part", 2)],
            id="among the victims",
        ),
        pytest.param("The storm took five lives.", [("killed", 5)], id="took lives"),
        pytest.param(
            "Five people lost their lives.", [("killed", 5)], id="lost their lives"
        ),
        pytest.param("Five people lost their keys.", [("count", 5)], id="lost keys"),
        pytest.param(
            "Three of them are critical, a doctor said.",
            [("critical", 3)],
            id="critical",
        ),
        pytest.param("The dam cost Rs 30 crore.", [("money", 3e8)], id="crore rupees"),
        pytest.param("He had a gunshot wound.", [("count", 1)], id="a counts one"),
        pytest.param("He had a bad day.", [], id="a counts nothing"),
    ],
)
def test_what_numbers_measure(text: str, expected: list[tuple[str, float]]) -> None:
    found = [said(claim)[:2] for claim in counts(text)]

    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        pytest.param("The fire killed 12 people.", {12: None}, id="told once"),
        pytest.param(
            "The death toll rose to 12 on Friday.", {12: "updated"}, id="rose"
        ),
        pytest.param(
            "At least 12 people died, a doctor said in an updated toll.",
            {12: "updated"},
            id="an updated toll",
        ),
        pytest.param(
            "The fire killed 12 people, the mayor said, revising an earlier toll of 9.",
            {12: "updated", 9: "earlier"},
            id="the earlier toll beside it",
        ),
        pytest.param(
            "The fire killed 12 people. The provisional toll was 9 dead.",
            {12: "updated", 9: "earlier"},
            id="the earlier toll in another sentence",
        ),
        pytest.param(
            "The fire killed 90 people. The provisional toll was 9 dead.",
            {90: None, 9: "earlier"},
            id="too many to be the same fire's",
        ),
        pytest.param(
            "Shells hit a number of houses and killed 12 people.",
            {12: None},
            id="what hit is no toll",
        ),
        pytest.param(
            "The mayor put the toll at 12.", {12: None}, id="where a toll stands"
        ),
    ],
)
def test_stages_of_a_toll(text: str, stages: dict[object, object]) -> None:
    told = {c.role("value")[0].value: c.first("stage") for c in counts(text)}

    assert {n: stage and stage.value for n, stage in told.items()} == stages


def test_a_headline_is_no_more_exact_than_its_text() -> None:
    document = Document(
        "d",
        "At least 31 people were killed in a fire in Tarn, police said.",
        "A",
        title="Fire kills 31 people in Tarn",
    )

    (extraction,) = extract([document])

    assert [said(c) for c in extraction.claims if c.kind == "quantity"] == [
        ("killed", 31, "at least"),
        ("killed", 31, "at least"),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("The fire killed 12 miners.", "miner", id="a noun"),
        pytest.param("The fire killed 12 persons.", "people", id="people"),
        pytest.param("The fire hurt dozens.", None, id="only how many"),
        pytest.param("The fire killed dozens of miners.", "miner", id="dozens of"),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    (claim,) = counts(text)

    found = claim.first("unit")

    assert (found.value if found else None) == unit


def test_a_toll_names_what_it_is_of() -> None:
    (claim,) = counts("The fire killed 12 people.")

    assert [m.value for m in claim.role("about")] == ["fire"]
    assert [m.value for m in claim.role("unit")] == ["people"]


def test_a_toll_is_of_the_ship_that_sank() -> None:
    first, second = (
        counts(text)[0].role("about")[0]
        for text in (
            "The Umberta Star, which sank last week, killed 17 people.",
            "It came days after the sinking of the Umberta Star killed 12 people.",
        )
    )

    assert (first.value, second.value) == ("sinking", "sinking")
    assert first.text == "Umberta Star"


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        pytest.param("Police said 12 people were killed.", ["Police"], id="before"),
        pytest.param(
            "Twelve people were killed, police said.", ["police"], id="behind"
        ),
        pytest.param(
            "Twelve people were killed, according to the ministry.",
            ["the ministry"],
            id="according to",
        ),
        pytest.param("Twelve people were killed.", [], id="nobody"),
    ],
)
def test_whom_a_count_is_credited_to(text: str, credited: list[str]) -> None:
    (claim,) = counts(text)

    assert [mention.text for mention in claim.attribution] == credited


def test_a_toll_has_the_day_of_its_verb() -> None:
    (claim,) = counts("Two men were killed on Monday.", "2021-03-18")

    assert claim.time is not None
    assert claim.time.start == "2021-03-15"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Twelve people were killed.", "asserted", id="told"),
        pytest.param("Twelve people may have been killed.", "hypothetical", id="may"),
        pytest.param("The firm will hire 300 workers.", "planned", id="will"),
    ],
)
def test_modality_of_a_count(text: str, modality: str) -> None:
    assert [claim.modality for claim in counts(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        pytest.param("Ana Duval, 54, resigned.", "Ana Duval", id="behind the name"),
        pytest.param("Ana Duval (54) resigned.", "Ana Duval", id="in brackets"),
        pytest.param("Ana Duval, who is 54, resigned.", "Ana Duval", id="who is"),
        pytest.param("Ana Duval, aged 54, resigned.", "Ana Duval", id="aged"),
        pytest.param(
            "The 54-year-old minister resigned.",
            "The 54-year-old minister",
            id="before the noun",
        ),
        pytest.param(
            "The 54-year-old minister Ana Duval resigned.", "Ana Duval", id="and name"
        ),
    ],
)
def test_ages(text: str, whose: str) -> None:
    (claim,) = [c for c in counts(text) if said(c)[0] == "age"]

    assert said(claim) == ("age", 54, "exact")
    assert claim.role("about")[0].text == whose


@pytest.mark.parametrize(
    ("text", "age", "whose"),
    [
        pytest.param(
            "Ana Duval, in her 50s, resigned.", [50, 59], "Ana Duval", id="in"
        ),
        pytest.param("Ana Duval is in her mid-50s.", [53, 57], "Ana Duval", id="mid"),
        pytest.param(
            "Ana Duval, who is in her late thirties, resigned.",
            [36, 39],
            "Ana Duval",
            id="in words",
        ),
        pytest.param("A man in his teens was held.", [13, 19], "A man", id="teens"),
        pytest.param("Two men in their 30s were held.", None, "", id="of several"),
        pytest.param("In her 30s, Ana Duval left Osk.", None, "", id="at that time"),
        pytest.param("A man in his studio was held.", None, "", id="no decade"),
    ],
)
def test_decades_of_age(text: str, age: list[int] | None, whose: str) -> None:
    found = [c for c in counts(text) if said(c)[0] == "age"]

    told = [(said(c)[1], c.role("about")[0].text) for c in found]
    assert told == ([(age, whose)] if age else [])


@pytest.mark.parametrize(
    ("text", "measure", "value", "subject"),
    [
        pytest.param(
            "The strike lasted 12 days.",
            "duration",
            [11.01, 12.99],
            "strike",
            id="lasted",
        ),
        pytest.param(
            "The 12-day strike ended.",
            "duration",
            [11.01, 12.99],
            "strike",
            id="compound",
        ),
        pytest.param(
            "The talks, which lasted two weeks, ended.",
            "duration",
            [7.07, 20.93],
            "talk",
            id="which lasted",
        ),
        pytest.param("The strike has lasted 12 days.", None, None, "", id="goes on"),
        pytest.param("The six-year war went on.", None, None, "", id="a war"),
        pytest.param("The six-year plan failed.", None, None, "", id="no event"),
        pytest.param(
            "Ana Duval was jailed for two years.",
            "sentence",
            [547.875, 913.125],
            "Ana Duval",
            id="jailed",
        ),
        pytest.param(
            "A judge gave Ana Duval a two-year sentence.",
            "sentence",
            [547.875, 913.125],
            "Ana Duval",
            id="given a sentence",
        ),
        pytest.param(
            "Ana Duval received two years in prison.",
            "sentence",
            [547.875, 913.125],
            "Ana Duval",
            id="received",
        ),
        pytest.param("Ana Duval was mayor for two years.", None, None, "", id="mayor"),
        pytest.param("Ana Duval received two years of pay.", None, None, "", id="pay"),
        pytest.param(
            "Ana Duval scored in the 72nd minute.",
            "minute",
            72,
            "Ana Duval",
            id="scored",
        ),
        pytest.param(
            "Ana Duval equalised after 72 minutes.",
            "minute",
            [72, 73],
            "Ana Duval",
            id="after so many minutes",
        ),
        pytest.param(
            "A 72nd-minute winner by Ana Duval decided it.",
            "minute",
            72,
            "Ana Duval",
            id="winner",
        ),
        pytest.param(
            "Ana Duval scored in the 2nd and the 72nd minute, twice in all.",
            None,
            None,
            "",
            id="twice",
        ),
        pytest.param("Ana Duval left in the 72nd minute.", None, None, "", id="left"),
        pytest.param(
            "Boys aged 12 to 15 died.", "youngest", 12, "boy", id="the youngest"
        ),
        pytest.param(
            "Boys between 12 and 15 years old died.", "oldest", 15, "boy", id="old"
        ),
        pytest.param("Boys aged 12 and 15 died.", None, None, "", id="two boys"),
        pytest.param("Between 12 and 15 men died.", None, None, "", id="how many"),
        pytest.param(
            "Turnout hit a record 71 percent.", "record", 0, "turnout", id="record"
        ),
        pytest.param(
            "Turnout hit 71 percent, the highest since May 1998.",
            "record",
            1998,
            "turnout",
            id="since",
        ),
        pytest.param("Ana Duval has a criminal record.", None, None, "", id="a file"),
        pytest.param(
            "Ana Duval began singing at the age of 14.",
            "age at",
            14,
            "Ana Duval",
            id="at which age",
        ),
        pytest.param(
            "Ana Duval died on Monday. She was 92.", "age at", 92, "She", id="at death"
        ),
        pytest.param("Ana Duval sang for 14 pupils.", None, None, "", id="no age"),
        pytest.param(
            "Ana Duval scored a hat-trick.", "goals", 3, "Ana Duval", id="goals"
        ),
        pytest.param("Ana Duval tried twice.", None, None, "", id="tried"),
        pytest.param(
            "Turnout was the second highest since 1998.", None, None, "", id="second"
        ),
    ],
)
def test_what_is_said_of_a_subject(
    text: str, measure: str | None, value: object, subject: str
) -> None:
    details = (
        "duration",
        "sentence",
        "minute",
        "youngest",
        "oldest",
        "record",
        "age at",
        "goals",
    )
    found = [c for c in counts(text, "2018-06-02") if said(c)[0] in details]

    told = [(*said(c)[:2], c.role("subject")[0]) for c in found]
    named = [(m, v, s.value or s.text) for m, v, s in told]
    assert ((measure, value, subject) in named) if measure else not named


@pytest.mark.parametrize(
    ("text", "survived"),
    [
        pytest.param("The only survivor was a boy.", [1], id="only"),
        pytest.param("A boy was the sole survivor of the crash.", [1], id="sole"),
        pytest.param("Two people survived the crash.", [2], id="survived"),
        pytest.param("Ana Duval is the only survivor of her family.", [], id="family"),
        pytest.param("Ana Duval survived two votes.", [], id="votes"),
    ],
)
def test_survivors(text: str, survived: list[int]) -> None:
    assert [said(c)[1] for c in counts(text) if said(c)[0] == "survived"] == survived


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Duval, 54 years in office, resigned.", id="years in office"),
        pytest.param(
            "Ana Duval led, followed by Bo Okoro and Eva Lind, 11 and 8 percent each.",
            id="shares of a vote",
        ),
    ],
)
def test_no_age(text: str) -> None:
    assert [c for c in counts(text) if said(c)[0] == "age"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("killed 15 people and the bomber", {16}, id="one more"),
        pytest.param("killed 6 people, as well as himself", {7}, id="himself"),
        pytest.param("killed himself and 6 others", {7}, id="himself before"),
        pytest.param("killed 6 people, not counting the pilot", {7}, id="not counted"),
        pytest.param("killed 8 people. A ninth died later.", {9}, id="an ordinal"),
        pytest.param("killed 8 people. Two others have died.", {10}, id="others died"),
        pytest.param("killed 3 guards, 2 drivers and a cook", {5, 6}, id="a list"),
        pytest.param("killed a guard and 12 people on board", {13}, id="one before"),
        pytest.param("killed 15 people, the police said", set(), id="an aside"),
        pytest.param("killed 8 people. A third tower fell.", set(), id="a third"),
        pytest.param("killed 15 people and wounded many", set(), id="another verb"),
        pytest.param("killed 15 people on Monday", set(), id="alone"),
    ],
)
def test_sums(text: str, expected: set[float]) -> None:
    first = next(n for n in find_numbers(text) if isinstance(n.value, int))
    start = first.start

    assert sums(text, start, first.end, int(text[start : first.end])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "An earlier version of this report said 23 people were killed.",
            [(23, "earlier")],
            id="an earlier version",
        ),
        pytest.param(
            "64 people were killed; the army had earlier said 71 people were killed.",
            [(64, "updated"), (71, "earlier")],
            id="had earlier said",
        ),
        pytest.param(
            "The fine was corrected from $40 million to $45 million.",
            [(40000000, "earlier"), (45000000, "updated")],
            id="from and to",
        ),
        pytest.param(
            "The death toll was revised down from 31 to 27.",
            [(27, "updated")],
            id="a toll revised down",
        ),
        pytest.param(
            "The ministry said 23 people were killed earlier on Monday.",
            [(23, None)],
            id="killed earlier",
        ),
        pytest.param(
            "The report said 23 people were killed.", [(23, None)], id="a report"
        ),
        pytest.param(
            "Some 12 to 15 boats sank.",
            [([12, 15], None)],
            id="a range",
        ),
    ],
)
def test_stages(text: str, expected: list[tuple[object, object]]) -> None:
    found = [
        (claim.role("value")[0].value, stage.value if stage else None)
        for claim in counts(text)
        for stage in (claim.first("stage"),)
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "09:10 A fire in Zuromba has killed two people.\n"
            "10:30 Police closed the road.\n"
            "11:05 The fire has killed four people, medics say.\n",
            [(2, "earlier"), (4, "updated")],
            id="the oldest entry first",
        ),
        pytest.param(
            "3.40 pm The fire has killed four people, medics say.\n"
            "1.15 pm Police closed the road.\n"
            "9.10 am A fire in Zuromba has killed two people.\n",
            [(4, "updated"), (2, "earlier")],
            id="the latest entry first",
        ),
        pytest.param(
            "09:10 A fire in Zuromba has killed two people.\n"
            "10:30 Police closed the road.\n"
            "11:05 The mayor came.\n",
            [(2, None)],
            id="given once",
        ),
        pytest.param(
            "A fire in Zuromba killed two people.\nA raid killed four people.\n",
            [(2, None), (4, None)],
            id="no live blog",
        ),
    ],
)
def test_entries_of_a_live_blog(text: str, expected: list[tuple[int, str]]) -> None:
    tolls = [c for c in counts(text) if said(c)[0] == "killed"]

    stages = [c.first("stage") for c in tolls]
    numbers = [c.role("value")[0].value for c in tolls]
    assert list(zip(numbers, [s and s.value for s in stages], strict=True)) == expected
