"""Codes as every provider sends them: how long they work, how often they may be tried, and what is said with them.

Python's library only: the triggers of the user pool (`auth/triggers.py`) run with nothing else.
"""

from datetime import timedelta

CODE_LIFETIME = timedelta(minutes=5)
CODE_TRIES = 5

SIGN_IN, RESET = "sign_in", "reset"
SLOTS = (SIGN_IN, RESET)
"""A code of one slot is worth nothing in the other; a newer one takes the place of an older in the same slot."""

SUBJECT = "Your Fitzen code"
TEXTS = {
    "sign_in": "{code} is your Fitzen sign-in code. It works for 5 minutes. Nobody at Fitzen will ever ask you for it.",
    "register": "{code} confirms the password that you have just chosen for Fitzen, for 5 minutes. "
    "If you did not choose one, do not use this code.",
    "registered": "{code} signs you in to Fitzen, for 5 minutes. You have a password already, and it has not changed; "
    "to choose another, say that you forgot it.",
    "reset": "{code} lets you choose a new Fitzen password, for 5 minutes. "
    "If you did not ask for one, do not use this code.",
}
