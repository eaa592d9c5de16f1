"""The routes of a person's own record."""

from flask import Response

from fitzen.auth.models import FactorIn
from fitzen.auth.service import prove_factor
from fitzen.infra.storage.base import Record
from fitzen.records import Saved, loads
from fitzen.users import erasure, screening, service, subscription
from fitzen.users.models import OnboardingIn, Profile, ShownScreening, User, UserIn
from fitzen.web.answers import if_match, nothing, one, plain, shown
from fitzen.web.context import context, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

users = Blueprint("users", tag="Users")
ONE = "/api/users/<user_id>"


@users.get(ONE)
@users.output(User)
def get_user(user_id: str) -> Response:
    """Get one's own profile."""
    return _user(service.get_user(infra().store, user_id))


@users.put(ONE)
@users.input(UserIn)
@users.output(User)
def replace_user(user_id: str, json_data: UserIn) -> Response:
    """Replace one's profile; phone and email change only through verification."""
    return _user(service.replace_user(infra().store, user_id, json_data, if_match()))


@users.patch(ONE)
@users.output(User)
@patches(Profile)
def patch_user(user_id: str) -> Response:
    """Change some fields of one's profile by JSON Merge Patch."""
    return _user(service.patch_user(infra().store, user_id, read_patch(), if_match()))


@users.delete(ONE)
@users.input(FactorIn, location="query")
@users.doc(responses={204: "Everything about the person is gone, for good."})
def erase_user(user_id: str, query_data: FactorIn) -> Response:
    """Erase oneself: records, chats, sessions, sign-in. This cannot be undone, so a second factor that is on is asked for."""
    prove_factor(infra(), user_id, query_data.code, query_data.recovery_code, now())
    erasure.erase(context(), user_id)
    return nothing()


@users.post("/api/users/<user_id>/onboarding")
@users.input(OnboardingIn)
@users.output(User)
def onboard(user_id: str, json_data: OnboardingIn) -> Response:
    """Save what onboarding asked; it may be skipped, resumed and repeated."""
    return _user(service.onboard(infra().store, user_id, json_data))


@users.get(f"{ONE}/screening")
@users.output(ShownScreening)
def get_screening(user_id: str) -> Response:
    """Get the questions before training, and what the answers say of clearance by a doctor."""
    return plain(screening.show(infra().store, user_id, now()))


def _user[S: (Record, Saved)](stored: S) -> Response:
    """Answer with what holds now; its ETag spares the body only where no time changes that."""
    if not subscription.has_end(stored.body):
        return one(stored)
    found = subscription.current(stored, now())
    return shown(loads(found.body), found.version)
