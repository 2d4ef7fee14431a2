"""Quotations: their marks, their speakers, and who is meant by a pronoun."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import analyse, extract
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.quotes import quotes
from factcheck.extraction.quotes.marks import find_quotations

MARKS = [
    pytest.param("“We will go,” he said.", ["We will go,"], id="curly"),
    pytest.param('"We will go," he said.', ["We will go,"], id="straight"),
    pytest.param("``We will go,'' he said.", ["We will go,"], id="old wire marks"),
    pytest.param("He said: ‘We will go.’", ["We will go."], id="single curly"),
    pytest.param("He said: 'We will go.'", ["We will go."], id="single straight"),
    pytest.param("They’re the voters’ choice.", [], id="apostrophes"),
    pytest.param("It's the '90s and rock 'n' roll", [], id="elisions"),
    pytest.param(
        "‘It’s the players’ game,’ she said.",
        ["It’s the players’ game,"],
        id="apostrophes inside single marks",
    ),
    pytest.param(
        "“He told me, ‘Go home,’ and I went,” she said.",
        ["He told me, ‘Go home,’ and I went,", "Go home,"],
        id="nested",
    ),
    pytest.param(
        '"Call it “the deal” if you like," she said.',
        ["Call it “the deal” if you like,", "the deal"],
        id="curly inside straight",
    ),
    pytest.param("The board is 6\" wide and 8' long.", [], id="inches and feet"),
    pytest.param("He paused. “And then the lights went out.", [], id="never closed"),
    pytest.param(
        "He said: “We will go.\nIt rained.",
        ["We will go."],
        id="a quotation that is never closed ends with its paragraph",
    ),
    pytest.param(
        "“One.\n“Two,” she said.", ["One.", "Two,"], id="reopened in a new paragraph"
    ),
    pytest.param("”Like this,“ he said", ["Like this,"], id="marks the wrong way"),
    pytest.param(
        '"The plank is 12" wide and it fits," she said. "It holds."',
        ['The plank is 12" wide and it fits,', "It holds."],
        id="15-inches-inside",
    ),
    pytest.param(
        'He sold "all 12" and she bought "none".',
        ["all 12", "none"],
        id="15-a-number-before-the-closing-mark",
    ),
    pytest.param("″We will go,″ he said.", ["We will go,"], id="15-double-primes"),
    pytest.param("It took 3′20″ or so.", [], id="15-minutes-and-seconds"),
]


@pytest.mark.parametrize(("text", "found"), MARKS)
def test_marks_are_paired(text, found):
    reading = read_text(Document("d", text, "Harbour Post"))

    spans = find_quotations(reading.text, reading.breaks)

    assert [text[q.inner_start : q.inner_end] for q in spans] == found


def quoted(text, kind="quote"):
    analysis = analyse(read_text(Document("d", text, "Harbour Post", "2024-05-03")))
    return [claim for claim in quotes(analysis) if claim.kind == kind]


def speaker(claim):
    mention = claim.first("speaker")
    return mention.text if mention else None


SPEAKERS = [
    pytest.param("“We will go,” the minister said.", "the minister", id="behind"),
    pytest.param("“We will go,” said Ana Duval.", "Ana Duval", id="inverted"),
    pytest.param("Ana Duval said: “We will go.”", "Ana Duval", id="before a colon"),
    pytest.param("Ana Duval said, “We will go.”", "Ana Duval", id="before a comma"),
    pytest.param(
        "“We will go,” Ana Duval told the Harbour Post on Friday.",
        "Ana Duval",
        id="told a reporter",
    ),
    pytest.param(
        "“We will go,” said her closest aide, Karl Jonson.",
        "her closest aide, Karl Jonson",
        id="described and named",
    ),
    pytest.param(
        "“We will go,” they said in the statement.", "they", id="they, unresolved"
    ),
    pytest.param(
        "“Rain fell,” according to the weather office.",
        "the weather office",
        id="according to",
    ),
    pytest.param(
        "The senator called the offer a “cheap trick”.", "The senator", id="called a"
    ),
    pytest.param(
        "Ana Duval described the plan as “dead on arrival”.",
        "Ana Duval",
        id="described as",
    ),
    pytest.param(
        "The envoy stressed that the union is committed to the “recovery” of trade.",
        "The envoy",
        id="a word inside reported speech",
    ),
    pytest.param(
        "“We were there first.” — Ana Duval, a teacher\n\nIt rained.",
        "Ana Duval",
        id="a name behind a dash",
    ),
    pytest.param(
        "The Harbour Post reports:\n\n“The bridge is unsafe.”",
        "The Harbour Post",
        id="announced in the line before",
    ),
    pytest.param(
        "“They all came for this,” Jonson shot back with a laugh.",
        "Jonson",
        id="a verb that is no cue",
    ),
    pytest.param(
        "“Nobody slept and the pumps ran all night,” according to keeper Ana Duval.",
        "keeper Ana Duval",
        id="15-according-to-a-person-behind",
    ),
    pytest.param(
        "“We will pay,” the aide Eva Holm quoted Ana Duval as saying.",
        "Ana Duval",
        id="15-quoted-as-saying-behind",
    ),
    pytest.param(
        "“We will pay,” said Eva Holm, quoting Ana Duval.",
        "Ana Duval",
        id="15-quoting-somebody",
    ),
    pytest.param(
        "“We will pay,” said Eva Holm, quoting a report.",
        "Eva Holm",
        id="15-quoting-a-thing",
    ),
    pytest.param(
        "Ana Duval looked at them. “We will pay all of it in May.” Bo Okoro smiled.",
        "Ana Duval",
        id="15-a-gesture-in-a-sentence-of-its-own",
    ),
    pytest.param(
        "“We will pay,” Bo Okoro smiled.", "Bo Okoro", id="15-a-gesture-as-a-cue"
    ),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_the_speaker_is_found(text, name):
    claims = quoted(text)

    assert [speaker(claim) for claim in claims] == [name]


def test_an_interrupted_quotation_is_one_claim():
    text = "“We will go,” Ana Duval said on Thursday, “but not today.”"

    (claim,) = quoted(text)

    assert [m.text for m in claim.role("content")] == ["We will go,", "but not today."]
    assert claim.time.start == "2024-05-02"


def test_a_quotation_goes_on_in_the_next_sentence():
    text = "“We tried,” Ana Duval said. “We failed.”"

    (claim,) = quoted(text)

    assert [m.text for m in claim.role("content")] == ["We tried,", "We failed."]


def test_two_speakers_make_two_claims():
    text = "“We tried,” Ana Duval said. “You failed,” Karl Jonson replied."

    assert [speaker(c) for c in quoted(text)] == ["Ana Duval", "Karl Jonson"]


def test_paragraphs_that_reopen_the_marks_are_one_quotation():
    text = "“The road was long.\n\n“The night was cold,” Ana Duval said."

    (claim,) = quoted(text)

    assert len(claim.role("content")) == 2
    assert speaker(claim) == "Ana Duval"


def test_a_forgotten_mark_does_not_join_two_speakers():
    text = (
        "“It is a sham,” Ana Duval said on Friday. “How can they sail like that.\n\n"
        "“I have thought about it a lot,” added Jon Keller, the harbour master."
    )

    first, second = quoted(text)

    assert first.role("speaker")[0].text == "Ana Duval"
    assert second.role("speaker")[0].text == "Jon Keller, the harbour master"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was, in Ana Ruiz’s words, “a long week”.", id="before"),
        pytest.param("It was “a long week”, in the words of Ana Ruiz.", id="behind"),
    ],
)
def test_in_somebodys_words_names_the_speaker(text):
    (claim,) = quoted(text)

    assert claim.role("speaker")[0].text.startswith("Ana Ruiz")


def test_what_stands_in_the_quotation_does_not_doubt_the_saying():
    (claim,) = quoted("“I never said that,” Ruiz, who resigned in May, insisted.")

    assert claim.modality == "asserted"


def test_a_nickname_in_marks_is_no_quotation():
    text = "Former mayor Tomás “Tom” Duval said: “The bridge is safe.”"

    (claim,) = quoted(text)

    assert claim.role("speaker")[0].text == "Former mayor Tomás “Tom” Duval"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He is a smith who goes by the name “Sparks”.", id="goes by"),
        pytest.param("The boxer, nicknamed “Iron Lil”, won.", id="nicknamed"),
    ],
)
def test_what_somebody_is_called_is_no_quotation(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "“We will pay,” Ana Duval and Karl Jonson said in a joint statement.",
            ["Ana Duval and Karl Jonson", "Karl Jonson"],
            id="two",
        ),
        pytest.param(
            "“We will pay,” Ana Duval of the Okoro Society said.",
            ["Ana Duval of the Okoro Society"],
            id="a body named after somebody",
        ),
    ],
)
def test_joint_speakers_all_speak(text, names):
    (claim,) = quoted(text)

    assert [mention.text for mention in claim.role("speaker")] == names


def test_a_paragraph_without_a_cue_goes_on_with_the_speaker_less_surely():
    text = "“We tried,” Ana Duval said.\n\n“We failed because it was late.”"

    first, second = quoted(text)

    assert speaker(second) == "Ana Duval"
    assert second.confidence < first.confidence


def test_words_that_go_on_belong_to_the_speaker_of_the_sentence():
    text = (
        "Earlier, Ana Duval had said similar complaints were heard about the “threats” "
        "and “empty promises” of the union, calling them “reckless”."
    )

    assert {speaker(claim) for claim in quoted(text)} == {"Ana Duval"}


def test_who_passes_the_words_on_is_credited():
    text = "“Both must be equal,” Ana Duval was quoted as saying by the agency KTVA."

    (claim,) = quoted(text)

    assert speaker(claim) == "Ana Duval"
    assert [m.text for m in claim.attribution] == ["the agency KTVA"]


def test_an_agency_that_quotes_somebody_is_no_speaker():
    (claim,) = quoted("KTVA quoted Ana Duval as saying: “We will not yield.”")

    assert speaker(claim) == "Ana Duval"
    assert [m.text for m in claim.attribution] == ["KTVA"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“A New Dawn”\n\nRain fell in Dover on Monday.", id="cross-heading"
        ),
        pytest.param("She sang in the film “A New Dawn” in May.", id="a film"),
        pytest.param("He spoke on “The Harbour Hour” in May.", id="a programme"),
        pytest.param(
            "She called it safe during a “Leaders of the Harbour Forum” in May.",
            id="an occasion",
        ),
        pytest.param(
            "On HTV's “The Harbour Hour,” she continued her tour.", id="of a channel"
        ),
    ],
)
def test_what_is_no_speech_is_left_out(text):
    assert quoted(text) == []


def test_a_cue_with_words_of_its_own_announces_no_others():
    text = "As Jon Park went on about “the rigged harbour fees,” Ana Duval said yes."

    (claim,) = quoted(text)

    assert [m.text for m in claim.role("speaker")] != ["Ana Duval"]


def test_single_marks_head_a_section_where_speech_has_double_ones():
    text = "“We agree,” Ana Duval said.\n\n'It keeps me up!'\n\n“So be it,” she said."

    contents = [m.text for claim in quoted(text) for m in claim.role("content")]

    assert contents == ["We agree,", "So be it,"]


def test_words_nobody_is_credited_with_have_no_speaker():
    (claim,) = quoted("The so-called “green wave” never came to the north.")

    assert speaker(claim) is None
    assert claim.confidence <= 0.3


PRONOUNS = [
    pytest.param(
        "Mr. Jonson met Ms. Duval on Monday. “We agree,” she said.",
        "Duval",
        id="the sex of a title",
    ),
    pytest.param(
        "Karl Jonson met Anna Duval on Monday. “We agree,” he said.",
        "Karl Jonson",
        id="the sex of a given name",
    ),
    pytest.param(
        "Karl Jonson praised David Marlow. “We agree,” he said.",
        "Karl Jonson",
        id="the subject",
    ),
    pytest.param(
        "Karl Jonson lost. He was tired. “We agree,” he said.",
        "Karl Jonson",
        id="a chain",
    ),
    pytest.param(
        "“Karl Jonson lost,” Anna Duval said. “We agree,” he said.",
        None,
        id="nobody fits outside quotations",
    ),
    pytest.param("“We agree,” he said.", None, id="nobody is named"),
]


@pytest.mark.parametrize(("text", "name"), PRONOUNS)
def test_pronouns_mean_the_person_spoken_of(text, name):
    mention = quoted(text)[-1].first("speaker")

    assert mention.text in ("he", "she")
    assert mention.name == name


def test_spans_hold_exactly_the_words():
    text = "DOVER (KNA) — “We will go,” said Ana Duval, “if it stays dry.”"
    (claim,) = quoted(text)

    assert all(text[m.start : m.end] == m.text for m in claim.mentions())


def test_unclosed_marks_swallow_nothing():
    text = "He began: “We will go.\n\nRain fell.\n\n“It is late,” Ana Duval said."

    contents = [m.text for claim in quoted(text) for m in claim.role("content")]

    assert contents == ["We will go.", "It is late,"]


def test_many_marks_take_linear_time():
    text = "‘a “b 'c \"d " * 3000

    assert isinstance(find_quotations(text), list)


HEADLINES = [
    pytest.param(
        "Mayor Ana Duval says bridge is 'safe for cars'",
        [["bridge is 'safe for cars'"]],
        id="a headline",
    ),
    pytest.param("Harbour gets 'poison pill' budget", [], id="nobody is credited"),
]


@pytest.mark.parametrize(("title", "contents"), HEADLINES)
def test_a_headline_reports_and_does_not_quote(title, contents):
    text = f"{title}.\n\nAna Duval, the mayor, spoke. “It is safe for all,” she said."
    document = Document("d", text, "Harbour Post", "2024-05-03", title)
    found = list(quotes(analyse(read_text(document))))

    reported = [c for c in found if c.kind == "statement"]

    assert [m.text for c in found if c.kind == "quote" for m in c.role("content")] == [
        "It is safe for all,"
    ]
    assert [[m.text for m in c.role("content")] for c in reported] == contents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“We agree,” said her closest aide, Karl Jonson.",
            "Karl Jonson",
            id="apposition",
        ),
        pytest.param(
            "Karl Jonson resigned. “We agree,” Jonson's friends said.",
            None,
            id="somebody's friends",
        ),
        pytest.param(
            "Karl Jonson resigned. “We agree,” the Jonson campaign said.",
            None,
            id="somebody's campaign",
        ),
        pytest.param("“We agree,” the ministers said.", None, id="several"),
    ],
)
def test_a_phrase_means_its_head(text, name):
    assert quoted(text)[-1].first("speaker").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Lord Justice Karl Jonson spoke first. “It was cruel,” the judge said.",
            "Karl Jonson",
            id="the only judge",
        ),
        pytest.param(
            "Mayor Karl Jonson spoke first. “It was cruel,” the judge said.",
            None,
            id="no judge",
        ),
    ],
)
def test_20_a_role_means_whoever_holds_such_an_office(text, name):
    (extraction,) = extract([Document("d", text, "Harbour Post", "2024-05-03")])

    found = [c for c in extraction.claims if c.kind == "quote"]

    assert [c.first("speaker").name for c in found] == [name]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "“We won, and the bridge will be built,” read a post on Ana Duval's page.",
            "Ana Duval",
            id="a post",
        ),
        pytest.param(
            "A statement from Mayor Ana Duval read: “We are sorry for the losses.”",
            "Ana Duval",
            id="a statement from somebody",
        ),
        pytest.param(
            "Ana Duval shared a picture with the caption “Back where it all began”.",
            "Ana Duval",
            id="a caption",
        ),
        pytest.param(
            "A letter to Ana Duval said: “We are sorry for the losses.”",
            None,
            id="a letter to somebody",
        ),
        pytest.param(
            "“We are sorry for the losses,” a statement by Ana Duval's office said.",
            None,
            id="an office writes for somebody",
        ),
    ],
)
def test_who_writes_speaks(text, speaker):
    (found,) = extract([Document("a", text, "A", published="2024-05-03")])
    (quote,) = (claim for claim in found.claims if claim.kind == "quote")

    assert [m.name for m in quote.role("speaker")] == [speaker]
