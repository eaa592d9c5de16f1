"""The routes of measurements."""

from flask import Response

from fitzen.measurements import service, trends
from fitzen.measurements.models import (
    Batch,
    BatchIn,
    Measurement,
    MeasurementBody,
    MeasurementIn,
    MeasurementQuery,
    MeasurementTrend,
    TrendQuery,
)
from fitzen.web.answers import if_match, listing, made, made_all, nothing, one, page, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

measurements = Blueprint("measurements", tag="Measurements")
ONE = "/api/measurements/<user_id>/<measurement_id>"


@measurements.post("/api/measurements")
@measurements.input(MeasurementIn)
@measurements.output(Measurement, 201)
@measurements.doc(responses={200: "It was saved before; here it is."})
def measure(json_data: MeasurementIn) -> Response:
    """Save a measurement; the same sent again is answered with what is stored."""
    return made(service.measure(infra().store, caller().user_id, json_data, now()))


@measurements.post("/api/measurements/batch")
@measurements.input(BatchIn)
@measurements.output(Batch, 201)
@measurements.doc(responses={200: "All of it was saved before; here it is."})
def measure_all(json_data: BatchIn) -> Response:
    """Save up to 90 measurements at once, all or nothing; those sent again are answered with what is stored."""
    return made_all(service.measure_all(infra().store, caller().user_id, json_data, now()))


@measurements.get("/api/measurements/<user_id>")
@measurements.input(MeasurementQuery, location="query")
@measurements.output(listing(Measurement))
def list_measurements(user_id: str, query_data: MeasurementQuery) -> Response:
    """List measurements by when they were taken, newest first, of one metric or all."""
    return page(service.list_measurements(infra().store, user_id, query_data))


@measurements.get("/api/measurements/<user_id>/trend")
@measurements.input(TrendQuery, location="query")
@measurements.output(MeasurementTrend)
def measurement_trend(user_id: str, query_data: TrendQuery) -> Response:
    """Show how a metric moves: its values, their level without swings, and the rate a week."""
    return plain(trends.metric_trend(infra().store, user_id, query_data, now()))


@measurements.get(ONE)
@measurements.output(Measurement)
def get_measurement(user_id: str, measurement_id: str) -> Response:
    """Get one measurement."""
    return one(service.get_measurement(infra().store, user_id, measurement_id))


@measurements.put(ONE)
@measurements.input(MeasurementIn)
@measurements.output(Measurement)
def replace_measurement(user_id: str, measurement_id: str, json_data: MeasurementIn) -> Response:
    """Put another measurement in its place."""
    return one(service.replace_measurement(infra().store, user_id, measurement_id, json_data, now(), if_match()))


@measurements.patch(ONE)
@measurements.output(Measurement)
@patches(MeasurementBody)
def patch_measurement(user_id: str, measurement_id: str) -> Response:
    """Change some fields by JSON Merge Patch."""
    return one(service.patch_measurement(infra().store, user_id, measurement_id, read_patch(), now(), if_match()))


@measurements.delete(ONE)
@measurements.doc(responses={204: "It is deleted."})
def delete_measurement(user_id: str, measurement_id: str) -> Response:
    """Delete a measurement."""
    service.delete_measurement(infra().store, user_id, measurement_id, now(), if_match())
    return nothing()
