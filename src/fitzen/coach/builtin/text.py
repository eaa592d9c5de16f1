"""A message in one form: lower case, one sort of apostrophe, typing errors in the words that carry meaning mended."""

import re
from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

WRITTEN_OUT = {
    "whats": "what's",
    "wat": "what",
    "wats": "what's",
    "wut": "what",
    "hows": "how's",
    "hw": "how",
    "wheres": "where's",
    "todays": "today's",
    "2day": "today",
    "tday": "today",
    "2moro": "tomorrow",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomoz": "tomorrow",
    "yday": "yesterday",
    "tonite": "tonight",
    "pls": "please",
    "plz": "please",
    "im": "i'm",
    "ive": "i've",
    "dont": "don't",
    "cant": "can't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "u": "you",
    "ur": "your",
    "r": "are",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "shud": "should",
    "shld": "should",
    "cud": "could",
    "wud": "would",
    "yr": "year",
    "yrs": "years",
    "mth": "month",
    "mths": "months",
    "wknd": "weekend",
    "wknds": "weekends",
    "ytd": "this year",
    "wk": "week",
    "wks": "weeks",
    "avg": "average",
    "avrg": "average",
    "lst": "last",
    "1st half": "first half",
    "2nd half": "second half",
    "brekkie": "breakfast",
    "brekky": "breakfast",
    "programme": "program",
    "nxt": "next",
    "ths": "this",
    "thx": "thanks",
    "wy": "why",
    "y": "why",
    "abt": "about",
    "w/": "with",
}
"""How people type what asks; typing errors in exercises are the search's matter."""
TYPED = re.compile(rf"(?<![\w'/])(?:{'|'.join(map(re.escape, WRITTEN_OUT))})(?![\w'])")
FIRST_OF = re.compile(
    r"\bfirst of (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
SENTENCE = re.compile(r"(?<=[!?])\s+|(?<=[^\d\s][.])\s+|(?<=\d[.])\s+(?=[a-z])|\n+")
OPENING = re.compile(
    r"^(?:(?:please|hey|hi|hello|yo|coach|cool|great|awesome|perfect|thanks|thank you|thx|ok|okay|so|well|um+|oh|also|btw|and|quick question"
    r"|(?<!\w)good (?:morning|afternoon|evening)(?=[,!.]))\b[ ,.!:-]*)+(?=\w)"
)
"""What comes before the matter; `good morning` alone is also an exercise."""
WORD = re.compile(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
LONG_WORD, MORE_THAN_A_SLIP = 8, 2


def plain(text: str) -> str:
    """Return a message in lower case, with one sort of apostrophe; lines stay."""
    lower = (
        text.lower()
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        .replace("`", "'")
        .replace("\N{MULTIPLICATION SIGN}", "x")
    )
    lower = FIRST_OF.sub("1 ", lower)
    return re.sub(r"[^\S\n]+", " ", TYPED.sub(lambda match: WRITTEN_OUT[match[0]], lower)).strip()


def mended(said: str, known: Collection[str], meant: Collection[str]) -> str:
    """Put the word that was meant in the place of one that is not known, where just one slip lies between them."""
    words = tuple(sorted(meant)) if any(word not in known for word in WORD.findall(said)) else ()
    return WORD.sub(
        lambda match: (
            match[0] if match[0] in known or match[0].removesuffix("s") in known else _nearest(match[0], words)
        ),
        said,
    )


def _slips(word: str) -> int:
    return 1 if len(word) < LONG_WORD else MORE_THAN_A_SLIP


def _nearest(word: str, meant: tuple[str, ...]) -> str:
    """Return the word; of several that are as near, the one that begins alike, else none.

    Of several that begin alike letters that changed places tell first, then a letter that was left out.
    """
    found = process.extract(word, meant, scorer=DamerauLevenshtein.distance, score_cutoff=_slips(word), limit=8)
    near = [other for other, distance, _ in found if distance == found[0][1]]
    alike = sorted((other for other in near if other[0] == word[0]), key=lambda other: _slip(word, other))
    return alike[0] if alike and (len(alike) == 1 or len(near) == len(alike)) else word


def _slip(word: str, other: str) -> int:
    if sorted(word) == sorted(other):
        return 0
    return 1 if len(other) > len(word) else 2
