"""The page behind the link of a mail: what ends, and one button; or that it has ended, and where it is switched on again."""

from collections.abc import Mapping

from fitzen.mail.links import Mails
from fitzen.mail.service import State
from fitzen.spanish import Language

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "title": "Mails from Fitzen",
        "report": "This ends the report of the week by mail.",
        "reminder": "This ends the mails of one reminder. If it comes to your phone too, it goes on there.",
        "button": "End these mails",
        "ended": "Done: you get no more of these mails. You can switch them on again in the app, under Reminders.",
        "gone": "These mails have ended already.",
    },
    "es": {
        "title": "Correos de Fitzen",
        "report": "Con esto dejas de recibir por correo el informe de la semana.",
        "reminder": "Con esto dejas de recibir por correo un recordatorio. Si también llega a tu móvil, allí seguirá.",
        "button": "Dejar de recibirlos",
        "ended": "Hecho: ya no recibirás estos correos. Puedes volver a activarlos en la aplicación, en Recordatorios.",
        "gone": "Ya no se envían estos correos.",
    },
}

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>{title}</title><style>:root{{color-scheme:light dark}}
body{{font:1rem/1.6 system-ui;margin:20vh auto;max-width:32rem;padding:0 1.5rem}}h1{{font-size:1.5rem}}
button{{font:inherit;min-height:3rem;padding:.5rem 1.5rem}}</style>
<main><h1>{title}</h1><p>{text}</p>{button}</main></html>"""
BUTTON = """<form method="post"><button name="List-Unsubscribe" value="One-Click">{label}</button></form>"""
"""It posts to the page's own address, what a mail client would post there."""


def page(mails: Mails, state: State, language: Language) -> str:
    """Return the page; nothing in it comes from the request."""
    said = TEXTS[language]
    which = "report" if mails.reminder_id is None else "reminder"
    text = said[which if state == "sent" else state]
    button = BUTTON.format(label=said["button"]) if state == "sent" else ""
    return PAGE.format(language=language, title=said["title"], text=text, button=button)
