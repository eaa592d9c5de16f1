"""What a coach may change of a profile: what a person says of themselves, shown as before and after.

Targets, the subscription, and how somebody is reached are none of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple
from zoneinfo import available_timezones

from pydantic import Field
from rapidfuzz import fuzz, process

from fitzen.coach import when
from fitzen.coach.quantities import Said, UnitWord, height_in_words, read_height
from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, drafted, unclear
from fitzen.coach.tools.once import Made, do_once, undo_once
from fitzen.coach.tools.showing import MAX_CHOICES
from fitzen.coach.wording import day_in_words
from fitzen.entities import Change
from fitzen.errors import InvalidError
from fitzen.exercises.models import EQUIPMENT
from fitzen.infra.storage.base import Op, Record, Store
from fitzen.records import Json, loads
from fitzen.users.models import Profile, Units, UserIn, Words
from fitzen.users.service import USERS, get_user
from fitzen.web.fields import Model, Name
from fitzen.web.parsing import check
from fitzen.words import joined, plain

type Path = str
"""A field of the profile, `height_cm`, or one inside another, `dietary.allergies`."""


class ProfileArgs(Model):
    """Only what the person said is to change. Lists grow and shrink by single words; `equipment` is the whole of it."""

    name: Name | None = None
    birth_date: DayWords | None = None
    sex: Literal["female", "male", "other"] | None = None
    height: Said | None = None
    height_unit: UnitWord | None = None
    units: Units | None = None
    time_zone: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    goal: Literal["lose", "maintain", "gain", "perform", "health"] | None = None
    fitness_level: Literal["beginner", "intermediate", "advanced"] | None = None
    activity_level: Literal["sedentary", "light", "moderate", "active", "very_active"] | None = None
    training_days_per_week: Annotated[int, Field(ge=0, le=7)] | None = None
    equipment: Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=60)] | None = None
    diet_pattern: (
        Literal["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"] | None
    ) = None
    coach_style: Literal["gentle", "direct", "drill"] | None = None
    add_allergies: Words | None = None
    remove_allergies: Words | None = None
    add_dislikes: Words | None = None
    remove_dislikes: Words | None = None
    add_injuries: Words | None = None
    remove_injuries: Words | None = None
    add_conditions: Words | None = None
    remove_conditions: Words | None = None


LABELS: Mapping[Path, str] = {
    "name": "Name",
    "birth_date": "Date of birth",
    "sex": "Sex",
    "height_cm": "Height",
    "units": "Units",
    "time_zone": "Time zone",
    "goal": "Goal",
    "fitness_level": "Fitness level",
    "activity_level": "Activity",
    "training_days_per_week": "Training days a week",
    "equipment": "Equipment",
    "dietary.pattern": "Diet",
    "coach.style": "Coaching style",
    "dietary.allergies": "Allergies",
    "dietary.dislikes": "Dislikes",
    "health.injuries": "Injuries",
    "health.conditions": "Conditions",
}
"""What may be changed, by the name that a person reads; nothing else of a profile is ever written here."""
AS_SAID: Mapping[str, Path] = {
    **{
        name: name
        for name in ("name", "sex", "units", "goal", "fitness_level", "activity_level", "training_days_per_week")
    },
    "diet_pattern": "dietary.pattern",
    "coach_style": "coach.style",
}
"""Arguments that are stored as they are."""
LISTS: Mapping[str, Path] = {
    "allergies": "dietary.allergies",
    "dislikes": "dietary.dislikes",
    "injuries": "health.injuries",
    "conditions": "health.conditions",
}
OF: Mapping[str, str] = {"allergies": "allergy", "dislikes": "dislike", "injuries": "injury", "conditions": "condition"}
ALIKE = 85


class Changes(NamedTuple):
    """What is to change: fields to set, words to add to lists and to take out of them."""

    set: dict[Path, Any]
    add: dict[Path, list[str]]
    remove: dict[Path, list[str]]
    unclear: list[Json]


def update_profile(context: ToolContext, args: ProfileArgs) -> Result:
    """Draft a change of the profile, with what each field says before and after."""
    changes = _changes(context, args)
    if changes.unclear:
        return unclear(*changes.unclear)
    before = context.profile
    payload = {"set": changes.set, "add": changes.add, "remove": changes.remove}
    after = _applied(before, payload)
    check(UserIn, {name: after[name] for name in Profile.model_fields if name in after})
    units = after["units"]
    rows = [
        {"field": LABELS[path], "before": _shown(path, old, units), "after": _shown(path, new, units)}
        for path in LABELS
        if (old := _get(before, path)) != (new := _get(after, path))
    ]
    if not rows:
        return Result({"unchanged": True})
    said = "; ".join(f"{each['field']}: {each['before']} → {each['after']}" for each in rows)
    return drafted(context, "update_profile", said, payload, {"type": "profile_draft", "data": {"changes": rows}})


def _changes(context: ToolContext, args: ProfileArgs) -> Changes:
    found = Changes({}, {}, {}, [])
    for name, path in AS_SAID.items():
        if (value := getattr(args, name)) is not None:
            found.set[path] = value
    if args.birth_date is not None:
        found.set["birth_date"] = _birth_date(args.birth_date, context.local_now)
    if args.height is not None:
        units = args.units or context.units
        found.set["height_cm"] = round(read_height(args.height, units, args.height_unit), 1)
    _read_names(args, found)
    for name in LISTS:
        _read_list(context.profile, name, args, found)
    return found


def _birth_date(said: str, now: datetime) -> str:
    """Read a date of birth, as 1994-05-17 or 17 May 1994. Raises InvalidError."""
    found, _ = when.extract(said.strip().lower())
    text = found.day if found.day and re.search(r"\d{4}", found.day) else ""
    try:
        day = when.resolve(text or said.strip(), None, now).date()
    except ValueError:
        day = None
    if day is None or not re.search(r"\d{4}", said) or day >= now.date():
        raise InvalidError.of("birth_date", "Say the whole date of birth, such as 17 May 1994.")
    return day.isoformat()


def _read_names(args: ProfileArgs, found: Changes) -> None:
    """Read what has one of many names: the time zone, and equipment."""
    if args.time_zone is not None:
        zone, choices = _zone(args.time_zone)
        if zone is None:
            found.unclear.append({"name": args.time_zone, "choices": choices, "of": "time zone"})
        else:
            found.set["time_zone"] = zone
    if args.equipment is not None:
        pieces = [(said, *_equipment(said)) for said in args.equipment]
        found.unclear.extend(
            {"name": said, "choices": choices, "of": "piece of equipment"}
            for said, piece, choices in pieces
            if not piece
        )
        found.set["equipment"] = list(dict.fromkeys(piece for _, piece, _ in pieces if piece))


def _zone(said: str) -> tuple[str | None, list[str]]:
    """Return the time zone of a name or a city: `Europe/Madrid`, `New York`."""
    wanted = plain(said).strip().replace(" ", "_")
    zones = sorted(available_timezones())
    if exact := next((zone for zone in zones if zone.lower() == wanted), None):
        return exact, []
    cities = [zone for zone in zones if "/" in zone and zone.lower().rpartition("/")[2] == wanted]
    if len(cities) == 1:
        return cities[0], []
    near = process.extract(wanted, zones, scorer=fuzz.partial_ratio, limit=MAX_CHOICES, score_cutoff=ALIKE)
    return None, cities[:MAX_CHOICES] or [zone for zone, _, _ in near]


def _equipment(said: str) -> tuple[str | None, list[str]]:
    wanted = plain(said).strip().replace("-", " ").removesuffix("s")
    names = {each: each.replace("_", " ") for each in EQUIPMENT}
    if exact := next((each for each, name in names.items() if wanted in (name, name.removesuffix("s"))), None):
        return exact, []
    near = process.extract(wanted, names, scorer=fuzz.token_set_ratio, limit=MAX_CHOICES, score_cutoff=60)
    if near and near[0][1] >= ALIKE and (len(near) == 1 or near[1][1] < near[0][1]):
        return near[0][2], []
    return None, [name for name, _, _ in near]


def _read_list(profile: Json, name: str, args: ProfileArgs, found: Changes) -> None:
    """Read the words to add to one of the lists, and those to take out, which must be in it."""
    path = LISTS[name]
    known: list[str] = _get(profile, path) or []
    if add := getattr(args, f"add_{name}"):
        found.add[path] = add
    for said in getattr(args, f"remove_{name}") or ():
        match = [each for each in known if _same(each, said)] or [each for each in known if plain(said) in plain(each)]
        if len(match) == 1:
            found.remove.setdefault(path, []).append(match[0])
        else:
            found.unclear.append({"name": said, "choices": (match or known)[:MAX_CHOICES], "of": OF[name]})


def _same(one: str, other: str) -> bool:
    return plain(one).strip().removesuffix("s") == plain(other).strip().removesuffix("s")


def _applied(profile: Json, payload: Json) -> Json:
    """Return the profile with the changes made; a word that a list has already is not added again."""
    after = profile
    for path, value in payload["set"].items():
        after = _put(after, path, value)
    for path in {**payload["add"], **payload["remove"]}:
        kept = [each for each in _get(after, path) or [] if each not in payload["remove"].get(path, ())]
        new = [each for each in payload["add"].get(path, ()) if not any(_same(each, old) for old in kept)]
        after = _put(after, path, [*kept, *new])
    return after


def _get(profile: Json, path: Path) -> Any:
    outer, _, inner = path.partition(".")
    value = profile.get(outer)
    return (value or {}).get(inner) if inner else value


def _put(profile: Json, path: Path, value: object) -> Json:
    """Return the profile with another value at a path; None takes it out."""
    outer, _, inner = path.partition(".")
    new: Any = _put(profile.get(outer) or {}, inner, value) if inner else value
    kept = {name: each for name, each in profile.items() if name != outer}
    return kept if new is None else kept | {outer: new}


def _shown(path: Path, value: Any, units: Units) -> str:
    if value is None or value == []:
        return "none" if path in LISTS.values() or path == "equipment" else "not said"
    if path == "height_cm":
        return height_in_words(value, units)
    if path == "birth_date":
        return day_in_words(value)
    if isinstance(value, list):
        return joined([str(each).replace("_", " ") for each in value])
    return str(value) if path in ("name", "time_zone") else str(value).replace("_", " ")


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Change the fields, and add and take out words; what they said before is remembered."""

    def change() -> Made:
        record = get_user(store, user_id)
        before = loads(record.body)
        after = _applied(before, payload)
        written = {
            path: {"before": old, "after": new}
            for path in LABELS
            if (old := _get(before, path)) != (new := _get(after, path))
        }
        return _ops(store, record, after, now) if written else [], {"written": written}

    do_once(store, user_id, action_id, now, change)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Set back each field that is still what was written; of lists, take out what was added and put back what was taken."""

    def change(remembered: Json) -> Sequence[Op]:
        record = get_user(store, user_id)
        now_is = loads(record.body)
        after = now_is
        for path, value in _set_back(now_is, remembered["written"]):
            after = _put(after, path, value)
        return _ops(store, record, after, now) if after != now_is else []

    undo_once(store, user_id, action_id, now, change)


def _set_back(profile: Json, written: Mapping[Path, Json]) -> Iterator[tuple[Path, Any]]:
    for path, each in written.items():
        current, before, after = _get(profile, path), each["before"], each["after"]
        if path in LISTS.values():
            old, new, here = before or [], after or [], current or []
            kept = [word for word in here if word in old or word not in new]
            yield path, [*kept, *(word for word in old if word not in new and word not in here)]
        elif current == after:
            yield path, before


def _ops(store: Store, record: Record, after: Json, now: datetime) -> Sequence[Op]:
    body = check(UserIn, {name: after[name] for name in Profile.model_fields if name in after})
    return USERS.ops(store, Change(record.owner, record.id, record, body, now))


TOOLS = (
    Tool(
        "update_profile",
        "Propose a change of what the person says of themselves: body, goal, level, diet, allergies, injuries, equipment, "
        "units; the person confirms it.",
        "Preparing the change",
        ProfileArgs,
        update_profile,
        Write(_do, _undo),
    ),
)
