"""Cues for what is no wish for a tool: small talk, and what a coach does not know about."""

from fitzen.coach.builtin.cues.rows import Cues, cues

OUTSIDE = (
    r"\b(?:weather|forecast|rain|election|president|politic\w*|government|minister|bitcoin|crypto|stocks?|shares|python|javascript|code|coding|html"
    r"|css|program(?:ming)? language|script|joke|poem|song|sing|movie|film|netflix|series|capital of|translate|flight|hotel|homework|essay"
    r"|news|football match|who won|who is|who was|history of|war|religion|god|meaning of life|lottery|car|phone|laptop|computer|printer"
    r"|immigration|tax(?:es)?|mortgage|rent|lawyer|legal|what time is it|horoscope|girlfriend|boyfriend|dating)\b"
)

CUES: dict[str, Cues] = {
    "out_of_scope": cues(
        (5, OUTSIDE),
        exercise=-3, metric=-3, nutrient=-3, food=-2, muscle=-2, habit=-2, sets=-4, slot=-2,
    ),
}  # fmt: skip
