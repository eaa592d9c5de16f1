"""create_app(): the application, as the explicit list of its blueprints."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from apiflask import APIFlask

from fitzen.achievements.routes import achievements
from fitzen.auth.routes import auth
from fitzen.coach.knowledge.routes import knowledge
from fitzen.coach.routes import chat
from fitzen.cycle.routes import cycle
from fitzen.devices.routes import devices
from fitzen.exercises.routes import exercises
from fitzen.goals.routes import goals
from fitzen.habits.routes import habits
from fitzen.infra.base import Infra
from fitzen.mail.routes import mail
from fitzen.measurements.routes import measurements
from fitzen.nutrition.foods.routes import foods
from fitzen.nutrition.meal_plans.routes import meal_plans
from fitzen.nutrition.recipes.routes import recipes
from fitzen.nutrition.routes import nutrition
from fitzen.photos.routes import photos
from fitzen.reminders.routes import reminders
from fitzen.sync.kinds import writable_fields
from fitzen.sync.routes import sync
from fitzen.today.routes import today
from fitzen.transfer.routes import transfer
from fitzen.users.routes import users
from fitzen.web import context, frontend, headers, observing, openapi, problems
from fitzen.web.answers import Answer
from fitzen.web.files import files
from fitzen.web.parsing import MAX_BODY
from fitzen.web.routing import MatchedRule
from fitzen.web.service import docs, service
from fitzen.workouts.plans.routes import plans
from fitzen.workouts.routes import workouts

BLUEPRINTS = [
    service,
    auth,
    users,
    exercises,
    workouts,
    plans,
    habits,
    goals,
    achievements,
    measurements,
    cycle,
    nutrition,
    foods,
    recipes,
    meal_plans,
    photos,
    reminders,
    mail,
    devices,
    sync,
    today,
    chat,
    knowledge,
    transfer,
    files,
]


class App(APIFlask):
    """APIFlask without async views, so that nothing asks at each request whether there are any."""

    response_class = Answer
    url_rule_class = MatchedRule

    def ensure_sync[F: Callable[..., Any]](self, func: F) -> F:
        return func


def create_app(infra: Infra) -> APIFlask:
    """Build the WSGI application on what wiring (or a test) gives; nothing connects yet."""
    app = App(
        "fitzen",
        title="Fitzen",
        version=version("fitzen"),
        spec_path="/api/openapi.json",
        docs_path=None,
        json_errors=False,
        static_folder=None,  # type: ignore[arg-type] # Flask takes None: no folder
    )
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.json.sort_keys = False  # type: ignore[attr-defined] # Flask's default provider has it
    state = app.extensions[context.EXTENSION] = context.Context(infra)
    app.before_request(context.guard)
    problems.install(app)
    headers.install(app, infra.settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.register_blueprint(docs)
    state.public = _public(app)
    operations = frozenset(name.rpartition(".")[2] for name in state.public)
    openapi.install(app, operations, {"x-sync": writable_fields()})
    frontend.install(app, infra.settings)
    observing.install(app, infra.telemetry)
    return app


def _public(app: APIFlask) -> frozenset[str]:
    """Name the endpoints that ask for no token: the marked ones and the documentation."""
    return frozenset(
        name
        for name, view in app.view_functions.items()
        if getattr(view, "public", False) or name.startswith(("openapi.", f"{docs.name}."))
    )
