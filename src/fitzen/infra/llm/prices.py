"""What models cost: US dollars a million tokens, each with where it was read and when.

Bedrock sets its own prices, and lists the `global.` profiles at Anthropic's; an id that keeps its requests in one
region or geography (`us.`, `eu.`, …, or none) costs a tenth more. The rows of the 5-5 models are Anthropic's list
prices: that Bedrock asks the same for them was ASSUMED, since its price page could not be read; that it did for the
models before (Sonnet 4.6, Haiku 4.5) is said by several who pay it.
"""

from typing import NamedTuple

from fitzen.infra.llm.base import Usage

MILLION = 1_000_000
LONG_PROMPT = 100_000
"""Tokens of input, cached or not, from which on Claude Haiku 5.5 has other prices."""
REGIONAL = 1.1


class Price(NamedTuple):
    """US dollars a million tokens: read, written, read from the cache, put into the cache (for five minutes)."""

    input: float
    output: float
    cache_read: float = 0.0
    cache_write: float = 0.0

    def cost(self, usage: Usage) -> float:
        tokens = (usage.input_tokens, usage.output_tokens, usage.cached_tokens, usage.cache_write_tokens)
        return sum(count * price for count, price in zip(tokens, self, strict=True)) / MILLION

    def times(self, factor: float) -> "Price":
        return Price(*(each * factor for each in self))


class Listed(NamedTuple):
    """A row: whom it is for, by a part of the model's id; `long` holds for a prompt of more than LONG_PROMPT tokens."""

    model: str
    price: Price
    read_on: str
    source: str
    long: Price | None = None


CLAUDE_PAGE = "https://platform.claude.com/docs/en/about-claude/pricing"
LISTED = (
    Listed("claude-sonnet-5-5", Price(2.0, 10.0, 0.10, 2.50), "2026-11-26", CLAUDE_PAGE),
    Listed(
        "claude-haiku-5-5",
        Price(0.10, 0.50, 0.01, 0.125),
        "2026-11-26",
        "https://platform.claude.com/docs/en/models/haiku-5-5/overview",
        Price(0.50, 2.50, 0.05, 0.625),
    ),
    Listed("claude-sonnet-4", Price(3.0, 15.0, 0.30, 3.75), "2026-11-26", CLAUDE_PAGE),
    Listed("claude-haiku-4-5", Price(1.0, 5.0, 0.10, 1.25), "2026-11-26", CLAUDE_PAGE),
)
DEAREST = max((row.price for row in LISTED), key=lambda price: price.output)
"""For a model of Bedrock that is not listed: better to stop too early than to spend what nobody counted."""


def bedrock_cost(model_id: str, usage: Usage) -> float:
    """Return what a call of a model on Bedrock cost, in US dollars."""
    factor = 1.0 if model_id.startswith("global.") else REGIONAL
    return _price(model_id, usage).times(factor).cost(usage)


def _price(model_id: str, usage: Usage) -> Price:
    row = next((row for row in LISTED if row.model in model_id), None)
    if row is None:
        return DEAREST
    prompt = usage.input_tokens + usage.cached_tokens + usage.cache_write_tokens
    return row.long if row.long and prompt > LONG_PROMPT else row.price
