"""News as nobody wrote it: invented people, places and affairs, the same every time."""

import json
import random
from pathlib import Path

GIVEN = [
    "Ana",
    "Piet",
    "Lena",
    "Oskar",
    "Mira",
    "Jonas",
    "Edda",
    "Tomas",
    "Freya",
    "Silas",
    "Nadia",
    "Ruben",
]
FIRST = [
    "Du",
    "Mor",
    "Hal",
    "Bran",
    "So",
    "Kel",
    "Or",
    "Lind",
    "Mar",
    "Oka",
    "Pet",
    "Quil",
    "Ran",
    "Sor",
    "Tan",
    "Ul",
    "Van",
    "Wel",
]
LAST = [
    "val",
    "row",
    "vorsen",
    "dt",
    "lano",
    "ler",
    "well",
    "qvist",
    "sh",
    "for",
    "rov",
    "ler",
    "some",
    "el",
    "ager",
    "rich",
    "ce",
]
PLACES = [
    "Alveria",
    "Torvale",
    "Brenholm",
    "Castrena",
    "Dunmere",
    "Eskford",
    "Ostrava",
    "Bay",
    "Pelling",
]
OFFICES = (
    "mayor",
    "finance minister",
    "foreign minister",
    "police chief",
    "governor",
    "harbour master",
    "deputy prime minister",
    "spokesman",
)
SENTENCES = (
    "{person}, the {office} of {place}, said on {day} the harbour would stay shut.",
    "“We will not sign before the bridge is safe again,” {person} told reporters.",
    "At least {number} people were hurt when a ferry struck a pier near {place}.",
    "{office} {person} met {other} in {place} on {date}.",
    "{person} said: “The budget of {place} will grow by {number} percent next year.”",
    "{other}, who is {age}, has been {office} since {year}.",
    "The fire destroyed {number} houses in {place}, officials said.",
    "{person} will travel to {place} next week, a spokeswoman said.",
    "Nobody expected the talks in {place} to last until {day}.",
    "Critics called the plan of {other} reckless, while supporters praised it.",
    "According to {person}, about {number} workers joined the strike on {date}.",
    "It was not clear whether {other} had been told of the decision.",
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "March",
    "April",
    "May",
    "June",
    "July",
    "September",
    "October",
    "November",
]


class News:
    """Articles in which a few people are spoken of often and most once."""

    def __init__(self, seed: int = 7, people: int = 400) -> None:
        self._random = random.Random(seed)
        draw = self._random.choice
        self._people = [
            f"{draw(GIVEN)} {draw(FIRST)}{draw(LAST)}" for _ in range(people)
        ]

    def _person(self) -> str:
        ranked = int(len(self._people) ** self._random.random()) - 1
        return self._people[ranked]

    def sentence(self) -> str:
        """Make one sentence."""
        draw, number = self._random.choice, self._random.randint
        return draw(SENTENCES).format(
            person=self._person(),
            other=self._person(),
            office=draw(OFFICES),
            place=draw(PLACES),
            day=draw(DAYS),
            date=f"{number(1, 28)} {draw(MONTHS)} {number(2015, 2024)}",
            number=number(2, 400),
            age=number(25, 80),
            year=number(1995, 2023),
        )

    def article(self, sentences: int) -> str:
        """Make an article with a paragraph for every three sentences."""
        told = [self.sentence() for _ in range(sentences)]
        paragraphs = [" ".join(told[n : n + 3]) for n in range(0, sentences, 3)]
        return "\n\n".join(paragraphs)


def write_lines(path: Path, count: int, sentences: int) -> None:
    """Write articles as JSON lines."""
    news = News()
    with path.open("w", encoding="utf-8") as lines:
        for n in range(count):
            day = f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}"
            laid = {
                "id": f"d{n:05}",
                "source": f"paper {n % 40}",
                "published": day,
                "text": news.article(sentences),
            }
            lines.write(json.dumps(laid) + "\n")


def write_files(folder: Path, count: int, sentences: int) -> None:
    """Write articles as text files."""
    folder.mkdir()
    news = News()
    for n in range(count):
        day = f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}"
        text = f"date {day}\n{news.article(sentences)}\n"
        (folder / f"d{n:05}.txt").write_text(text, encoding="utf-8")
