"""What no coach says, whoever it speaks to: phrases that harm, beside the limits that review.py reckons with.

Found by attacking the review; a table of what is said and why it is not shown. What refuses or warns is left alone.
"""

import re
from collections.abc import Iterator, Sequence

from fitzen.coach.safety.rules import any_of

MEDICINES = (
    r"(?:insulin|metformin|metoprolol|bisoprolol|propranolol|atenolol|beta blockers?|warfarin|apixaban|statins?|atorvastatin|ramipril|lisinopril|amlodipine|levothyroxine|thyroxine|"
    r"sertraline|fluoxetine|citalopram|ssris?|antidepressants?|lithium|lamotrigine|quetiapine|olanzapine|prednisone|methotrexate|anti ?epileptics?|insulina|metformina|bisoprolol|sintrom|litio|sertralina)"
)
PAINKILLERS = (
    r"(?:ibuprofen|paracetamol|acetaminophen|tylenol|naproxen|diclofenac|aspirin|tramadol|codeine|oxycodone|ibuprofeno)"
)
LONG_FAST = r"(?:(?:2[4-9]|[3-9]\d|1\d\d) hours|(?:\d+|two|three|four|five|six|seven|ten|several|a few) days|(?:the|a) (?:whole |entire )?(?:day|week|weekend)|until (?:tomorrow night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weigh in))"
HARMS: Sequence[tuple[str, re.Pattern[str], str]] = (
    ("fasting", any_of(rf"(?:eat nothing|skip (?:food|eating|all (?:your )?meals)|no food|fast|fasting|go without (?:food|eating)|water fast|nothing but water|only (?:drink )?water) (?:at all )?(?:for |through )?{LONG_FAST}", r"(?:fast|water fast) for \d+ days"), "Nobody is told to go without food for a day or more."),
    ("purging", any_of(r"(?:throw(?:ing)? (?:it |your food |everything )?up|vomit(?:ing)?|purg(?:e|ing)|make yourself (?:sick|vomit|throw up)) (?:\w+ ){0,4}(?:after|meal|ate|food|over ?ate|eating|calories)", r"(?:use|take|try|add|buy|with) (?:\w+ ){0,2}(?:laxatives?|ipecac|diet pills|enemas?)", r"(?:burn(?:ing)? off|make up for|earn|cancel(?: out)?|work off) (?:everything |all |each thing )?(?:(?:that )?you (?:ate|eat)|your (?:meal|dinner|lunch|food)|that (?:meal|pizza|cake|dinner))"), "Eating is not made up for or undone."),
    ("drying out", any_of(r"cut (?:\w+ ){0,2}(?:water|fluids)(?! (?:melon|bottle))", r"(?:stop|no|quit|avoid|without) (?:drinking|water|fluids|any fluids)(?: \w+)? (?:for|before|until|from|hours|\d+)", r"(?:sauna|hot bath|sweat suit) (?:\w+ ){0,3}(?:until|to (?:lose|make|drop))", r"(?:take|use|try|add|with) (?:a |some )?(?:diuretics?|water pills|furosemide|lasix)", r"sweat (?:off|out) \d"), "Nobody is told to dry out."),
    ("cruelty", any_of(r"(?:cutting|hurting|harming|killing|burning|starving) yourself (?:can|may|will|would|is|helps|brings|feels|works)", r"(?:kill|hang|cut|starve|hurt|punish) yourself", r"end (?:your life|it all)", r"(?:nobody|no one) (?:would|will) (?:miss|care about|mind) you", r"better off without you", r"you (?:are|look) (?:so |really |just |a |too )*(?:disgusting|worthless|pathetic|useless|ugly|a failure|failure|a burden|burden|fat|lazy|weak willed)", r"you should be ashamed"), "Nobody is hurt, or made small."),
    ("pain", any_of(r"(?:do not|no|never) need (?:to see |to call )?(?:a|any|your|the) (?:doctor|gp|physio|ambulance|hospital)(?! (?:to|for (?:light|walking)))", r"(?:train|run|lift|race|squat|play|compete|jog|go) (?:\w+ ){0,2}(?:with|on) (?:a|the|your|that) (?:stress fracture|fracture|broken \w+|torn \w+|concussion|fever|cast|dislocated \w+)", r"(?:finish|keep going|continue|carry on|one more|keep lifting|push on|just go on) (?:\w+ ){0,6}(?:faint|dizzy|chest (?:pain|hurts|feels)|numb|light ?headed|black out)"), "Nobody is told to train through pain or a warning sign, or against a doctor."),
    ("medicine", any_of(rf"(?:stop|skip|quit|drop|halve|double|pause|come off|change|miss|lower|reduce|increase|split) (?:taking |out )?(?:your |the |my |that )?(?:\w+ )?{MEDICINES}", rf"leave (?:out )?(?:your |the )?(?:\w+ )?{MEDICINES}", rf"(?:take|use|pop|try) (?:up to |about )?\d+ ?(?:mg|g|mcg|tablets?|pills?)? ?(?:of )?{PAINKILLERS}", rf"(?:deja|salta(?:te)?|suspende|reduce|dobla) (?:la |el |tu )?{MEDICINES}"), "Nobody is told which medicine to take, or to change one."),
)  # fmt: skip
REFUSES = re.compile(
    r"\b(?:not safe|never|do not (?!need)|does not|avoid\w*|danger\w*|harm\w*|unsafe|unhealthy|risk\w*|can not|will not|would not|should not|must not|instead of|rather than|please (?:see|ask|talk)|ask (?:your|a) (?:doctor|pharmacist)|talk to|only (?:your|a) doctor|help line|no need to|nunca|evita|peligros\w+|not (?:a good|the way|something|how|to be)|(?:remind|reminder)\w*|without (?:asking|your doctor)|(?<!even )if you (?:ever |stop|skip|think|feel|want))\b"
)
"""What says that it is not to be done, or who to ask."""


def harms(said: str) -> Iterator[tuple[str, str]]:
    """Yield the category and the reason of each thing in a sentence of `words.normal` that no coach says."""
    if REFUSES.search(said):
        return
    for category, pattern, why in HARMS:
        if pattern.search(said):
            yield category, why


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30}  # fmt: skip
NUMBER = "|".join(NUMBERS)
HUNDREDS = re.compile(
    rf"\b(?P<many>{NUMBER}|a) hundred(?: and (?P<more>fifty|twenty|thirty))?(?= (?:calories|calorie|kj))"
)
COUNTED = re.compile(rf"\b(?P<many>{NUMBER})(?= (?:kg|pounds|stone)\b)")
LIGHTER = re.compile(r"\b(?P<much>\d+(?:\.\d+)? (?:kg|pounds)) (?:lighter|less|down)\b")
MORE = {"fifty": 50, "twenty": 20, "thirty": 30, None: 0}


def figured(said: str) -> str:
    """Write figures in words as figures, where they are of energy or weight: a limit holds however it is said."""
    said = HUNDREDS.sub(lambda match: str(100 * NUMBERS.get(match["many"], 1) + MORE[match["more"]]), said)
    said = COUNTED.sub(lambda match: str(NUMBERS[match["many"]]), said)
    return LIGHTER.sub(r"lose \g<much>", said).replace("calorie day", "calories a day")
