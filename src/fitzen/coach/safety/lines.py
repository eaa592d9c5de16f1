"""Where to turn, by country: the emergency number, and lines for a crisis, for abuse, poison and eating.

Sources: 112 for the European Union (Directive (EU) 2018/1972, article 109), ITU-T E.161.1 for
112 and 911; the lines' own sites as named in each row. What is not known for sure is left out: findahelpline.com lists
the free lines of more than 130 countries. Numbers change: look the table through once a year.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import phonenumbers

from fitzen.records import Json

ANYWHERE = "findahelpline.com"
EU_112 = ("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LT", "LU", "LV",
          "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK")  # fmt: skip


class Lines(NamedTuple):
    """Numbers of one country; those that are None are not known for sure. `source` is where they stand."""

    emergency: str
    crisis: str | None = None
    abuse: str | None = None
    poison: str | None = None
    eating: str | None = None
    source: str = ""


LINES: Mapping[str, Lines] = {code: Lines("112", source="Directive (EU) 2018/1972") for code in EU_112} | {
    "ES": Lines("112", "024", "016", "915 620 420", source="sanidad.gob.es, violenciagenero.igualdad.gob.es, mjusticia.gob.es"),
    "US": Lines(
        "911", "988", "1-800-799-7233", "1-800-222-1222", "1-888-375-7767 (ANAD)",
        "988lifeline.org, thehotline.org, poison.org, anad.org",
    ),
    "CA": Lines("911", "988", None, "1-844-764-7669", "1-866-633-4220 (NEDIC)", "988.ca, infopoison.ca, nedic.ca"),
    "GB": Lines(
        "999", "116 123 (Samaritans)", "0808 2000 247", "111", "0808 801 0677 (Beat)",
        "samaritans.org, nationaldahelpline.org.uk, nhs.uk, beateatingdisorders.org.uk",
    ),
    "IE": Lines("112", "116 123 (Samaritans)", "1800 341 900", "01 809 2166", "01 210 7906 (Bodywhys)", "samaritans.ie, womensaid.ie, poisons.ie, bodywhys.ie"),
    "AU": Lines("000", "13 11 14 (Lifeline)", "1800 737 732", "13 11 26", "1800 33 4673 (Butterfly)", "lifeline.org.au, 1800respect.org.au, butterfly.org.au"),
    "NZ": Lines("111", "1737", None, "0800 764 766", source="1737.org.nz, poisons.co.nz"),
    "DE": Lines("112", "0800 111 0 111", "116 016", source="telefonseelsorge.de, hilfetelefon.de"),
    "FR": Lines("112", "3114", "3919", source="3114.fr, solidaritefemmes.org"),
    "IT": Lines("112", None, "1522", source="1522.eu"),
    "NL": Lines("112", "113", "0800 2000", source="113.nl, veiligthuis.nl"),
    "BE": Lines("112", "1813", "1712", "070 245 245", source="zelfmoord1813.be, 1712.be, poisoncentre.be"),
    "AT": Lines("112", "142", "0800 222 555", "01 406 43 43", source="telefonseelsorge.at, frauenhelpline.at"),
    "CH": Lines("112", "143", None, "145", source="143.ch, toxinfo.ch"),
    "SE": Lines("112", "90101 (Mind)", "020 50 50 50", source="mind.se, kvinnofridslinjen.se"),
    "MX": Lines("911", "800 911 2000", source="gob.mx (Línea de la Vida)"),
    "AR": Lines("911", "135", "144", source="asistenciaalsuicida.org.ar, argentina.gob.ar"),
    "CO": Lines("123", None, "155", source="mincit.gov.co"),
    "CL": Lines("131", "*4141", "1455", source="minsal.cl"),
    "PE": Lines("106", "113", "100", source="gob.pe"),
    "BR": Lines("192", "188", "180", source="cvv.org.br, gov.br"),
    "IN": Lines("112", "14416", "181", source="telemanas.mohfw.gov.in"),
    "JP": Lines("119", source="fdma.go.jp"),
}  # fmt: skip


def region_of(profile: Json) -> str | None:
    """Return the country in which a person seems to be: by their time zone, else their phone, else their locale."""
    return (
        _of_zone(profile.get("time_zone", ""))
        or _of_phone(profile.get("phone"))
        or profile.get("locale", "").partition("-")[2]
        or None
    )


def _of_zone(name: str) -> str | None:
    """Return the country of a zone that only one country has as its first."""
    return _zones().get(name)


@cache
def _zones() -> Mapping[str, str]:
    rows = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {each[2]: each[0] for each in cells}


def _of_phone(phone: str | None) -> str | None:
    if phone is None:
        return None
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(phone))
    except phonenumbers.NumberParseException:
        return None
