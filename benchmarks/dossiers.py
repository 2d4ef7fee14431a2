"""Stories that several papers report: what a check over many of them costs."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.texts import FIRST, GIVEN, LAST, OFFICES

BEGIN = date(2019, 1, 1)
SYLLABLES = (
    *("bra", "cor", "del", "fen", "gar", "hol", "jes", "kin", "lom", "mur", "nev"),
    *("osk", "pra", "rus", "sel", "tor", "ulv", "ves", "wen", "yor", "zan", "thu"),
)
ENDS = ("by", "dale", "ford", "ham", "mere", "mouth", "stad", "ton", "via", "wick")
EVENTS = (
    ("fire", "A fire in a warehouse in {place} killed {dead} people on {day}."),
    ("ferry", "A ferry sank off {place} on {day}, and {dead} people drowned."),
    ("quake", "An earthquake struck {place} on {day}, killing {dead} people."),
    ("crash", "A bus crashed near {place} on {day}; {dead} passengers were killed."),
    ("flood", "Floods in {place} killed at least {dead} people on {day}."),
)
SENTENCES = (
    "{hurt} others were injured, {office} {first} said.",
    "{office} {first} visited {place} and met {second}, the {post} of {country}.",
    "“{remark},” {second} said.",
    "{third}, {age}, who lives in {place}, said the {noun} lasted {hours} hours.",
    "About {number} people lost their homes, according to {second}.",
    "{first} said {country} would pay ${money} million for repairs in {place}.",
    "The {post} of {country}, {second}, called the {noun} a disaster.",
    "Trains between {place} and {other} were stopped until further notice.",
    "“{complaint},” {third} said.",
    "Rescue workers from {other} reached {place} late in the evening.",
    "The {noun} was the worst in {country} since {year}.",
    "{first} did not say when schools in {place} would open again.",
)
REMARKS = (
    ("We", "The families here", "Most of my neighbours", "Our crews", "The children"),
    ("never expected", "had long feared", "were told of", "can hardly believe"),
    ("a night", "a morning", "damage", "losses", "such a week", "a wave of rumours"),
    ("like this", "on that scale", "so close to the old harbour", "without a warning"),
    ("in all these years", "before the winter", "with roads shut", "after the drought"),
    ("and will not forget it", "and need tents", "but carry on", "and ask for doctors"),
)


class Dossier:
    """Reports of invented events, about five an event, in no order."""

    def __init__(self, seed: int = 5) -> None:
        self._random = random.Random(seed)

    def documents(self, count: int) -> Iterator[dict[str, str]]:
        """Yield documents as JSON Lines lays them out."""
        number = story = 0
        while number < count:
            told = self._story(story)
            for _ in range(self._random.randint(2, 8)):
                if number < count:
                    yield self._report(number, told)
                    number += 1
            story += 1

    def _story(self, number: int) -> dict[str, Any]:
        draw = self._random.choice
        noun, lead = draw(EVENTS)
        begun = BEGIN + timedelta(self._random.randrange(1800))
        return {
            "lead": lead,
            "noun": noun,
            "begun": begun,
            "place": self._place(),
            "other": self._place(),
            "country": self._place(),
            "first": self._person(),
            "second": self._person(),
            "third": self._person(),
            "office": draw(OFFICES).capitalize(),
            "post": draw(OFFICES),
            "dead": self._random.randint(4, 90),
            "hurt": self._random.randint(100, 300),
            "age": self._random.randint(20, 80),
            "hours": self._random.randint(3, 20),
            "money": self._random.randint(2, 80),
            "number": self._random.randint(4, 90) * 100,
            "year": self._random.randint(1950, 2010),
            "remark": " ".join(map(draw, REMARKS)),
            "complaint": " ".join(map(draw, REMARKS)),
        }

    def _report(self, number: int, story: dict[str, Any]) -> dict[str, str]:
        said = dict(story)
        if self._random.random() < 0.15:
            said["dead"] = said["dead"] + self._random.randint(1, 5)
        begun = said["begun"]
        published = begun + timedelta(self._random.randint(0, 2))
        said["day"] = f"{begun:%A}"
        some = self._random.sample(SENTENCES, self._random.randint(5, 9))
        sentences = [str(said["lead"]), *some]
        text = " ".join(sentence.format(**said) for sentence in sentences)
        return {
            "id": f"d{number:05}",
            "source": f"paper {self._random.randrange(40)}",
            "published": published.isoformat(),
            "text": text,
        }

    def _place(self) -> str:
        draw = self._random.choice
        return (draw(SYLLABLES) + draw(SYLLABLES) + draw(ENDS)).capitalize()

    def _person(self) -> str:
        draw = self._random.choice
        return f"{draw(GIVEN)} {draw(FIRST)}{draw(SYLLABLES)}{draw(LAST)}"


def write_dossier(path: Path, count: int) -> None:
    """Write reports of many stories as JSON Lines."""
    with path.open("w", encoding="utf-8") as lines:
        for document in Dossier().documents(count):
            lines.write(json.dumps(document) + "\n")
