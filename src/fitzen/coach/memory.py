"""What the coach remembers of a person: notes that they see, change and erase; and what a model is told of them.

A note comes from the person's own wish ("remember that I train in the mornings") and is kept until it is deleted. Notes
and names are the person's words: they are told to a model as data, and cut where they are long.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import ConflictError
from fitzen.infra.storage.base import Delete, Op, Page, Put, Record, Store
from fitzen.nutrition import targets
from fitzen.records import Json, Saved, loads
from fitzen.science.loading import lb_from_kg
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Id, Model, Timestamp

MEMORY = "memory"
MOST = 100
TOLD = 30
"""So many notes are told to a model, the newest."""
CM_IN_INCH, INCHES_IN_FOOT = 2.54, 12

Note = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\x00]*$")]


class MemoryBody(Model):
    """What is to be remembered, in a sentence."""

    text: Note


class MemoryIn(MemoryBody):
    """With an `id` of the client's the same can be sent again without harm."""

    model_config = {"json_schema_extra": {"examples": [{"text": "I train in the mornings, before work."}]}}

    id: Id | None = None


class Memory(MemoryBody):
    id: Id
    at: Timestamp


def remember(store: Store, user_id: str, body: MemoryIn, now: datetime) -> Saved:
    """Keep a note; the same again changes nothing. Raises ConflictError (too many, another under this id), GoneError."""
    return entities.save(store, MEMORIES, user_id, body, now)


def list_memories(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, MEMORY, user_id, query)


def get_memory(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, MEMORIES, user_id, id)


def patch_memory(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change a note. Raises NotFoundError, StaleError, InvalidError."""
    return entities.patch(store, MEMORIES, user_id, id, patch, now, if_match)


def forget(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a note; one that is not there is forgotten already."""
    entities.remove(store, MEMORIES, user_id, id, now, if_match)


def forget_all(store: Store, user_id: str) -> None:
    while page := store.list(user_id, MEMORY, limit=MOST).items:
        store.write([Delete(user_id, MEMORY, record.id, record.version) for record in page])


def notes(store: Store, user_id: str) -> list[str]:
    """Return the newest notes, oldest first. One read."""
    return [loads(record.body)["text"] for record in reversed(store.list(user_id, MEMORY, limit=TOLD).items)]


def digest(who: targets.Person) -> str:
    """Return what a model is told of a person: a line for each thing that is known.

    No name, address or date of birth, and nothing of the cycle: none of it is needed to coach. The time of day is not
    in it either, so that it stays the same for a day and can be cached by the provider.
    """
    aim = targets.of_person(who)[0]
    lines = [circumstances(who), *_self(who), *_wishes(who.profile), *_care(who.profile)]
    if aim:
        lines.append(
            f"Daily targets: {aim.energy_kcal:.0f} kcal, {aim.protein_g:.0f} g protein, {aim.carbs_g:.0f} g carbs, "
            f"{aim.fat_g:.0f} g fat, {aim.fiber_g:.0f} g fibre."
        )
    return "\n".join(lines)


def circumstances(who: targets.Person) -> str:
    """Return what holds of many people: the day where they are, their units and language."""
    profile = who.profile
    return f"It is {who.today:%A}, {who.today:%Y-%m-%d}. Units: {profile['units']}. Language: {profile.get('locale', 'en')}."


def _self(who: targets.Person) -> Iterable[str]:
    profile = who.profile
    age = targets.age_of(profile, who.today)
    known = [
        profile.get("sex", ""),
        f"{int(age)} years old" if age else "",
        _height(profile) if "height_cm" in profile else "",
        _weight(profile, who.body.weight_kg) if who.body else "",
    ]
    if any(known):
        yield f"About them: {', '.join(each for each in known if each)}."


def _height(profile: Json) -> str:
    if profile["units"] == "metric":
        return f"{profile['height_cm']:g} cm"
    feet, inches = divmod(round(profile["height_cm"] / CM_IN_INCH), INCHES_IN_FOOT)
    return f"{feet} ft {inches} in"


def _weight(profile: Json, kg: float) -> str:
    return f"{kg:.1f} kg" if profile["units"] == "metric" else f"{lb_from_kg(kg):.1f} lb"


def _wishes(profile: Json) -> Iterable[str]:
    words = {
        "Goal": profile.get("goal"),
        "Level": profile.get("fitness_level"),
        "Activity": profile.get("activity_level"),
        "Training days a week": profile.get("training_days_per_week"),
        "Equipment": _joined(profile.get("equipment", ())),
        "How they like to be coached": profile.get("coach", {}).get("style"),
    }
    return [f"{name}: {value}." for name, value in words.items() if value not in (None, "")]


def _care(profile: Json) -> Iterable[str]:
    diet, health = profile.get("dietary", {}), profile.get("health", {})
    words = {
        "Diet": diet.get("pattern"),
        "Allergies, never to be served": _joined(diet.get("allergies", ())),
        "Dislikes": _joined(diet.get("dislikes", ())),
        "Injuries": _joined(health.get("injuries", ())),
        "Conditions": _joined(health.get("conditions", ())),
        "Pregnant": "yes" if health.get("pregnant") else None,
    }
    return [f"{name}: {value}." for name, value in words.items() if value]


def _joined(words: Sequence[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)


def _ops(store: Store, change: Change[MemoryBody]) -> Sequence[Op]:
    if change.after is None:
        return [MEMORIES.delete(change)]
    if change.record is not None:
        return [_put(change, change.record.at)]
    if len(store.list(change.owner, MEMORY, limit=MOST).items) >= MOST:
        raise ConflictError(f"I remember {MOST} things already. Delete one first.")
    return [_put(change, change.now)]


def _put(change: Change[MemoryBody], at: datetime) -> Put:
    return MEMORIES.put(change, at, derived={"at": at.isoformat()})


MEMORIES = Entity(MEMORY, "note", MemoryBody, _ops)
