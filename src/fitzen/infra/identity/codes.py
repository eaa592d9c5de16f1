"""Codes as every provider sends them: how long they work, how often they may be tried, and what is said with them.

Python's library only: the triggers of the user pool (`auth/triggers.py`) run with nothing else.
"""

from datetime import timedelta
from typing import Literal

Language = Literal["en", "es"]
"""As `fitzen.spanish` has it, which is not there on Lambda."""

CODE_LIFETIME = timedelta(minutes=5)
CODE_TRIES = 5

SIGN_IN, RESET = "sign_in", "reset"
SLOTS = (SIGN_IN, RESET)
"""A code of one slot is worth nothing in the other; a newer one takes the place of an older in the same slot."""

SUBJECTS = {"en": "Your Fitzen code", "es": "Tu clave de Fitzen"}
TEXTS = {
    "en": {
        "sign_in": "{code} is your Fitzen sign-in code. It works for 5 minutes. Nobody at Fitzen will ever ask you for it.",
        "register": "{code} confirms the password that you have just chosen for Fitzen, for 5 minutes. "
        "If you did not choose one, do not use this code.",
        "registered": "{code} signs you in to Fitzen, for 5 minutes. You have a password already, and it has not changed; "
        "to choose another, say that you forgot it.",
        "reset": "{code} lets you choose a new Fitzen password, for 5 minutes. "
        "If you did not ask for one, do not use this code.",
    },
    "es": {
        "sign_in": "{code} es tu clave para entrar en Fitzen. Vale 5 minutos. Nadie de Fitzen te la va a pedir nunca.",
        "register": "{code} confirma la contraseña que acabas de elegir para Fitzen. Vale 5 minutos. "
        "Si no has elegido ninguna, no uses esta clave.",
        "registered": "{code} te deja entrar en Fitzen durante 5 minutos. Ya tienes una contraseña y no ha cambiado; "
        "para elegir otra, di que la has olvidado.",
        "reset": "{code} te deja elegir una contraseña nueva para Fitzen durante 5 minutos. "
        "Si no la has pedido, no uses esta clave.",
    },
}
"""By language, then by what the code is for. Each is one SMS: 160 letters of GSM 03.38, which has é and ñ, but no á, í, ó, ú."""
