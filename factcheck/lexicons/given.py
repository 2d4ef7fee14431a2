"""Given names: their short forms, and the sex that they tell."""

from functools import cache

from factcheck.lexicons.tables import load_table, values_by_key


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the short forms of each given name."""
    lines = load_table("nicknames")["nicknames"].splitlines()
    pairs = (line.split(": ") for line in lines)
    return {name: frozenset(forms.split()) for name, forms in pairs}


@cache
def full_names() -> dict[str, frozenset[str]]:
    """Return the given names that each short form stands for."""
    return values_by_key(
        (form, name) for name, forms in nicknames().items() for form in forms
    )


@cache
def given_with_sex() -> dict[str, str]:
    """Return given names and short forms with the sex they tell: "m", "f" or ""."""
    names = dict.fromkeys(nicknames(), "")
    for forms in nicknames().values():
        names |= dict.fromkeys(forms, "")
    sexes = load_table("sexes")["given"]
    for sex, key in (("m", "male"), ("f", "female")):
        names |= dict.fromkeys(sexes[key].split(), sex)
    return names
