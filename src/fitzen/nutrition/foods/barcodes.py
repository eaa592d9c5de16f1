"""A food by its barcode: one's own, an imported one, or one that a public database has.

What the database says is kept under `sys:barcode:<GTIN>`, for everybody: fresh for a month, and longer as a stand-in
while the database is down and for meals that have it.
"""

from datetime import datetime, timedelta

from fitzen.errors import InvalidError, NotFoundError, UnavailableError
from fitzen.infra.barcodes.base import Barcodes, Product
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.infra.storage.limits import Rule, take
from fitzen.nutrition.foods import library
from fitzen.nutrition.foods.models import MAX_NAME, MOST_IN_100_G, Food, Portion
from fitzen.records import dumps, loads, run_again
from fitzen.science.nutrients import NUTRIENTS

FOOD = "food"
PREFIX = "off-"
LENGTHS = (8, 12, 13, 14)
FRESH, UNKNOWN, KEPT = timedelta(days=30), timedelta(days=1), timedelta(days=400)
ASKING = (Rule(60, timedelta(minutes=10)),)
"""How often one person may make us ask; what is kept costs nothing."""


def check_gtin(text: str, field: str = "ean") -> str:
    """Return a barcode's number as it is kept: 8 or 13 digits, 14 where the first is not 0.

    Raises InvalidError naming the field unless its check digit is right (GS1 General Specifications, 7.9.1: weights 3 and
    1 in turn from the right, the sum a multiple of ten).
    """
    if not (text.isascii() and text.isdecimal() and len(text) in LENGTHS):
        raise InvalidError.of(field, "A barcode has 8, 12, 13 or 14 digits.")
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    if weighted % 10:
        raise InvalidError.of(field, "This is not a barcode: its check digit is wrong. Please scan it again.")
    return text if len(text) == LENGTHS[0] else text.zfill(14).removeprefix("0")


def by_barcode(store: Store, database: Barcodes | None, user_id: str, ean: str, now: datetime) -> Food:
    """Find a food by its barcode. Raises InvalidError, NotFoundError, TooManyError, UnavailableError."""
    gtin = check_gtin(ean)
    own = store.list(user_id, FOOD, group=gtin, limit=1).items
    if own:
        return Food.model_validate_json(own[0].body)
    if imported := library.by_barcode(gtin):
        return imported
    found = _looked_up(store, database, user_id, gtin, now)
    if found is None:
        raise NotFoundError("Nobody knows this barcode yet. You can add the food as your own.")
    return found


def kept(store: Store, food_id: str) -> Food | None:
    """Return a food that was once found by its barcode; asks nobody."""
    return _food_in(_record(store, food_id.removeprefix(PREFIX))) if food_id.startswith(PREFIX) else None


def _looked_up(store: Store, database: Barcodes | None, user_id: str, gtin: str, now: datetime) -> Food | None:
    record = _record(store, gtin)
    if record and now - record.at < (FRESH if _food_in(record) else UNKNOWN):
        return _food_in(record)
    if database is None:
        if food := _food_in(record):
            return food
        raise NotFoundError("This barcode is not known here, and looking it up elsewhere is switched off.")
    take(store, f"sys:barcodes:{user_id}", ASKING, now, "You have looked up many barcodes. Please wait a little.")
    try:
        product = database.find(gtin)
    except UnavailableError:
        if food := _food_in(record):
            return food
        raise
    return _keep(store, gtin, food_of(product) if product else None, now)


@run_again
def _keep(store: Store, gtin: str, food: Food | None, now: datetime) -> Food | None:
    record = _record(store, gtin)
    body = dumps({"food": food.model_dump(exclude_none=True) if food else None})
    expires_at = now + (KEPT if food else UNKNOWN)
    version = record.version if record else 0
    store.write([Put(_owner(gtin), FOOD, gtin, body, now, version, expires_at=expires_at)])
    return food


def _owner(gtin: str) -> str:
    return f"sys:barcode:{gtin}"


def _record(store: Store, gtin: str) -> Record | None:
    return store.get(_owner(gtin), FOOD, gtin)


def _food_in(record: Record | None) -> Food | None:
    food = loads(record.body)["food"] if record else None
    return Food.model_validate(food) if food else None


def food_of(product: Product) -> Food:
    """Make a food of a product; a figure that no food can have is left out."""
    possible = {
        key: amount
        for key, amount in product.per_100g.items()
        if key in NUTRIENTS and amount <= MOST_IN_100_G[NUTRIENTS[key].unit]
    }
    serving = product.serving_g
    return Food(
        id=f"{PREFIX}{product.ean}",
        name=product.name[:MAX_NAME].strip(),
        brand=product.brand[:MAX_NAME].strip() if product.brand else None,
        source=product.source,
        licence=product.licence,
        attribution=product.attribution,
        per_100g=possible,
        portions=[Portion(label="serving", grams=serving)] if serving and 0 < serving <= 100_000 else [],  # noqa: PLR2004 - what a portion may weigh
        barcode=product.ean,
    )
