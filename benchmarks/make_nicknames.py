"""Make rules/tables/nicknames.yaml from the nicknames package (Apache-2.0) and OURS.

    python3 -m venv scratch && scratch/bin/pip install nicknames==1.0.1
    scratch/bin/python benchmarks/make_nicknames.py > rules/tables/nicknames.yaml

Left out are pairs of two formal names of different people ("Aaron", "Erin"), listed
in WRONG, and short forms that are everyday words.
"""

import csv
from collections import defaultdict
from importlib.resources import files

OURS = """
abdullah: abdallah
alejandro: alex ale
aleksandr: alexander sasha alex
aleksei: alexei alexey alyosha
alexander: alex aleksandr alexandre alessandro sandy sasha
alexandros: alexis alex
andrei: andrey
anthony: antony tony ant
antony: anthony tony
antonio: tony toni
benjamin: ben bennie benny benji
catherine: katherine kathryn katharine cathy kathy kate katie cath
charles: charlie chuck chas
deborah: debra deb debbie
dmitry: dmitri dimitri dima
eduardo: ed eddie lalo
elizabeth: liz lizzie beth betty eliza elisabeth bettie
francisco: paco pancho frank
giuseppe: beppe peppe
guillermo: memo
hans: hansi
ignacio: nacho
jeffrey: jeff geoffrey
jesus: chuy
jose: pepe
katherine: kathryn katharine katie kate kathy kat
kathryn: katie kate kathy
lawrence: larry laurence
manuel: manny manolo
maurice: mo maury morrie
michael: mike mick mickey micky mikey
mikhail: misha
mohammed: mo
nicholas: nick nicolas nicky
nikolai: kolya
olga: olya
rafael: rafa
sergei: seryozha
steven: stephen steve stevie
svetlana: sveta
tatiana: tanya
theodore: ted teddy theo
thomas: tom tommy thom
timothy: tim timmy
vincenzo: enzo
vladimir: vova volodya volodymyr
volodymyr: vladimir
yevgeny: zhenya evgeny
zachary: zach zack zac zak
"""
WRONG = {
    ("aaron", "erin"), ("william", "bell"), ("william", "bela"), ("eric", "erica"),
    ("patrick", "patricia"), ("robert", "roberta"), ("chris", "kris"),
}  # fmt: skip
WORDS = {"may", "win", "see", "sis", "hap", "bell", "ran"}


def main() -> None:
    """Print the table, one name a line."""
    short: dict[str, set[str]] = defaultdict(set)
    with files("nicknames").joinpath("names.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            pair = row["name1"], row["name2"]
            if row["relationship"] == "has_nickname" and pair not in WRONG:
                short[pair[0]].add(pair[1])
    for line in OURS.strip().splitlines():
        name, forms = line.split(": ")
        short[name] |= set(forms.split())
    print(
        "# Short and familiar forms of given names, one name a line.\n"
        "# Made by benchmarks/make_nicknames.py from the nicknames package 1.0.1\n"
        "# (Apache-2.0, https://github.com/carltonnorthern/nicknames) and the list in\n"
        "# that script; do not edit.\n"
        "nicknames: |"
    )
    for name in sorted(short):
        forms = sorted(f for f in short[name] - WORDS if len(f) > 1 and f.isalpha())
        if forms and name.isalpha():
            print(f"  {name}: {' '.join(forms)}")


if __name__ == "__main__":
    main()
