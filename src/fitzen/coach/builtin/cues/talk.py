"""Cues for what is about the talk itself: what is remembered of it, and what a coach does not know about."""

from fitzen.coach.builtin.cues.rows import Cues, cues

OUTSIDE = (
    r"\b(?:weather|forecast|rain|election|president|politic\w*|government|minister|bitcoin|crypto|stocks?|shares|python|javascript|code|coding|html"
    r"|css|program(?:ming)? language|script|joke|poem|song|sing|movie|film|netflix|series|capital of|translate|flight|hotel|homework|essay"
    r"|news|football match|who won|who is|who was|history of|war|religion|god|meaning of life|lottery|car|phone|laptop|computer|printer"
    r"|immigration|tax(?:es)?|mortgage|rent|lawyer|legal|what time is it|horoscope|girlfriend|boyfriend|dating)\b"
)

CUES: dict[str, Cues] = {
    "recall": cues(
        (8, r"\b(?:what|which|do|did|can|tell me|show me|list)\b.*\byou\b.*\b(?:remember|recall|know|kept? in mind|memori[sz]ed?|noted?|stored?|saved?|have on)\b.*\b(?:about|of|on) me\b"),
        (8, r"\bwhat(?:'s| is| do you have| have you got)? (?:is )?(?:in|on) your (?:memory|notes)\b|\b(?:show|list|read) (?:me )?(?:my|your|the) (?:memory|memories|notes)\b|\bwhat (?:do|did|have) (?:you|i) (?:remember|ask(?:ed)? you to remember|told? you to remember)\b"),
        (7, r"\bqu[eé] (?:recuerdas|sabes) (?:de|sobre) m[ií]\b"),
        (-4, r"\b(?:remember (?:that|to|this)|remind)\b"),
        number=-3, exercise=-2, food=-2,
    ),
    "out_of_scope": cues(
        (5, OUTSIDE),
        exercise=-3, metric=-3, nutrient=-3, food=-2, muscle=-2, habit=-2, sets=-4, slot=-2,
    ),
}  # fmt: skip
