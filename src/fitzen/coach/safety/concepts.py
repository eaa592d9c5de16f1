"""Signs by what they are made of: a part of the body and what is wrong with it, in any order and any words between.

Phrases (signs_en.py) are sure and narrow; these are the net below them. Each is a few lists of word stems of which one each
must be near the others; `unless` is what makes it ordinary.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fitzen.coach.safety.rules import Rule


class Concept(NamedTuple):
    """Word patterns with `|` between them, one list for each part that must be there, at most `within` words apart."""

    category: str
    parts: Sequence[str]
    within: int = 12
    unless: str = r"(?!)"


SORE = r"sore\w*|doms|bench\w*|press(?:es|ing|ups?)?|push ?ups?|fly|flyes|pump\w*|squeeze at|stretch\w*|mind muscle|day|dips|chest strap|strap|hair|freckle"
BODY = r"toes?|wrist|collar ?bone|knee ?cap|achilles|ankle|elbow|ribs?|finger|thumb|shoulder|knee|hip|foot|hand|arm|leg|jaw|nose|shin|back|neck|hamstring|calf|pec|biceps?|quad|groin|skull|tendon|ligament|acl|meniscus"
LOST = r"lose|losing|drop|get rid|minus|off|lighter|shed|cut|slim|thinner|thin|skinny|weight|adelgazar|perder|bajar"
LIMITED = r"\b(?:pr|pb|record|callus\w*|gloves|shorts|leggings|no pain|drill|pass throughs?|pvc|warm ?up|old|years? ago|last (?:year|month|summer|winter)|as a (?:kid|child)|sleep|scale|heart|streak|fast|plateau|between|muscle soreness|doms|leg day|mobility|sleeves?|when i was|healed|recovered)\b"
CONCEPTS: Sequence[Concept] = (
    Concept("chest_pain", (r"chest|sternum|breast ?bone|behind my ribs|rib ?cage", r"twinge\w*|ach(?:e|es|y|ing)|pains?|painful|pressure|tight\w*|squeez\w+|crush\w*|stab\w*|burn\w*|hurts?|hurting|heavy|heaviness|discomfort|clench\w*|grip(?:ping|s)|vice|knot", r"inhal\w*|exhal\w*|breath\w*|interval\w*|stairs|walk\w*|cardio|mow\w*|lying|rest\w*|sweat\w*|arm|jaw|naus\w*|dizz\w*|minutes|radiat\w*|sudden\w*|mother|father|mum|mom|dad|wife|husband|woke|night|uphill|treadmill|run\w*|jog\w*|climb\w*|row\w+|exert\w*|spread\w*|hours|\bever since"), 14, SORE),
    Concept("chest_pain", (r"pulse|heart ?beat|heart", r"all over the place|irregular\w*|skip\w*|racing|pound\w*|flutter\w*|jump\w*|erratic\w*|out of control", r"lying|rest\w*|couch|bed|sitting|dizz\w*|hours|no reason|faint\w*|breath\w*|weird|scared|woke|all (?:evening|day|night|morning)|still do|hiit"), 12, r"recover\w*|zone|interval\w* went|rest(?:ing)? (?:heart|day)|excite\w*|between sets"),
    Concept("collapse", (r"went down|keeled|out for|lights out|desplom\w+|desvanec\w*|passed clean|grey|gray|pale|blue", r"seconds|minutes?|friends say|woke|floor|ground|(?:not|no longer) (?:answer|respond|wake|wak|move|mov)\w*|gimnasio|suelo"), 10, r"weight went down|time|went down (?:by|to|from)|\d+ (?:kg|pounds)|run|rest|set|plank|hold|went down for|shirt|shorts|shoes|leggings|day"),
    Concept("collapse", (r"struggl\w+|fight\w+|hungry|starv\w+|short", r"for (?:breath|air)|of breath|air hunger", r"(?:can not|unable to) (?:\w+ ){0,2}sentence|speak|talk|rest|lying|blue|help|words|now|stop"), 12, r"after (?:sprints|burpees|stairs)|pace"),
    Concept("collapse", (r"spin(?:s|ning)?|went (?:black|dark|white)|tunnel vision|vision (?:went|goes|faded)", r"(?:nearly |almost )?(?:fell|fall|falling) (?:over|down)|had to (?:sit|lie) down|lose my breath|blank\w*|woke|floor"), 10, r"spin (?:class|bike)|spinning (?:class|session|bike)|bike"),
    Concept("stroke", (r"(?:trouble|difficulty|problems?|hard time) (?:speaking|talking|seeing|finding words)|can not (?:talk|speak|say|see)(?: right| properly| clearly)?", r"sudden\w*|all of a sudden|arm|leg|face|mouth|side|numb\w*|weak\w*|headache"), 12, r"after the dentist|mask|sprint\w*|out of breath|zone 2|talk test|foreign|english|spanish|german"),
    Concept("stroke", (r"one side|(?:left|right) (?:side|arm|leg|hand|half)|face|smile|mouth|speech|words", r"numb\w*|heavy|weak\w*|crooked|droop\w*|lopsided|limp|can not (?:find|say|speak|get)|slur\w*|dropping things|gibberish|paralys\w*", r"sudden\w*|since (?:the|this|last|i)|today|this morning|speech|words|face|smile|slur\w*|one side|confus\w*"), 12, r"pull|row\w*|curl\w*|sleep\w*|bike|cold|ice|squat\w*|deadlift\w*|back|neck|weaker|mask|scrub|sets?|dentist|sunburn\w*"),
    Concept("suicide", (r"i|me|my|myself", r"ending things|end things|stop existing|cease to exist|ways? to die|painless(?:ly)?|goodbye (?:letters?|notes?)|suicide note|(?:no|any|the) point (?:in|of) (?:me )?(?:being|living|existing|going on)|hurting myself (?:is|helps|makes|feels)|(?:rather|better) (?:be )?dead|rather die|not be here (?:any ?more|tomorrow|next)|not around any ?more|do not (?:see|have) a future|leave this world|cutting (?:helps|makes|is)|burden (?:to|on) every\w*|dying (?:would|is) (?:be )?(?:easier|better)|kill me|want to be gone|overdose"), 30, r"leg day|burpees|squats|workout|set\b|kill me with|hill|coach (?:will|is going)|carbs|pizza|vitamin\w*|memes"),
    Concept("suicide", (r"feel like|urge|want|need|keep|started|started", r"cutting again|cutting myself|self harming|to cut myself|harming again|burning myself"), 6, r"kg|calories|carbs|weight|sugar|water|bulk\w*|slack|phase"),
    Concept("suicide", (r"me", r"(?:quiero|voy a|quisiera|podria|deberia) (?:matar|morir|cortar|suicidar)"), 3, r"el pelo|entrenando|de risa|las unas"),
    Concept("suicide", (r"quiero|deseo|prefiero|ganas|pienso|no", r"seguir (?:viviendo|vivo|viva)|morir(?:me)?|matarme|desaparecer|acabar con todo|dejar de existir|la muerte"), 6, r"risa|hambre|agujetas|sin (?:ver|probar)|calor|sueno"),
    Concept("eating_disorder", (r"vomit\w*|purg\w*|throwing up|puk\w+|laxativ\w*", r"weight|thin|slim|skinny|calories|meals?|lean|fat|flat stomach"), 12, r"nearly|almost|sprint\w*|flu|virus|pregnan\w*|burpee\w*|workout|wod|hangover|bug|purge (?:my|the) (?:closet|fridge)"),
    Concept("eating_disorder", (r"not eat(?:ing)?|stop(?:ped)? eating|avoid eating|without (?:eating|food)|sin comer|no (?:he )?com(?:o|er|ido)", r"rest of the|whole|all|days|dias|week|weekend|as long as|until|possible|aguantar|survive"), 8, r"meat|gluten|dairy|sugar|carbs|after \d|before|late|ramadan|breakfast|\d+ ?hours|fasted|overnight|sugar|out|carne|pan|azucar|lacteos"),
    Concept("eating_disorder", (r"not eaten|have not eaten|not eating", r"since (?:mon|tues|wednes|thurs|fri|satur|sun)day|for (?:days|two|three|four)|in days|anything since|proud|feels? good"), 8, r"ramadan|sick|ill|flu|gluten|meat|fever"),
    Concept("eating_disorder", (r"can not eat|scared to eat|hate eating|afraid to eat|avoid eating", r"in front of|with (?:people|others)|panick?\w*|anxi\w*|people|disgust\w*|fat"), 10, r"gluten|dairy|spicy|fat free|allerg\w*|before (?:a )?(?:race|run)"),
    Concept("eating_disorder", (r"surviv\w+|live|living", r"on (?:only |just |nothing but )?(?:cotton|ice|air|coffee|gum|water|one apple|lettuce|diet coke)"), 4),
    Concept("eating_disorder", (r"hid(?:e|ing)|secret\w*|lie|lying|pretend\w*|trick", r"parents?|mum|mom|dad|doctor|therapist|family|husband|wife|partner|everyone|nurse", r"eat\w*|weight|food|meals?|vomit\w*|calories"), 12, r"cake|surprise|birthday|lying (?:leg|down|on)|snack drawer|chocolate"),
    Concept("eating_disorder", (r"weigh\w*|scale|mirror|calories|food|eat\w*|meals?|plate", r"panic\w*|cr(?:y|ied|ying)|terrif\w*|punish\w*|self ?hate|disgust\w*|obsess\w*|asham\w*|can not stop thinking|hate myself|out of control"), 9, r"onions?|movie|film|joy|happy|panic attack at|not obsess\w*|obsessed with (?:running|the gym|climbing)|hate myself for|lol|haha"),
    Concept("eating_disorder", (r"an ed|my ed|have ed|had ed|ed recovery|ed behaviou?rs?|ed thoughts?", r"i|my|me|lean|therapist"), 20, r"erectile"),
    Concept("drugs", (r"testosterone|test|hormones?|oxandrolone|\btren|deca|npp|primo|masteron|eq", r"cycle|dos(?:e|es|age|ing)|inject\w*|pin(?:ning)?|mg|cruise|blast|stack\w*|needles?|source|ester"), 6, r"natural\w*|blood test|stress test|sleep|zinc|vitamin|menstrual|food|test day|boost\w*|doctor prescribed|prescribed|strength test|max test|doping|cycle ergometer|cycl\w+ test|bike|ramp|test (?:my|the|your|his)|ovulat\w*|period"),
    Concept("minor", (r"(?:9|1[0-7]) ?(?:f|m|male|female|girl|boy|years? old)|(?:daughter|son|kid|child|sister|brother|girl|boy) , (?:9|1[0-7])(?= ,)|(?:9|1[0-7]) , (?:male|female|m|f|boy|girl)|tengo (?:9|1[0-7])(?! (?:dias|kg|semanas|minutos|km|%|series))|^(?:9|1[0-7]) ,", r"lose|losing|cut\w*|diet\w*|skinny|thin|slim\w*|deficit|fat burner\w*|creatine|supplement\w*|weight|macros|eat less|eating less|skip\w* meals|chubby|overweight|too fat|bajar de peso|adelgazar|dieta|definir|steroids?|pre ?workout"), 20, r"kg (?:dumb|kettle)|floor|reps|sets|min\w*|weeks|days|old (?:bike|car|shoes|dog)|times|\d+ (?:years|anos) of|weight ?lifting class|lift\w* weight|hip thrust"),
    Concept("dehydration", (r"weigh ?ins?|make weight|making weight|fight|before (?:the|my) (?:show|meet|comp\w*)|stage|weight class|pesaje|till i lose|until i lose", r"stop drinking|no water|not drink\w*|water weight|without water|sauna|sweat\w*|diuretic\w*|dry out|hot bath|spit\w*|dehydrat\w*|water load\w*|plastic|sin beber"), 14, r"after the|recover\w*|hydrat\w+ (?:well|plan)|how much water should i drink"),
    Concept("dehydration", (r"diuretics?|water pills", r"took|take|taking|need|which|best|show|cramp\w*|lose|look"), 8, r"blood pressure|prescribed|coffee|tea|doctor"),
    Concept("heat", (r"heat|hot|sun|degrees|humid\w*|sauna|calor", r"stumbl\w*|nonsense|confus\w*|deliri\w*|stagger\w*|vomit\w*|babbl\w*|disorient\w*|faint\w*|stopped sweating|not making sense|collaps\w*|shiver\w*|passed|incoheren\w*|mare(?:o|ado|ada)"), 14, r"confused (?:about|by|which)|hot (?:sauce|dog|chocolate)|no |wrap|pass(?:ed)? the"),
    Concept("heat", (r"vomit\w*|throwing up|threw up", r"confus\w*|disorient\w*|deliri\w*|not making sense", r"ran|run\w*|race\w*|train\w*|workout|noon|hours|ride|rode|match|game|today"), 14, r"hit|head|alcohol|drunk|food poisoning"),
    Concept("rhabdomyolysis", (r"urine|pee|piss|wee|peeing|pissing|orina|pis|pipi", r"dark(?! yellow)|brown\w*|black|coke|cola|blood\w*|rust\w*|tea colou?r\w*|colou?r of (?:tea|coffee|wine)|like (?:tea|coffee|wine)|oscur[oa]|marron|negr[oa]|sangre"), 9, r"beet\w*|vitamin\w*|black coffee|remolacha|dark chocolate"),
    Concept("nerve_injury", (r"electric\w*|numb\w*|tingl\w*|lost (?:strength|power|grip|feeling)|pins and needles|can not feel|no feeling|zapp?\w*|dead leg|foot drop|weakness|burning down", r"legs?|feet|foot|hands?|arms?|fingers?|toes?|thighs?|calves", r"back|neck|spine|squat\w*|deadlift\w*|injur\w*|fall|fell|crash\w*|disc|sciatic\w*|accident"), 16, r"beta alanine|pre ?workout|ice|cold|cross ?legged|sitting|asleep|handlebar\w*|no (?:pain|numb\w*|tingl\w*)|pulls?|grip gave"),
    Concept("nerve_injury", (r"can not (?:feel|hold|tell|control)|lost control|no control|leak\w*|trouble", r"pee|urine|bladder|bowels?|poo|stool", r"back|spine|injur\w*|deadlift\w*|squat\w*|legs?|numb\w*"), 16, r"pelvic floor|jump\w*|after birth|postpartum"),
    Concept("injury", (r"fractur\w*|broken|dislocat\w*|ruptur\w*|snapped|out of place|poking|slid|bang|crunch\w*|cracked|torn|tore|bent|deform\w*|sticking|socket", BODY), 7, LIMITED),
    Concept("injury", (BODY, r"can not (?:push off|put|bear|take|stand|walk|move|bend|straighten|lift|raise|grip|step)|no longer (?:move|bend|lift)", r"swoll\w*|bang|pop\w*|snap\w*|crack\w*|twist\w*|fell|fall|weight|crash\w*|since|suddenly|accident|giving way|push off"), 14, LIMITED),
    Concept("injury", (BODY, r"swoll\w*|swell\w*|purple|black and blue|bruis\w*", r"can not|huge|twice|balloon|golf ball|tennis ball|egg|pop\w*|snap\w*|crack\w*|walk"), 12, r"pump|muscle pump|easter|omelette|leg day|doms"),
    Concept("head_injury", (r"heads?|header|skull|temple|concuss\w*", r"hit|hits|knock\w*|bang\w*|fell|fall\w*|blow|clash\w*|elbow\w*|kick\w*|punch\w*|smack\w*|crash\w*|header", r"foggy|light hurts|dizz\w*|naus\w*|sick|vomit\w*|headache|blurr\w*|confus\w*|sleepy|drows\w*|ringing|remember|double|unsteady|slurr\w*|stars"), 20, r"years ago|headset|headphones"),
    Concept("allergy", (r"mouth|lips?|tongue|throat|face|eyes|airway", r"swell\w*|swoll\w*|clos(?:ing|ed|es)|itch\w*|tingl\w*|puff\w*|tight", r"ate|eat\w*|nuts?|allerg\w*|sting|stung|bee|wasp|shrimp|prawn\w*|wheez\w*|hives|bar|shake|cookie|minutes|breath\w*|rash"), 18, r"hay fever|pollen|sun|mask|sore throat|dust"),
    Concept("hypoglycaemia", (r"insulin|diabet\w*|type (?:1|one)|cgm|glucose|blood sugar|dexcom|libre", r"shak\w*|faint\w*|weak|sweaty|dizz\w*|confus\w*|dropping|low|hypo|crash\w*|trembl\w*|woozy|blurr\w*"), 10, r"low (?:carb|sugar|gi|fat|impact|intensity)|keep\w* (?:it )?low|avoid\w*|prevent\w*|not diabetic|insulin (?:low|spike\w*)|lower|risk|no diabet\w*"),
    Concept("pregnancy_warning", (r"baby|bump|pregnan\w*|trimester|expecting|weeks", r"not moved|has not moved|stopped moving|not kick\w*|no kicks|not moving|spotting|bleed\w*|fluid|contraction\w*|cramp\w* badly|pains? in my (?:belly|stomach|bump|abdomen)|(?:belly|stomach|tummy|abdomen) (?:really )?(?:hurts|aches|is hard)|see spots|blurr\w*|swollen (?:face|hands)|waters? brok\w*"), 14, r"night cramps?|post workout|spotting (?:me|him|her|for|on)|spotter|fluid (?:intake|ounces)|no (?:bleed\w*|contraction\w*|spotting)"),
    Concept("medical_advice", (r"doctor\w*|gp|physio\w*|surgeon|cardiolog\w*|physician|consultant|surgery|medic\w*|ortho\w*|specialist", r"rest|not cleared|no (?:running|lifting|training|sports?|exercise|impact|gym|weights|contact)|not to|do not|must not|should not|off (?:sport|running|training)|stop|wait|weeks? off|avoid|against|bed rest|forbid\w*|forbade|ban\w*", r"anyway|no way|not listening|still (?:going|want|do|plan)|ignore\w*|regardless|screw|whatever|but i (?:want|will|am|need|have|feel|can)|give me a|make me a|do not care|overcautious|paranoid|nonsense|exaggerat\w*|sneak\w*|without (?:him|her|them) knowing"), 24, r"instead|alternatives?|around it|upper body only|light walk\w*|cleared me|rest day|between sets"),
    Concept("bleeding", (r"blood", r"cough\w*|vomit\w*|spit\w*|phlegm|stool|poo|poop|throw\w* up|toilet"), 6, r"test|pressure|sugar|orange|type|donat\w*|flow|work|draw"),
    Concept("overdose", (r"downed|popped|necked|swallowed|took|taken|chugged|ate", r"(?:1\d|[2-9]\d|\d{3}|twenty|thirty|forty|fifty|too many|handful|whole (?:box|bottle|pack|strip)|entire|all (?:my|the)) (?:\w+ ){0,3}(?:tablets?|pills?|capsules?|caps|scoops|paracetamol|ibuprofen|aspirin|sleeping|meds|medication|antidepressants?)"), 4, r"over the (?:week|month)|a month|mg|grams?|fish oil|vitamin\w*|\d+ days"),
    Concept("abuse", (r"husband|wife|boyfriend|girlfriend|partner|bf|gf|stepdad|dad|father|mum|mom|mother|ex|coach|trainer|teacher|uncle|brother", r"slap\w*|punch\w*|threat\w*|chok(?:ed|es)|strangl\w*|beats? me|hits? me|hurts? me|locks? me|controls? what i eat|forces? me|grop\w*|molest\w*|rap(?:ed|es)|touch\w* me|abus\w*|violent"), 6, r"high five|punch(?:ing)? bag|boxing|spar\w*|at (?:tennis|chess|squash|the)|by \d|threat(?:ens)? to (?:quit|sign|join)|forces me to (?:train|run|stretch|drink|eat (?:veg|more))|on the (?:rower|bike|track)|up the hill|in the race|my (?:pb|pr|time|record)|burpees|with (?:these|those|that) (?:drills|sets|squats)|to the"),
    Concept("low_mood", (r"feel\w*|am|being|siento|estoy", r"hopeless|worthless|empty inside|(?:so|very) empty|depress(?:ed|ing thoughts)|numb inside|desperate|despair|like a failure|like nobody|deprimid[oa]|vaci[oa]"), 4, r"about (?:my|the|this) (?:bench|squat|scale|plateau|time|pace|result|score)|diet|at (?:bench|squats|cardio|pull ?ups|cooking)|weather|hunger|stomach|tank"),
)  # fmt: skip
NOTICES = frozenset({"low_mood"})


def rules() -> Iterator[Rule]:
    """Yield each concept as a rule: its first part is the sign, the others are near it, before or after."""
    for concept in CONCEPTS:
        first, *others = concept.parts
        yield Rule(
            concept.category,
            re.compile(rf"\b(?:{first})\b"),
            level="notice" if concept.category in NOTICES else "stop",
            also=[re.compile(rf"\b(?:{other})\b") for other in others],
            unless=re.compile(rf"\b(?:{concept.unless})\b"),
            negatable=concept.category != "suicide",
            history=True,
            within=concept.within,
        )
