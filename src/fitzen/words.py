"""Words as they are compared: what is typed and what is known are brought into one form first."""

import unicodedata


def plain(text: str) -> str:
    """Return it in lower case, without accents."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    marked = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in marked if not unicodedata.combining(letter))
