"""Write durations as ISO 8601: `P3D`, `PT2H`, `P2Y6M`, `PXW`."""

UNDER = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}
UNDER |= {"TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7)}
MULTIPLES = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "2W": ("W", 2)}
MULTIPLES |= {"6M": ("M", 6), "WE": ("D", 2), "Q": ("M", 3)}


def length(count: str, unit: str) -> str:
    """Write so many units; `X` where nobody says how many.

    >>> length("3", "D"), length("X", "W"), length("2.5", "Y"), length("2", "DE")
    ('P3D', 'PXW', 'P2Y6M', 'P20Y')
    """
    if unit in MULTIPLES and count != "X":
        unit, factor = MULTIPLES[unit]
        count = _plain(float(count) * factor)
    elif unit in MULTIPLES:
        unit = {"WE": "WE", "2W": "W", "6M": "M"}.get(unit, unit)
    if "." not in count:
        return _write(count, unit)
    whole, _, _ = count.partition(".")
    if unit not in UNDER:
        return _write(count, unit)
    lower, factor = UNDER[unit]
    rest = (float(count) - int(whole or 0)) * factor
    if abs(rest - round(rest)) > 0.01:
        return _write(count, unit)
    if not int(whole or 0):
        return _write(str(round(rest)), lower)
    tail = _write(str(round(rest)), lower).removeprefix("P")
    if unit.startswith("T"):
        tail = tail.removeprefix("T")
    return _write(whole, unit) + tail


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _write(count: str, unit: str) -> str:
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"
