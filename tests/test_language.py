import pytest

from factcheck.extraction.extracting import is_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The minister said on Thursday that the talks had ended without a result "
            "and that nobody would give way.",
            True,
            id="prose",
        ),
        pytest.param(
            "President Ana Duval, Foreign Minister Carl Lind and Mayor Sven Moe met "
            "Ambassador Dora Roe and Senator Ed Poe.",
            True,
            id="mostly names",
        ),
        pytest.param("Ana Duval", True, id="too short to tell"),
        pytest.param(
            "Flemish Health Minister Jo van den Hoek met her friend Iris von der Au. "
            "Van den Hoek was pleased about it.",
            True,
            id="names with particles",
        ),
        pytest.param(
            "El Dorado's Governor Luz de la Peña met Costa Alta's Senator Ivo dos Reis "
            "near Santa Fe.",
            True,
            id="places and people of elsewhere",
        ),
        pytest.param(
            "Die Ministerin sprach am Freitag mit der Presse über den Bau des Hafens "
            "und blieb in Orsa.",
            False,
            id="German, short",
        ),
        pytest.param(
            "El presidente habló el viernes con la prensa de Madrid sobre las obras.",
            False,
            id="Spanish, short",
        ),
        pytest.param(
            "De minister zei donderdag dat er over de kwestie geen besluit was "
            "genomen, en dat hij in overleg was met zijn ambtgenoot.",
            False,
            id="Dutch, with words that are English too",
        ),
        pytest.param(
            "O ministro disse que as conversas não seriam retomadas e que o governo "
            "está a estudar as opções para o futuro do país.",
            False,
            id="Portuguese, with words that are English too",
        ),
        pytest.param(
            "Menteri mengatakan pada hari Kamis bahwa pembicaraan tidak akan "
            "dilanjutkan sampai kebijakan itu berubah.",
            False,
            id="Indonesian, without an accent",
        ),
    ],
)
def test_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected
