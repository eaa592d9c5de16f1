"""The routes of photos and pictures. Files go to signed URLs, not through these."""

from flask import Response

from fitzen.nutrition.recipes import service as recipes
from fitzen.photos import pictures, service
from fitzen.photos.models import (
    Announced,
    Photo,
    PhotoIn,
    PhotoQuery,
    Picture,
    PictureAnnounced,
    PictureIn,
)
from fitzen.records import Json
from fitzen.web.answers import if_match, listing, nothing, plain, shown
from fitzen.web.context import caller, infra, now
from fitzen.web.files import absolute
from fitzen.web.routing import Blueprint

photos = Blueprint("photos", tag="Photos")
AVATAR = "/api/users/<user_id>/avatar"
NO_PICTURE = "No picture was announced."
UPLOADED = {
    409: "Nothing has been uploaded yet.",
    413: "It has too many pixels.",
    415: "It is not a JPEG, PNG or WebP picture.",
    422: "It is broken, or not as long as was announced.",
}
RECIPE = "/api/recipes/<user_id>/<recipe_id>/image"


@photos.post("/api/photos")
@photos.input(PhotoIn)
@photos.output(Announced, 201)
@photos.doc(responses={200: "It was announced before; here is where to send it, or the photo."})
def announce_photo(json_data: PhotoIn) -> Response:
    """Announce a photo, and learn where to upload it; then complete it. The same again signs the upload anew."""
    saved, found = service.announce(infra(), caller().user_id, json_data, now())
    return shown(_linked(found), saved.version, 201 if saved.created else 200)


@photos.post("/api/photos/<user_id>/<photo_id>/complete")
@photos.output(Photo)
@photos.doc(responses=UPLOADED)
def complete_photo(user_id: str, photo_id: str) -> Response:
    """Say that the upload is done: it is checked, freed of its metadata, and shown from then on."""
    photo, version = service.complete(infra(), user_id, photo_id, now())
    return shown(_linked(photo), version)


@photos.get("/api/photos/<user_id>")
@photos.input(PhotoQuery, location="query")
@photos.output(listing(Photo))
def list_photos(user_id: str, query_data: PhotoQuery) -> Response:
    """List photos of oneself by when they were taken, newest first, in one pose or all, or those of meals; URLs are signed."""
    return plain(_linked(service.list_photos(infra(), user_id, query_data, now())))


@photos.delete("/api/photos/<user_id>/<photo_id>")
@photos.doc(responses={204: "It is deleted, with its files."})
def delete_photo(user_id: str, photo_id: str) -> Response:
    """Delete a photo."""
    service.delete_photo(infra(), user_id, photo_id, now(), if_match())
    return nothing()


@photos.put(AVATAR)
@photos.input(PictureIn)
@photos.output(PictureAnnounced)
def announce_avatar(user_id: str, json_data: PictureIn) -> Response:
    """Announce a picture of oneself, and learn where to upload it; then complete it."""
    return plain(_linked(pictures.announce(infra(), user_id, pictures.AVATAR, json_data, now())))


@photos.post(f"{AVATAR}/complete")
@photos.output(Picture)
@photos.doc(responses={404: NO_PICTURE, **UPLOADED})
def complete_avatar(user_id: str) -> Response:
    """Say that the upload is done: the picture is checked and shown from then on."""
    return plain(_linked(pictures.complete(infra(), user_id, pictures.AVATAR, now())))


@photos.get(AVATAR)
@photos.output(Picture)
@photos.doc(responses={404: NO_PICTURE})
def get_avatar(user_id: str) -> Response:
    """Get the picture of oneself."""
    return plain(_linked(pictures.get(infra(), user_id, pictures.AVATAR, now())))


@photos.delete(AVATAR)
@photos.doc(responses={204: "It is removed, with its files."})
def delete_avatar(user_id: str) -> Response:
    """Remove the picture of oneself."""
    pictures.delete(infra(), user_id, pictures.AVATAR, now())
    return nothing()


@photos.put(RECIPE)
@photos.input(PictureIn)
@photos.output(PictureAnnounced)
def announce_recipe_image(user_id: str, recipe_id: str, json_data: PictureIn) -> Response:
    """Announce a picture of one's own recipe, and learn where to upload it; then complete it."""
    recipes.get_recipe(infra().store, user_id, recipe_id)
    return plain(_linked(pictures.announce(infra(), user_id, pictures.recipe(recipe_id), json_data, now())))


@photos.post(f"{RECIPE}/complete")
@photos.output(Picture)
@photos.doc(responses=UPLOADED)
def complete_recipe_image(user_id: str, recipe_id: str) -> Response:
    """Say that the upload is done: the picture is checked and shown with the recipe from then on."""
    return plain(_linked(pictures.complete(infra(), user_id, pictures.recipe(recipe_id), now())))


@photos.delete(RECIPE)
@photos.doc(responses={204: "It is removed, with its files."})
def delete_recipe_image(user_id: str, recipe_id: str) -> Response:
    """Remove the picture of a recipe."""
    pictures.delete(infra(), user_id, pictures.recipe(recipe_id), now())
    return nothing()


def _linked(value: Json) -> Json:
    """Make every signed URL in an answer one that a client can follow as it is."""
    return {name: _link(name, each) for name, each in value.items()}


def _link(name: str, value: object) -> object:
    match value:
        case str() if name in ("url", "thumbnail_url"):
            return absolute(value)
        case dict():
            return _linked(value)
        case list():
            return [_link(name, each) for each in value]
    return value
