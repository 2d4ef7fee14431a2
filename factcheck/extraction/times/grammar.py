"""The forms time expressions take, over word classes (see `classes` in `times.yaml`).

Each rule is a regular expression over the string of class letters; the first rule that
matches at a place wins, so longer forms come first.
"""

import re

NUM = r"(?:a?[cq]|[NnY]|a)"
INT = r"(?:c|[NnY])"
UNIT = r"[uUZQJ]"
ONE = r"[uZQJ]"
ABOUT = r"A{0,3}"
PART = (
    r"(?:t?[Eel]-?(?:[io](?=t?[a-zA-Z]))?|t?[LX]?[O2]?[HB]o|t?B(?=M)"
    r"|t?[LO2][cN]?[uU][oi](?=t?[EB]*-?M))"
)
MODS = rf"(?:{PART}){{0,2}}"
YEAR = r"(?:Y|h|!)"
POINT = r"(?:C?[LX]|[CDK])"
DAY = r"(?:[NO2])"

MONTH_DAY = rf"(?:Mt?{DAY}|t?{DAY}o?M|N-M-(?={YEAR}))"
THAT_YEAR = rf"(?:,?o?{POINT}Z)"
FULL = rf"(?:W,?)?{MONTH_DAY}(?:,?o?{YEAR}|{THAT_YEAR})?"
MONTH = rf"M(?:,?o?{YEAR}|{THAT_YEAR})?"
SEASON = rf"t?S(?:,?o?t?{YEAR}|{THAT_YEAR})?"
WEEKDAY = rf"(?:t?{POINT})?W"
RELATIVE = r"R"
HOLIDAY = rf"{POINT}?G(?:,?{YEAR})?"
POINTED = rf"t?{POINT}-?f?(?:[uZQJS]|M(?!-?[NO]))"
DATE = rf"(?:{FULL}|{POINTED}|{WEEKDAY}|{RELATIVE}|{HOLIDAY})"
BACK = r"(?:-?[gel](?![uUZ]))"

RULES: dict[str, str] = {
    "iso": r"I",
    "numeric": r"(?:W,?)?/",
    "spoken": r"(?:H|a?Q|cU?)L[Nc](?![uUcN])|(?:a?Q|cU)r[Nc](?![uUcN])",
    "clock_date": (
        r"t?(?:kz?z?|P(?=[,o]?t?[WRMNOG/I])|[Nc]itP),?o?"
        rf"(?:(?:{DATE})(?:,?{YEAR})?|I|/)"
    ),
    "date_clock": rf"(?:{DATE}|I|/),?@?A?(?:kz?z?)",
    "date_part": rf"{MODS}t?(?:{DATE})-?,?P",
    "next_part": rf"E?t?{POINT}P|tX(?:u)?P",
    "clock": r"A?kz?z?|A?[Nc]itP",
    "the_part": r"(?:E?i?)?[tC]P|(?<=@)P",
    # Quarters, halves and fiscal years.
    "quarter": (
        rf"{MODS}(?:t?{POINT}?(?:Zp)?|t?Y|t?Z-?g|t?Z-?e|t|a?)f?-?(?:Y)?-?[O2]-?[QH](?!-?[lg])"
        rf"(?:o?(?:f?Z?{YEAR}|{POINT}Z|tZ))?"
    ),
    "coded": rf"x(?:,?o?f?Z?{YEAR})?|{YEAR}x",
    "quarter_year": r"tY-?[QT]",
    "ago_period": r"t?Z-?[ge]-?f?(?:[O2])?-?[QTZ]",
    "fiscal": rf"{MODS}t?fZ?{YEAR}|{MODS}{POINT}fZ|tf?fZ",
    # Counted from a day: "three weeks ago", "a year earlier", "two days later".
    "ago": (
        rf"t?Z-[ge]|{ABOUT}(?:{NUM}-?m?)?(?:{UNIT}|2)(?:&a?H?|-)?(?:g(?:R|C[uZ])|[gel](?![uUZQ]))"
        rf"|{ABOUT}{NUM}{UNIT}&(?:a?c|0)[gel]|{ABOUT}{NUM}{UNIT}6[VR]"
    ),
    "weekday_before": r"tW<L(?![a-zA-Z])|auLW",
    "twice": rf"t{ONE}<L(?![a-zA-Z])|t{ONE}>X(?![a-zA-Z])",
    "before": rf"{ABOUT}{NUM}{UNIT}[<>](?=[.,|)]|$)|t{ONE}[<>](?=[.,|]|$)",
    "day_before": rf"t{ONE}<",
    # Lengths; ages are found to be left out.
    "age": rf"t?{ABOUT}{NUM}-?[uUZ]-?y",
    "past_length": rf"t?A?[LXCD]A?{NUM}-?m?(?:{UNIT}|2)(?:&q)?|t?[O2]A?{INT}-?m?{UNIT}",
    "range_length": (
        rf"{ABOUT}{NUM}-?[r&-]{NUM}-?m?{UNIT}|{ABOUT}{NUM}{UNIT}&{NUM}?{UNIT}?"
    ),
    "half_length": rf"{ABOUT}{NUM}{UNIT}&(?:aH|q)|{ABOUT}t?Ha{ONE}",
    "rate": r"(?<=[UNncq#])a[uZQ](?![gel<>&])",
    "every": rf"{ABOUT}b[O2qm]?(?:{INT})?-?(?:{UNIT}|[MWSGP]|PP)(?:P)?|v|wP?",
    "length": (rf"{ABOUT}t?{ABOUT}{NUM}-?m?-?(?:{UNIT}(?:-?=)?|2(?!-?[QHuZMJ]))"),
    # Points named from another: "last year", "that same month", "earlier this week".
    "pointed": (rf"{MODS}t?{POINT}(?:-|f)?(?:u(?![oi]t?[EB]*-?M)|[ZQJGWT]|S)(?:&q)?"),
    "pointed_month": rf"{MODS}t?{POINT}M(?!,?[NO])",
    "pointed_plural": rf"(?:V|t?{POINT}|t)m?U(?:>|(?!\w))|V{UNIT}",
    "century": rf"{MODS}t?{MODS}[O2]-?J(?:!)?|[O2]-?J",
    "decade": rf"{MODS}t?{MODS}d",
    # Dates.
    "nth_weekday": rf"t?[O2L]W[oi]M(?:,?o?{YEAR}|{THAT_YEAR})?",
    "some_weekday": rf"[ac]W[oi]M(?:,?o?{YEAR}|{THAT_YEAR})?",
    "range_day": r"t?[NO](?=[-r&]t?[NO]o?M)",
    "later_day": (
        rf"(?<=M[NO]-)[NO](?:,?{YEAR})?"
        rf"|(?<=M[NO][r&])[NO](?:,?{YEAR}|(?=[.,|]|$))"
    ),
    "year_end": r"(?<=Y-)[Nn](?!o?M)",
    "the_day": r"(?:(?<=1)|(?<=W)|(?<=W,))tO(?!o)",
    "season": rf"{MODS}{SEASON}",
    "full": rf"{MODS}{FULL}",
    "weekday": rf"{MODS}{WEEKDAY}",
    "holiday": rf"{MODS}t?{HOLIDAY}",
    "relative": rf"{MODS}R",
    "month": rf"{MODS}{MONTH}",
    "year": rf"{MODS}(?:tZ)?{YEAR}",
    "the_end": rf"t?{MODS}(?:Bo)?tZ?{ONE}|ZpB|Z-?B|tBo{POINT}{ONE}",
    "units": r"U",
    "ref": r"V|tL(?![a-zA-Z])|C",
}

RANGE_END = re.compile(
    rf"(?:-|r|,?&|,){MODS}(?:{MONTH_DAY}|M|(?<=N-)N),?o?(?P<year>{YEAR})"
)
"""The rest of a range whose year stands at its end: "March to April 1918"."""

RANGE_MONTH = re.compile(rf"[-r&]t?[NO]o?(?P<month>M(?:,?o?{YEAR})?)")
"""The rest of a range whose month stands at its end: "3 to 5 May 2020"."""

DAY_AHEAD = re.compile(rf"1(?P<day>{DATE}|I|/)")
"""The day behind a clock time: "noon on 4 May"."""

BARREN = (
    r"(?![_.,|&16oir@#pzyTmg=0<>-]|[tacqAbLXDKBEelOfH2Q][_.,|16]"
    r"|(?<![-r&])[Nn][_.,|16]|A[Nn][_.,|16])"
)
"""What no expression begins with; most of a text is skipped by this alone."""

GRAMMAR = re.compile(
    f"{BARREN}(?:{'|'.join(f'(?P<{name}>{form})' for name, form in RULES.items())})"
)
