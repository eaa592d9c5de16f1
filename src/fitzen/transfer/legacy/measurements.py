"""measurements.csv: a row has many metrics, of which each is a measurement here."""

from collections.abc import Iterator

from fitzen.measurements.models import MeasurementBody
from fitzen.measurements.rules import METRICS
from fitzen.measurements.service import MEASUREMENTS
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, of_entity
from fitzen.web.parsing import check

METRIC_OF = {
    "weight": "weight_kg",
    "height": "height_cm",
    "chest": "chest_cm",
    "waist": "waist_cm",
    "hips": "hip_cm",
    "arms": "arm_cm",
    "thighs": "thigh_cm",
    "body_fat": "body_fat_pct",
}
COLUMNS = frozenset({"id", "user_id", *METRIC_OF, "bmi", "measured_at", "created_at"})
SOURCE = "legacy"


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    """Yield a measurement for each cell that has one; BMI is left out, for it follows from the others."""
    at = cells.need_time("measured_at", "created_at")
    if cells.row.cells.get("bmi", "").strip() not in values.NOTHING:
        context.report.leave_out(cells.row, "bmi")
    found = {
        metric: cells.get(column, values.within(*METRICS[metric].possible)) for column, metric in METRIC_OF.items()
    }
    if all(value is None for value in found.values()):
        raise RefusedError("weight", "Nothing was measured in this row that can be taken.")
    for metric, value in found.items():
        if value is not None:
            said = {"taken_at": at.isoformat(), "metric": metric, "value": value, "source": SOURCE}
            body, id_ = check(MeasurementBody, said), new_id("measurements", cells.row.id, metric)
            yield of_entity(context.infra.store, cells.row, owner, MEASUREMENTS, id_, body, context.now)
