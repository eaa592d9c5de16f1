"""What a coach may work out: the four operations, over figures that are known already."""

import ast
import operator
from collections.abc import Callable
from math import isfinite
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.errors import InvalidError
from fitzen.web.fields import Model

OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
CONSTANTS = frozenset({1, 2, 4, 7, 9, 10, 12, 24, 30, 52, 60, 100, 365, 1000})
"""Days of a week, energy of a gram, per cent: what needs no source."""
UNIT_FACTORS = frozenset({0.45359237, 6.35029318, 28.349523125, 14, 1.609344, 0.3048, 30.48, 2.54, 4.184})
"""What one unit is of another, by the international yard and pound (1959) and the thermochemical calorie: no source either."""
MOST_OPERATIONS = 20
WHOLE = 1000
"""From here on a result is shown without decimals."""


class CalculateArgs(Model):
    """`expression` such as `(82.4 - 81.1) / 82.4 * 100`; `of` says what comes out, `unit` its unit."""

    expression: Annotated[str, Field(min_length=1, max_length=200)]
    of: Annotated[str, Field(min_length=1, max_length=100)]
    unit: Annotated[str, Field(max_length=20)] | None = None


def calculate(context: ToolContext, args: CalculateArgs) -> Result:
    """Work an expression out. Its numbers must come from a result or the person's words."""
    try:
        tree = ast.parse(args.expression.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        raise InvalidError.of("expression", "This is not arithmetic that I can read.") from None
    if sum(1 for _ in ast.walk(tree)) > 3 * MOST_OPERATIONS:
        raise InvalidError.of("expression", "This is too long; work it out in steps.")
    value = _value(context, tree)
    unit = f" {args.unit}" if args.unit else ""
    shown = f"{value:.0f}" if abs(value) >= WHOLE else f"{round(value, 2):g}"
    return Result({"of": args.of, "expression": args.expression, "result": f"{shown}{unit}"})


def _value(context: ToolContext, node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return _known(context, float(number))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(context, operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATIONS:
            return _applied(context, type(op), left, right)
    raise InvalidError.of("expression", "Only numbers, brackets and + - * / are understood.")


def _applied(context: ToolContext, op: type[ast.operator], left: ast.expr, right: ast.expr) -> float:
    first, second = _value(context, left), _value(context, right)
    try:
        return OPERATIONS[op](first, second)
    except (ZeroDivisionError, OverflowError):
        raise InvalidError.of("expression", "This has no result.") from None


def _known(context: ToolContext, number: float) -> float:
    if not isfinite(number) or (number not in CONSTANTS | UNIT_FACTORS and not context.evidence.knows(number)):
        raise InvalidError.of("expression", f"{number:g} comes from no result. Look it up first.")
    return number


TOOLS = (
    Tool(
        "calculate",
        "Work out a figure (a difference, a share) from figures that results gave. Do this before you name such a figure.",
        "Working it out",
        CalculateArgs,
        calculate,
    ),
)
