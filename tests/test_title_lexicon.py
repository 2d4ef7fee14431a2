import pytest

from factcheck.lexicons import Verdict
from factcheck.lexicons.title_lexicon import (
    TitleLexicon,
    canonical_title,
    is_head_of_government,
    is_head_of_state,
    parse_title,
    single_seat,
)

COMPATIBLE, CONFLICT, UNKNOWN = Verdict.COMPATIBLE, Verdict.CONFLICT, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        pytest.param(
            "First Vice Foreign Minister",
            "first vice foreign minister",
            id="as printed",
        ),
        pytest.param(
            "the First Vice-Minister of Foreign Affairs",
            "first vice foreign minister",
            id="of foreign affairs",
        ),
        pytest.param(
            "foreign affairs minister", "foreign minister", id="affairs before"
        ),
        pytest.param("Minister for Foreign Affairs", "foreign minister", id="for"),
        pytest.param("Defence Minister", "defense minister", id="British spelling"),
        pytest.param("Labour Minister", "labor minister", id="labour"),
        pytest.param(
            "Minister of the Interior", "interior minister", id="of the interior"
        ),
        pytest.param("Secretary of State", "secretary of state", id="of state stays"),
        pytest.param("secretaries of state", "secretary of state", id="plural inside"),
        pytest.param("Secretary of Defense", "defense secretary", id="of defense"),
        pytest.param(
            "Secretary of State for Defence", "defense secretary", id="British cabinet"
        ),
        pytest.param(
            "Under Secretary of State", "undersecretary of state", id="under secretary"
        ),
        pytest.param("Foreign Ministers", "foreign minister", id="plural"),
        pytest.param(
            "attorneys general", "attorney general", id="plural before general"
        ),
        pytest.param("Lt. Gen.", "lieutenant general", id="abbreviation of two"),
        pytest.param("Rep.", "representative", id="abbreviation"),
        pytest.param("CEO", "chief executive", id="initials"),
        pytest.param(
            "chief executive officer", "chief executive", id="officer left out"
        ),
        pytest.param("PM", "prime minister", id="PM"),
        pytest.param("chairwoman", "chairman", id="woman"),
        pytest.param("spokeswoman", "spokesperson", id="spokeswoman"),
        pytest.param("actress", "actor", id="actress"),
        pytest.param("ex-president", "president", id="status is left out"),
        pytest.param("President-elect", "president", id="elect is left out"),
        pytest.param(
            "interior and overseas minister",
            "interior and overseas minister",
            id="two portfolios",
        ),
        pytest.param(
            "assistant professor of botany",
            "assistant professor of botany",
            id="topic stays",
        ),
        pytest.param("Grand Beekeeper", "grand beekeeper", id="unknown is tidied"),
        pytest.param(
            "vice presidential candidate",
            "vice presidential candidate",
            id="vice is no rank here",
        ),
        pytest.param("nominee", "nominee", id="nominee alone"),
    ],
)
def test_canonical(printed: str, canonical: str) -> None:
    assert canonical_title(printed) == canonical


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        pytest.param("former mayor", "former", id="former"),
        pytest.param("then-Prime Minister", "former", id="then"),
        pytest.param("acting director", "acting", id="acting"),
        pytest.param("president-elect", "elect", id="elect"),
        pytest.param(
            "defense secretary nominee", "designate", id="nominee behind an office"
        ),
        pytest.param("prime minister-designate", "designate", id="designate"),
        pytest.param("Supreme Court nominee", None, id="nominee is the office"),
        pytest.param("mayor", None, id="nothing said"),
    ],
)
def test_status(printed: str, status: str | None) -> None:
    assert parse_title(printed).status == status


PAIRS = [
    pytest.param(
        "senior diplomat", "First Vice Foreign Minister", COMPATIBLE, id="vaguer"
    ),
    pytest.param(
        "official", "First Vice Foreign Minister", COMPATIBLE, id="much vaguer"
    ),
    pytest.param(
        "vice foreign minister",
        "first vice foreign minister",
        COMPATIBLE,
        id="rank left out",
    ),
    pytest.param(
        "deputy foreign minister",
        "vice foreign minister",
        COMPATIBLE,
        id="deputy is vice",
    ),
    pytest.param(
        "foreign minister", "first vice foreign minister", CONFLICT, id="full and vice"
    ),
    pytest.param(
        "secretary of state",
        "deputy secretary of state",
        CONFLICT,
        id="full and deputy",
    ),
    pytest.param(
        "under secretary of state",
        "assistant secretary of state",
        CONFLICT,
        id="two deputies",
    ),
    pytest.param("president", "vice president", CONFLICT, id="president and vice"),
    pytest.param("deputy mayor", "mayor", CONFLICT, id="mayor and deputy"),
    pytest.param("foreign minister", "defence minister", CONFLICT, id="two portfolios"),
    pytest.param(
        "US secretary of state", "secretary of defense", CONFLICT, id="two departments"
    ),
    pytest.param(
        "finance minister", "economy minister", UNKNOWN, id="portfolios held together"
    ),
    pytest.param(
        "finance and defence minister",
        "finance minister",
        COMPATIBLE,
        id="one of two portfolios",
    ),
    pytest.param(
        "foreign secretary", "foreign minister", COMPATIBLE, id="words for one office"
    ),
    pytest.param("minister", "foreign minister", COMPATIBLE, id="portfolio left out"),
    pytest.param(
        "minister", "vice foreign minister", UNKNOWN, id="a deputy called minister"
    ),
    pytest.param("prime minister", "foreign minister", UNKNOWN, id="may be one person"),
    pytest.param(
        "deputy prime minister", "foreign minister", UNKNOWN, id="often one person"
    ),
    pytest.param("leader", "president", COMPATIBLE, id="leader"),
    pytest.param("politician", "senator", COMPATIBLE, id="politician"),
    pytest.param("president", "prime minister", CONFLICT, id="state and government"),
    pytest.param("general", "Lt. Gen.", COMPATIBLE, id="loosely general"),
    pytest.param("major general", "lieutenant general", CONFLICT, id="two generals"),
    pytest.param("general", "colonel", CONFLICT, id="two ranks"),
    pytest.param("lieutenant colonel", "major", CONFLICT, id="two ranks, one composed"),
    pytest.param("assistant coach", "coach", COMPATIBLE, id="loosely coach"),
    pytest.param("assistant coach", "head coach", CONFLICT, id="assistant and head"),
    pytest.param(
        "assistant professor of botany", "professor", COMPATIBLE, id="loosely professor"
    ),
    pytest.param("jazz guitarist", "guitarist", COMPATIBLE, id="topic left out"),
    pytest.param("jazz guitarist", "musician", COMPATIBLE, id="what a guitarist is"),
    pytest.param("actress", "actor", COMPATIBLE, id="one word for both"),
    pytest.param("gallery owner", "teacher", UNKNOWN, id="two roles"),
    pytest.param("grand wizard", "beekeeper", UNKNOWN, id="words unknown"),
    pytest.param(
        "grand wizard", "vice grand wizard", UNKNOWN, id="rank of a word unknown"
    ),
    pytest.param("senator", "president", UNKNOWN, id="a career"),
    pytest.param(
        "foreign ministry spokesman", "spokeswoman", COMPATIBLE, id="body left out"
    ),
    pytest.param("chairman", "vice-chairman", CONFLICT, id="hyphen"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_relation(left: str, right: str, verdict: Verdict) -> None:
    lexicon = TitleLexicon()

    assert lexicon.relation(left, right) is verdict
    assert lexicon.relation(right, left) is verdict


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("diplomat", "vice foreign minister", True, id="vaguer"),
        pytest.param("vice foreign minister", "diplomat", False, id="the other way"),
        pytest.param("mayor", "Mayor", False, id="the same is not vaguer"),
        pytest.param("minister", "vice foreign minister", False, id="not a minister"),
    ],
)
def test_broader(left: str, right: str, expected: bool) -> None:
    assert TitleLexicon().broader(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        pytest.param(
            "senior diplomat",
            "First Vice Foreign Minister",
            "first vice foreign minister → vice foreign minister → senior diplomat",
            id="path",
        ),
        pytest.param("mayor", "the Mayor", "both are mayor", id="same"),
        pytest.param(
            "mayor", "deputy mayor", "mayor is not deputy mayor", id="conflict"
        ),
        pytest.param(
            "foreign secretary",
            "foreign minister",
            "foreign secretary and foreign minister are words for one office",
            id="one office",
        ),
        pytest.param(
            "chef", "pilot", "chef and pilot: the lexicon does not say", id="unknown"
        ),
    ],
)
def test_explain(left: str, right: str, words: str) -> None:
    assert TitleLexicon().explain(left, right) == words


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("president", True, id="president"),
        pytest.param("vice president", False, id="companies have many"),
        pytest.param("Foreign Minister", True, id="cabinet post"),
        pytest.param("minister", False, id="any minister"),
        pytest.param("deputy foreign minister", False, id="deputies are several"),
        pytest.param("secretary of state", True, id="secretary of state"),
        pytest.param("senator", False, id="senator"),
        pytest.param("CEO", True, id="CEO"),
    ],
)
def test_single_seat(title: str, expected: bool) -> None:
    assert single_seat(title) is expected


@pytest.mark.parametrize(
    ("title", "state", "government"),
    [
        pytest.param("President", True, False, id="president"),
        pytest.param("King", True, False, id="king"),
        pytest.param("Prime Minister", False, True, id="prime minister"),
        pytest.param("Vice President", False, False, id="vice president"),
        pytest.param("foreign minister", False, False, id="minister"),
    ],
)
def test_heads(title: str, state: bool, government: bool) -> None:
    assert is_head_of_state(title) is state
    assert is_head_of_government(title) is government


def test_a_long_phrase_is_not_taken_apart_word_by_word() -> None:
    words = " ".join(f"word{n}" for n in range(40))

    answer = TitleLexicon().relation(
        f"minister for {words}", f"minister for {words} indeed"
    )

    assert answer is Verdict.UNKNOWN
