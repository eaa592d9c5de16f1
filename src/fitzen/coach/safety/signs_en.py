"""The signs in English. Each pattern is a phrase as people write it; the tests and `evals/data/safety.jsonl` hold them.

Two lists, so that a table does not grow into a wall: what is an emergency, and what a coach must not help with or must
know of is in signs_care.py.
"""

import re

from fitzen.coach.safety.rules import Rule, any_of, gap

AROUND = (
    r"(?:(?:in|across|on|inside|through|of|the|my|his|her|their|your|middle|centre|center|left|right|side|down|around|into|behind|under|all|whole|upper|over|"
    r"near|at|from|a|weird|strange|really|part|area) )"
)
FEELING = r"(?:pains?|pressure|tightness|squeezing|crushing|stabbing|heaviness|discomfort|burning pain)"
"""What the heart feels like; a chest that is sore, tight from flyes or pumped is a trained one."""
SUDDEN = r"(?:numb|droop\w*|paraly[sz]ed|sagging|lopsided|(?:weak|dead|heavy) (?:\w+ ){0,3}(?:sudden|suddenly|all at once|all of a sudden))"
BE = r"(?:is|are|was|were|feels?|felt|went|gets?|got|has been|have been|have gone|has gone|looks?|looked|seems?|turned|came out|started|starts|keeps?|become|became)"
VERY = r"(?:(?:so|very|really|all|just|suddenly|kind of|kinda|a bit|still|getting|quite|super|extremely|badly|completely|totally|like|being|also) ){0,2}"
WHO = r"(?:my|his|her|their|the|your)"
EXERTION = r"(?:run|running|jog|jogging|climb\w*|walk|walking|exert\w*|stairs|cardio|treadmill|cycl\w+|bike|row|rowing|sprint\w*|exercis\w+|work out|working out|uphill)"
HIGH_BY = r"(?:day|workout|session|training|bench\w*|push ?ups?|fly|flyes|flies|flys|dips|press\w*|doms|soreness|pump)"
LIMB = r"(?:legs?|foot|feet|arms?|hands?|fingers?|toes?|thighs?|calf|calves|glutes?|shoulders?|leg down)"
JOINT = r"(?:knee|ankle|wrist|shoulder|elbow|hip|finger|toe|thumb|collar ?bone|arm|leg|foot|hand|back|neck|rib|jaw|shin|achilles|hamstring|calf|calve|quad|bicep|biceps|pec|groin|forearm|kneecap|bone|tricep|triceps)"
NUMB = r"(?:numb|numbness|tingl\w+|pins and needles|lost (?:all )?feeling|no feeling|can not feel|can barely feel|electric shocks?|weakness|foot drop)"


def _low_sugar(match: re.Match[str]) -> bool:
    """Say whether it is low: below 3.9 mmol/l or 70 mg/dl (ADA 2024, doi 10.2337/dc24-S006); the unit follows from the size."""
    value = float(match["low"])
    return value < 3.9 if value < 30 else value < 70  # noqa: PLR2004 - the source's bounds


def _high_sugar(match: re.Match[str]) -> bool:
    """Say whether it is too high for exercise: above 15 mmol/l or 270 mg/dl (Riddell 2017, doi 10.1016/S2213-8587(17)30014-1)."""
    value = float(match["high"])
    return 15 < value < 50 or value > 270  # noqa: PLR2004 - the source's bounds


def _crisis_pressure(match: re.Match[str]) -> bool:
    """Say whether it is 180 over 120 or more in either (Whelton 2017, doi 10.1161/HYP.0000000000000065)."""
    found = match.groupdict()
    systolic, diastolic = (int(found.get(name) or found.get(f"{name}2") or 0) for name in ("systolic", "diastolic"))
    return systolic >= 180 or diastolic >= 120  # noqa: PLR2004 - the source's bounds


EMERGENCIES: tuple[Rule, ...] = (
    Rule(
        "suicide",
        any_of(
            r"kill(?:ing)? (?:myself|my self|himself|herself|themselves|themself)", r"wants to (?:die|end (?:it all|her life|his life|their life))", r"(?:end|take|ending|taking|took) (?:his|her|their) own life", r"(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life", r"suicidal", r"commit(?:ting)? suicide",
            r"(?:thoughts? of|thinking (?:about|of)|consider\w*|attempt\w*|plan\w*|think about|about|to|by) suicide",
            r"suicide (?:attempt|plan|note|thoughts?|ideation)", r"(?:want|wish|need|ready|going|deserve|hope|rather) (?:to |i )?(?:just )?(?:die|be dead)",
            r"(?:do not|never) (?:want to|wish to) (?:live|be here|exist|wake up|be alive|go on living)(?! (?:on|at|in|without|for|to train|when|with|early|before))", r"not want to (?:live(?! (?:on|in|with|without|at))|be alive|exist|wake up(?! (?:early|at|before|so)))",
            r"(?:want|going) to end (?:it all|everything|it tonight|my suffering)(?! with)", r"self harm\w*", r"selfharm\w*",
            r"(?:hurt|hurting|cut|cutting|harm|harming|burn|burning) myself (?:on purpose|again|when|to feel|because|deliberately|at night)",
            r"(?:have been|been|keep|started|want to|urge to|feel like|need to) (?:cutting|cut|harming|harm|hurt|hurting|burning) myself(?! (?:shaving|some slack|on the|with the (?:knife|bar)))",
            r"better off (?:dead|without me)", r"wish (?:that )?i (?:was|were) (?:dead|never born|not here|not alive)", r"wish i (?:had|would|was) never been born",
            r"no (?:reason|point) (?:to|in|for me to) (?:go(?:ing)? on )?(?:living|live|go on|be alive|being alive)", r"(?:what is|is there|see) (?:the|any|no|a) point (?:of|in) (?:living|being alive|going on)",
            r"life is (?:not|no longer|never) worth (?:living|it)", r"(?:can not|do not want to) (?:go on|do this) any ?more", r"(?:jump|jumping) (?:off|from) (?:a|the|my) (?:bridge|building|roof|balcony|cliff)(?! (?:into|diving))",
            r"(?:hang|hanging|shoot|shooting|drown|drowning) myself(?! in the foot| in work| in paperwork| from the (?:bar|rings))", r"(?:no one|nobody) would (?:miss|notice if) (?:me|i (?:died|was gone))",
            r"want to (?:disappear|sleep) (?:forever|and never wake up)", r"not be alive any ?more", r"painless(?:ly)? (?:ways? to )?(?:die|death|kill)", r"(?:quickest|easiest|best|painless|fastest) ways? to die", r"how to die", r"end(?:ing)? it all(?! with)", r"(?:not|stop|never) exist(?:ing|ed)?(?: any ?more)?(?! (?:in|yet|for|on))", r"(?:off|top) myself(?! (?:up|of|with))", r"do myself in", r"end (?:my|the) (?:pain|suffering|misery)(?! (?:in|of) (?:my|the) (?:knee|back|shoulder|leg))", r"leave this world", r"done with (?:life|everything and everyone|being here)", r"life (?:is|feels|has become) (?:so )?(?:pointless|meaningless|unbearable|hopeless)", r"why am i (?:even )?(?:alive|still alive|here at all)", r"should not (?:be alive|exist)", r"can not live (?:like this|any ?more|with this pain|with myself)", r"ready to die", r"(?:hope|wish|pray) i (?:die|do not wake up|never wake up|would not wake up|was dead|could die)", r"(?:walk|run|jump|throw myself) (?:into|in front of) (?:traffic|a (?:train|car|bus|truck)|the (?:train|traffic))", r"(?:hung|hang|hanging) myself(?! (?:from|on|upside))", r"noose", r"(?:cut|cuts|cutting|slice|sliced|slit) (?:up )?my (?:arms?|wrists?|thighs?|legs?|skin)(?! (?:workout|day|down|training|hair|shaving))", r"(?:hurt|harmed|cut|burned|burnt) myself (?:last night|yesterday|tonight|again|today)(?= .{0,40}(?:again|want|urge|purpose|better|stop))", r"want (?:my life|all of this|everything) to (?:end|be over|stop)", r"(?:give|giving|given) up on (?:living|life)", r"tired of (?:being alive|fighting to live|existing)", r"goodbye forever",
            r"(?:keep|go on|going on|continue|carry on|bother) (?:\w+ )?(?:living|being alive|existing|alive)(?! (?:on|in|with|without|at))", r"hate (?:being alive|living|existing)(?! (?:in|on|at|with|so))", r"(?:tired|sick|done|fed up) (?:of|with) (?:living|life|being alive|existing)(?! (?:in|on|with|without))", r"(?:would|will) (?:\w+ )?(?:care|miss me|notice|mind|be (?:happier|sad)) if i (?:was|were|am|died|disappeared|killed|would be) ?(?:gone|dead|not here)?", r"(?:pills|rope|gun|razor|knife|blades?) to (?:end|do|finish) it", r"how i (?:would|will|could|should) (?:kill|die|do it|end)", r"my life is over", r"want out (?:for good|of (?:this )?life)", r"driv(?:e|ing) (?:off|into|my car (?:off|into)) (?:a |the |of )*(?:bridge|cliff|tree|wall|traffic|lake)", r"step(?:ping)? (?:in front of|into) (?:a |the )?(?:train|bus|car|traffic)",
            r"i (?:\w+ ){0,3}(?:wish|hope|want|would like|would rather|could|should|need|deserve|pray) (?:\w+ ){0,5}(?:die|death|be dead|were dead|was dead)", r"(?:thinking|think|fantasi[sz]\w+|dream\w*|obsess\w+) (?:\w+ ){0,3}about (?:death|dying|my own death|being dead|not existing)", r"give up on life", r"end (?:things|it) (?:tonight|for good|forever|now|once and for all)", r"(?:world|everyone|family|they|kids) (?:would|will|is|are) (?:be )?better (?:off )?without me", r"not (?:want|wanting) to (?:be alive|wake up|be in this world)", r"disappear from this world", r"nothing (?:left )?to live for", r"no will to live", r"last (?:message|goodbye|workout) (?:before|because) i (?:die|go for good|end)", r"suicide", r"slit my wrists?", r"take all my pills", r"(?:want|wish) it (?:to be|was) all over",
        ),
        unless=any_of(r"suicides? (?:sprints?|runs?|drills?|grip|squeeze|squad|mile|laps?)", r"(?:workout|session|set|leg day|wod|pace|hike) (?:is|was) (?:pure )?suicide"),
    ),
    Rule(
        "overdose",
        any_of(
            r"over ?dos(?:e|ed|ing)", rf"(?:took|taken|swallowed|had|ate|eaten|drank) {gap(2)}(?:too many|too much|a whole|the whole|all (?:of )?(?:my|the)|a bottle of|a handful of|\d{{2,}}|twenty|thirty|fifty) {gap(3)}(?:pills?|tablets?|paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|sleeping (?:pills|tablets)|caffeine|painkillers|medication|meds|capsules|fat burners?)",
            r"(?:drank|drunk|swallowed) (?:bleach|antifreeze|detergent|poison|cleaning)",
        ),
        unless=any_of(r"over ?dos\w* of (?:vitamin|cute|memes|fun|carbs)\w*", r"over ?dos(?:e|ed|ing) on (?:carbs|pasta|pizza|chocolate|cake|vegetables|protein|sugar|veggies|fibre|fiber|netflix|cheese|squats|cardio)", r"\d+ (?:g|grams|mg|iu) of"),
    ),
    Rule(
        "overdose",
        any_of(rf"(?:too much|double|triple|\d+) {gap(3)}(?:pre ?workout|pre workout|caffeine|energy drinks?|scoops)"),
        also=[any_of(r"heart (?:is )?(?:racing|pounding|skipping|fluttering)", r"shak(?:ing|y)", r"vomit\w*", r"throwing up", r"dizzy", r"palpitations", r"can not breathe", r"chest")],
    ),
    Rule(
        "chest_pain",
        any_of(
            rf"chest {VERY}(?:wall |area |region |muscle )?(?:{FEELING}|hurts?|aches?|hurting|aching)",
            rf"chest {BE} {VERY}(?:hurting|aching|painful|(?:tight|heavy) and|(?:tight|heavy) , |like it is being|like (?:it is )?(?:crushed|squeezed|exploding)|{FEELING})",
            rf"{FEELING}(?: (?:feeling|sensation|pain))? {AROUND}+(?:chest|breast ?bone|sternum|heart)",
            rf"(?:hurts?|hurting|aches?) {AROUND}+(?:chest|heart)", rf"tight(?:ening)? (?:chest|feeling {AROUND}+chest)(?= .{{0,40}}(?:breath|arm|jaw|sweat|dizz|naus|{EXERTION}))",
            rf"chest {BE} {VERY}(?:tight|heavy) {gap(3)}(?:when|while|whenever|during|after|on|if|every time) {gap(4)}{EXERTION}",
            r"heart attack", r"(?:my|his|her) heart (?:really |suddenly )?(?:hurts|aches|is hurting|stopped)", r"pain (?:in|around|near) (?:my|his|her|the) heart", r"pressure on (?:my|his|her) chest",
            r"elephant (?:is )?(?:sitting |standing )?on (?:my|his|her) chest", rf"pains? {gap(4)}{AROUND}+(?:left )?arm and (?:{AROUND}*)(?:jaw|neck|shoulder|chest)",
            rf"pain {gap(3)}(?:jaw|left arm|shoulder blade)(?= .{{0,60}}(?:sweat|breath|nause|dizzy|cardio|exert|treadmill))", r"angina", rf"(?:feels?|feeling|felt) (?:\w+ )?(?:tight|weird|strange|crushed|squeezed|like pressure) {AROUND}+chest", rf"(?:heavy|tight|weird|strange|crushing|squeezing|funny) (?:feeling|sensation) {AROUND}+chest",
            rf"chest {gap(2)}(?:burns?|burning|hurts|tightens|tightened|tightening)(?= .{{0,40}}(?:stairs|treadmill|run|walk|breath|jaw|left arm|sweat))", r"someone (?:is )?(?:sitting|standing) on my chest",
        ),
        unless=any_of(
            rf"(?:chest|pecs?) (?:\w+ ){{0,3}}(?:from|after|because of|thanks to) (?:\w+ ){{0,3}}{HIGH_BY} (?:yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|two days ago|the other day)",
            rf"(?:chest|pecs?) {gap(1)}(?:hurts?|aches?|hurting|aching) (?:so good )?(?:from|after|thanks to) (?:yesterday|all those|all the|those|the|my|our|last) (?:\w+ ){{0,2}}{HIGH_BY}",
            r"(?:almost|nearly|practically) (?:had|gave|got|having) (?:me |him |her |my mum |my mom )?a heart attack", r"heart attack (?:snack|burger|pizza|on a plate)", r"gave me a heart attack",
        ),
        history=True,
    ),
    Rule("chest_pain", any_of(r"chest"), also=[any_of(r"tight\w*", r"heavy", r"pain\w*", r"hurts?", r"pressure", r"squeez\w+", r"weird", r"burn\w*"), any_of(r"left arm (?:\w+ )?(?:numb|tingl\w+|heavy|hurts?|ache\w*|weak|pain)", r"jaw", r"short of breath", r"cold sweats?", r"breathless", r"nause\w+")]),
    Rule(
        "chest_pain",
        any_of(
            r"palpitations", rf"heart {BE} {gap(2)}(?:flutter\w*|skipp\w*|irregular\w*|out of rhythm|all over the place)", r"heart (?:skips|skipped|flutters|fluttered)", r"irregular heart ?beat",
            rf"(?:heart|pulse) {gap(3)}(?:racing|pounding|1[5-9]\d|2\d\d) {gap(6)}(?:at rest|resting|sitting|lying|in bed|for (?:hours|an hour|no reason))",
            rf"(?:heart|pulse) {gap(3)}(?:racing|pounding) {gap(6)}(?:dizzy|faint|lightheaded|light headed|can not breathe)",
        ),
        unless=any_of(r"skipped a beat when", r"heart skip(?:s|ped) a beat", r"heart flutter\w* when i (?:see|saw|met)"),
        history=True,
    ),
    Rule(
        "collapse",
        any_of(
            r"fainted", r"(?<!a )fainting(?! couch)", r"(?:about|going|want|thought i would|will|might|may|nearly|almost|feel like i) (?:to )?(?:faint|pass out|black out|collapse)", r"feel(?:s|ing)? (?:\w+ )?faint(?! (?:pain|ache|soreness))", r"faints?(?= (?:when|after|during|every|in|at|while|on))(?<!a faint)",
            r"pass(?:ed|es|ing) out", r"pass out (?:when|while|after|during|every|if)", r"black(?:ed|s|ing) out", r"black outs?", r"lo(?:st|se|sing|ses) consciousness", r"unconscious", r"unresponsive", r"not responding", r"(?:does|did|is|do|will) not (?:react\w*|respond\w*|wake(?: up)?|regain)(?! (?:to (?:training|creatine|the plan|carbs|protein|my)|well|early|on time|before|until|at))", r"(?:lying|lies|laying) on the (?:floor|ground)(?= .{0,40}(?:not|move|react|respond|breath|unconscious|help))", r"(?:is|was|went|out) out cold", r"(?:he|she|body) went limp", r"unconscious",
            r"(?:can not|could not|can no longer|not able to|struggl\w+ to|unable to|hardly|barely|difficulty|trouble|hard to) (?:\w+ )?breath(?:e|ing)?",
            r"(?:not|stopped|stops) breathing", r"no pulse", r"gasp\w* for (?:air|breath)", r"turn(?:ed|ing) blue", r"(?:not|is not|are not) respond\w*", r"blue lips|lips (?:are|is|were|went|turned|turning) blue", r"collapsed", r"everything went (?:black|dark)", r"gr[ea]y(?:ed)? out(?= .{0,40}(?:floor|ground|fell|hit|dropped|woke))", r"(?:dropped|fell|went down|hit|collapse) (?:to |on )?the (?:floor|ground)(?= .{0,50}(?:not remember|remember nothing|woke|came to|black|gone|conscious))", r"woke up on the (?:gym )?(?:floor|ground)", r"(?:saw|seeing) (?:black|stars) and (?:fell|dropped|went down)", r"passed clean out",
            r"cardiac arrest", r"chok(?:ing|ed) (?:on|and)(?= .{0,30}(?:breath|food|help|piece))",
        ),
        unless=any_of(
            r"(?:passed|pass|passing|passes|collapsed|blacked|crashed) (?:out )?(?:on|in|onto|into) (?:the |my |our |a )?(?:couch|sofa|bed|armchair|hammock|mattress|train home|bus home)", r"just kidding", r"(?:passed|handed|passing|hand) out (?:flyers|leaflets|water|medals|towels|snacks)",
            r"pass(?:ed)? out (?:from tiredness|asleep|early|at (?:9|10|11|nine|ten|eleven))", r"collapsed (?:laughing|in laughter|the (?:box|stand|tent|tripod|bench))", r"(?:tent|plank|bridge|push up|arms?|shelf|bench|rack|chair|table|bridge|market|economy|roof|stand) collapsed", r"my (?:form|technique|arch|posture|knees?|bridge|plank) collaps\w+", r"collapsed (?:arch|arches|in on the last rep)",
            r"blackout (?:curtains?|blinds?)", r"black out (?:the )?windows?", r"black out (?:curtains?|blinds?)", r"(?:i am|not being) able to breathe", r"(?:nose|nostril|nasal|mask)", r"fainting goats?", r"unconscious (?:habits?|bias\w*|mind|choices?|eating|snacking|competence)",
        ),
        history=True,
    ),
    Rule(
        "breathing",
        any_of(
            r"asthma attack", rf"inhaler {gap(3)}(?:not|does not|is not|no longer|empty) {gap(2)}(?:work\w*|help\w*)?", r"wheez\w+ (?:and|so|badly|a lot|really)", rf"(?:short|out) of breath {gap(4)}(?:at rest|lying|sitting|in bed|doing nothing|talking|climbing one)", r"breathless (?:at rest|lying|sitting|in bed)",
            r"can not catch my breath(?= .{0,40}(?:sitting|rest|lying|minutes|hour|half|still))", r"can not get (?:enough |any )?air", r"cough\w* (?:up )?pink", r"wake up (?:gasping|unable to breathe)",
        ),
        history=True,
    ),
    Rule("seizure", any_of(r"(?:having|had|have|got|in) (?:a |an )?(?:\w+ )?(?:seizures?|convulsions?|epileptic fit)", r"seizing", r"convuls(?:ed|ing)", r"(?:body|he|she) (?:is|was|started) (?:jerking|convulsing|fitting)"), history=True),
    Rule(
        "stroke",
        any_of(
            rf"face {BE} {VERY}{SUDDEN}", r"(?:mouth|smile|lips?|eyelid|face) (?:\w+ )?(?:is |are |looks? |was |started )?(?:hang\w*|droop\w*|crooked|lopsided|sagg\w*|twisted|falling)(?: (?:down )?on (?:one|the|his|her|my))?", r"(?:talk\w*|speak\w*|say\w*) (?:\w+ )?(?:gibberish|nonsense all of a sudden)", r"vision (?:\w+ )?(?:went|gone|disappeared|blacked|vanished)(?: \w+)? (?:in|on|from) (?:one|my|his|her|the) (?:left |right )?eye?", r"(?:one|left|right) eye (?:\w+ )?(?:went|gone|goes|turned) (?:blind|black|dark)", r"face (?:droops|drooping|droop\w*|sags)", r"facial droop\w*", r"slurr(?:ed|ing|s) (?:my |his |her )?(?:speech|words)", rf"speech {BE} {VERY}(?:slurred|garbled|jumbled)", r"slurred",
            rf"(?:one|left|right) side (?:of (?:my|his|her|the) (?:body|face) )?{BE} {VERY}(?:{SUDDEN}|weak and)", rf"(?:one|left|right) side {BE} weak(?! (?:point|in|on|when|compared))(?= (?:all|sudden|and|since|\.|$)|$)", rf"suddenly (?:can|could) not {gap(1)}(?:move|see|speak|talk|feel|lift|understand|remember|walk)",
            r"sudden(?:ly)? (?:\w+ )?(?:vision loss|loss of vision|blindness|confus\w+|double vision|numbness|weakness|severe headache)", r"(?:lost|losing) (?:my |the )?(?:vision|sight|speech)", r"went blind", r"worst headache (?:of|in) my life", r"thunderclap headache", r"having a stroke", r"mini stroke", r"\btia\b", r"signs? of a stroke", r"(?:had|has|suffered|think it is|might be) a stroke",
            r"(?:arm|leg) (?:suddenly )?(?:went|gone|is|goes) (?:numb|limp|weak|dead) and (?:my |his |her |i )?(?:face|speech|mouth|vision|can not speak|slur\w*)", r"half (?:of )?(?:my|his|her) (?:face|body) (?:is |went |feels )?(?:numb|paraly[sz]ed|drooping|weak)", r"words (?:come|are coming|came) out (?:wrong|jumbled|garbled|slurred)",
        ),
        unless=any_of(r"a stroke of (?:luck|genius)", r"(?:back|breast|side|butterfly|swim\w*|golf|tennis|rowing|put\w*) ?stroke"),
        history=True,
    ),
    Rule(
        "head_injury",
        any_of(
            rf"(?:hit|banged|bumped|smacked|knocked|whacked|struck|bashed|cracked|slammed|dropped {gap(5)}on|fell on|landed on|kick\w* {gap(2)}in) {gap(3)}(?:my|his|her|the) head", r"(?:blow|knock|bump|hit|kick|elbow|ball|bar|barbell|plate|dumbbell|weight) (?:\w+ )?(?:to|on|in|against) (?:my|the|his|her) (?:head|skull|temple)", rf"(?:barbell|plate|dumbbell|kettlebell|bar|weight) (?:fell|landed|dropped|came down|hit me) {gap(2)}on (?:my|his|her) (?:head|skull|face)",
        ),
        also=[any_of(r"dizz\w+", r"vomit\w*", r"threw up", r"throw\w* up", r"nause\w+", r"confus\w+", r"blurr\w*", r"headache", r"pass\w* out", r"black\w* out", r"seeing double", r"double vision", r"sleepy", r"drows\w+", r"memory", r"ringing", r"bleed\w*", r"can not remember", r"do not remember", r"foggy", r"unsteady", r"light ?headed", r"balance", r"sensitive to light", r"knocked (?:me |him |her )?out", r"see stars", r"seeing stars", r"feel (?:sick|weird|off|strange)")],
    ),
    Rule("head_injury", any_of(r"concuss(?:ion|ed|ions)", r"(?:got|was|been|getting|he|she) knocked out(?! (?:a|some|\d|my|the|another|of the (?:tournament|cup|race)))", r"knocked out (?:cold|sparring|boxing|in|by a)", r"(?:dropped|fell|landed|came down|crashed) on (?:my|his|her) head", r"knocked (?:myself |me |him |her )?unconscious", r"fractured skull", rf"(?:clear|watery) (?:fluid|liquid|stuff|water) {gap(3)}(?:from|out of) (?:my|his|her|the) (?:nose|ears?)"), history=True),
    Rule(
        "head_injury",
        any_of(rf"(?:hit|banged|bumped|smacked|knocked|whacked|bashed|slammed) {gap(2)}(?:my|his|her) head(?: (?:on|against|with|when|during|off|today|yesterday|really|pretty|hard|badly))"),
        level="notice",
    ),
    Rule(
        "bleeding",
        any_of(
            r"(?:cough\w*|vomit\w*|threw|throw\w*|spit\w*|puk\w+)(?: up)? (?:\w+ )?blood", r"blood in (?:my |the )?(?:stool|poo|poop|vomit|sputum|spit)", r"(?:poop|stools?|poo) (?:is|are|was|looks?|turned) (?:black|tarry|bloody)", r"bleeding (?:will not|does not|is not|would not) stop\w*", r"can not stop the bleeding", r"(?:bleeding|blood) (?:heavily|everywhere|spurting|pouring)", r"coffee grounds",
        ),
        history=True,
    ),
    Rule(
        "clot",
        any_of(rf"(?:calf|one leg|lower leg|left leg|right leg) {gap(4)}(?:swollen|swelled|swelling|red|hot|warm|twice the size)"),
        also=[any_of(r"pain\w*", r"hurts?", r"tender", r"sore", r"warm", r"hot", r"red", r"flight", r"breath\w*", r"throbb\w+")],
        unless=any_of(r"warm ?up", r"warmed up", r"doms", r"calf raises?", r"red (?:band|shoes|light)", r"warm calves"),
    ),
    Rule("clot", any_of(r"blood clot", r"deep vein thrombosis", r"dvt", r"pulmonary embolism")),
    Rule(
        "allergy",
        any_of(
            r"anaphyla\w+", r"(?:throat|tongue|lips?|eyes and lips|face) (?:is|are|feels?|feel|started|keeps|got|has|began|begins) (?:\w+ ){0,2}(?:swell\w*|swollen|clos\w+|tighten\w*|itchy and swollen|puff\w+)", r"swollen (?:tongue|lips|throat)", r"throat (?:closing|swelling|tightening)", r"(?:epipen|epi pen|adrenaline pen)",
            r"hives (?:all over|and|everywhere)", r"severe allergic reaction", r"allergic reaction (?:and|with|to|right now|now|after)(?= .{0,60}(?:breath|swell|hives|throat|dizzy|vomit|tongue|lip|face))", r"having an allergic reaction",
            r"(?:ate|eaten|had|swallowed|stung)\b.{0,40}allergic(?= .{0,60}(?:throat|swell|breath|itch|hives|dizzy|lips|tongue))",
        ),
    ),
    Rule(
        "hypoglycaemia",
        any_of(r"diabet\w+", r"insulin", r"type (?:1|one)", r"t1d", r"blood sugar", r"glucose", r"cgm"),
        also=[any_of(r"shak(?:ing|y)", r"trembl\w+", r"confus\w+", r"dizzy", r"faint\w*", r"going low", r"low blood sugar", r"sweat(?:ing|y) (?:and|cold|a lot)", r"cold sweat", r"clammy", r"blurr\w+", r"crash(?:ed|ing)? (?:hard|bad\w*|mid|during)", r"(?:is|went|dropped|gone|goes|feel) (?:really |too |very |so )?low", r"weak and", r"light ?headed")],
        unless=any_of(r"how (?:do|can) i (?:avoid|prevent|not)", r"not diabetic", r"do not have diabetes", r"to avoid"),
    ),
    Rule("hypoglycaemia", any_of(r"hypo ?gly\w+", r"(?:having|had|going|in|feel|get|gone|getting) (?:a |into a )?hypo(?= |$)"), unless=any_of(r"hypo ?(?:pressive|allergenic|thyroid|extension|trophy)")),
    Rule("hypoglycaemia", any_of(r"(?:blood sugar|sugar(?! \d)|glucose|bg|cgm|my levels?|reading)(?: level| reading)? (?:is |at |of |was |reads? |says |shows |dropped to |down to |fell to |now |level )?(?:only |about |around |just |at )?(?P<low>\d+(?:\.\d+)?)"), holds=_low_sugar, unless=any_of(r"grams? of sugar", r"\d+ (?:g|grams|gram|percent|%)", r"km|minutes")),
    Rule("high_sugar", any_of(r"(?:blood sugar|glucose|bg)(?: level| reading)? (?:is|at|of|was|reads?|says|shows|now|rose to|up to) (?:only |about |around |over |just )?(?P<high>\d+(?:\.\d+)?)"), holds=_high_sugar),
    Rule("high_sugar", any_of(r"keto ?acidosis", r"ketones (?:are|is) (?:high|\d)"), unless=any_of(r"keto diet", r"ketosis")),
    Rule("blood_pressure", any_of(rf"blood pressure {gap(4)}(?P<systolic>\d{{2,3}}) ?(?:/|over) ?(?P<diastolic>\d{{2,3}})", r"(?P<systolic2>1[89]\d|2\d\d) ?(?:/|over) ?(?P<diastolic2>\d{2,3}) (?:mmhg|blood pressure)"), holds=_crisis_pressure),
    Rule("blood_pressure", any_of(r"(?:measured|reading|cuff|got|showed|it is|shows) (?:\w+ )?(?:1[89]\d|2\d\d) ?(?:/|over) ?(?:\d{2,3})", r"hypertensive (?:crisis|emergency)", rf"blood pressure {gap(3)}(?:through the roof|sky high|dangerously high|extremely high)")),
    Rule(
        "heat",
        any_of(
            r"heat ?stroke", r"sun ?stroke", r"heat exhaustion", r"heat illness", r"stopped sweating", r"not sweating any ?more", r"hot (?:and|,) dry skin", rf"(?:body temp\w*|temperature|core temp\w*) {gap(3)}(?:40|41|42|10[4-9])", r"overheat(?:ed|ing)(?= .{0,40}(?:confus|dizzy|vomit|faint|sick|headache))",
        ),
        unless=any_of(r"water temp\w*", r"heated", r"room temp\w*", r"degrees (?:outside|outdoors)"),
        history=True,
    ),
    Rule("heat", any_of(r"(?:heat|hot|sun|sauna|humid\w*|summer|hot yoga)"), also=[any_of(r"confus\w+", r"vomit\w*", r"threw up", r"throwing up", r"disoriented", r"dizzy and", r"stagger\w*", r"chills and", r"goosebumps and", r"delirious", r"headache and (?:dizzy|nause\w+)")], unless=any_of(r"hot (?:dog|sauce|chocolate)", r"confus\w+ (?:about|by|which|how|whether)")),
    Rule(
        "rhabdomyolysis",
        any_of(
            r"(?:dark|brown|brownish|black|cola|coke|coca cola|tea|coffee|red|bloody|rust\w*)(?: colou?red| like)? (?:urine|pee|piss|wee)", rf"(?:urine|pee|piss|wee|peeing|pissing) {gap(5)}(?:dark(?! yellow)|brown|black|cola|coke|coca cola|tea|coffee|red|blood|bloody|rust\w*)", r"blood in (?:my |the )?(?:urine|pee)", r"rhabdo(?:myolysis)?",
            rf"(?:arms?|legs?|thighs?|biceps?) {gap(3)}(?:so |hugely |very |massively )?(?:swollen|swelled)(?= .{{0,60}}(?:bend|straighten|weak|pee|urine|days))",
        ),
        unless=any_of(r"beet(?:s|root)?", r"after (?:drinking|eating) beet\w*", r"b ?vitamins?", r"pee (?:after|before) (?:coffee|tea)", r"(?:coffee|tea) makes me pee", rf"pee {gap(3)}(?:after|from|because of|when i drink) (?:\w+ )?(?:coffee|tea)"),
        history=True,
    ),
    Rule(
        "nerve_injury",
        any_of(
            rf"(?:numb\w*|tingl\w+|no feeling|can not feel|lost feeling|pins and needles) {gap(4)}(?:groin|saddle|genitals?|private parts?|privates|between my legs|inner thighs?|perineum|buttocks?|crotch)", rf"(?:groin|saddle|genitals?|crotch|inner thighs?|between my legs) {gap(3)}(?:numb\w*|tingl\w+)", r"cauda equina", r"(?:lost|losing|no) control (?:of|over) my (?:bladder|bowels?)",
            r"(?:can not|lost|losing|trouble|unable to|difficulty|no) (?:\w+ ){0,3}(?:control of my |controlling my |holding my |hold my |bladder|bowels?)(?= )?(?:bladder|bowels?|urine|pee)?(?= .{0,60}(?:back|spine|deadlift|squat|leg))", rf"back {gap(8)}(?:can not (?:pee|urinate)|lost control of my (?:bladder|bowels?)|wet myself|incontinen\w+)",
        ),
    ),
    Rule(
        "nerve_injury",
        any_of(rf"{NUMB} {gap(5)}{LIMB}", rf"{LIMB} {gap(5)}{NUMB}", rf"{LIMB} (?:gave out|gives out|keeps giving out)"),
        also=[any_of(r"back", r"spine", r"neck", r"disc", r"sciatic\w*", r"injur\w*", r"popp?(?:ed)?", r"snap\w*", r"pain\w*", r"hurts?", r"shooting", r"fell", r"herniat\w+", r"accident", r"crash\w*", r"since (?:the )?(?:squats?|deadlifts?)", r"after (?:the |my |heavy )?(?:squats?|deadlifts?)", r"for (?:two |three |\d+ )?(?:days|weeks)")],
        unless=any_of(r"beta alanine", r"pre ?workout", r"pre workout", r"niacin", r"ice bath", r"cold (?:plunge|water|shower)", r"no (?:pain|numbness|tingling)", r"falls? asleep", r"pull\w*", r"weak(?:ness|er|est)? (?:point|link|spot|side)", r"weakness is"),
    ),
    Rule("nerve_injury", any_of(r"wet myself(?= .{0,40}(?:back|spine|lift|deadlift))", r"paraly[sz]ed", r"can not (?:move|feel) (?:my|his|her) (?:legs?|arms?|toes|feet|hands?)", r"(?:lost|losing) (?:all )?feeling in (?:my|his|her) (?:legs?|arms?|feet|hands?|foot)"), unless=any_of(r"paraly[sz]ed (?:by|with) (?:fear|choice|indecision|options)", r"leg day", r"doms", r"analysis paralysis", r"cold (?:plunge|water)", r"ice bath", r"after (?:those|that|these|yesterday)", r"the next day", r"sore")),
    Rule(
        "injury",
        any_of(
            rf"{JOINT} {gap(3)}(?:deformed|sticking out|bent the wrong way|out of place|dislocated|misshapen|looks wrong|popped out|out of (?:its|the) socket|at a (?:weird|strange|wrong) angle)", r"dislocat(?:ed|ion)", rf"(?:broke|broken|fractured|shattered|snapped|tore|torn|ruptured|ripped) (?:my|his|her|the|a) {gap(1)}(?:{JOINT}|acl|mcl|meniscus|ligament|tendon|rotator cuff|labrum|ankle|neck|skull)", r"bone (?:is |was )?(?:sticking|poking|coming) (?:out|through)", r"compound fracture",
            r"can not (?:put|bear|take|hold) (?:any |my |full )?weight", r"can not (?:walk|stand|step|bend|straighten|lift|raise|move)(?: on| up| my| it| the)? (?:my |the |on )?(?:ankle|knee|foot|shoulder|arm|wrist|elbow|it|hip|finger|back)(?= .{0,50}(?:since|after|pop|snap|fell|twist|injur|swollen|swelling|pain|accident)|$)",
            rf"(?:heard|felt|hear|feel) (?:a |something |it |my )?(?:loud |big |sharp |sudden )?{gap(1)}(?:pop|snap|crack|tear|rip|popped|snapped|tearing|ripping)(?: in| and| from| when| while| during| on|$| \.)", r"(?:something|muscle|tendon|hamstring|calf|calve|pec|bicep|quad) (?:\w+ )?(?:ripped|tore|snapped|popped|gave way|went) (?:in|inside|behind|at the back of) (?:my|the)", rf"{JOINT} (?:just |suddenly )?(?:snapped|popped and|gave way|buckled|locked (?:up )?and|ripped)", rf"(?:tore|ruptured|snapped) {gap(2)}(?:pec|bicep|biceps|achilles|acl|hamstring|quad|calf|tendon|muscle|rotator cuff)",
            rf"{JOINT} {gap(3)}(?:swollen|swelled up|ballooned|black and blue|bruised)(?= .{{0,60}}(?:can not|pop|snap|twist|fell|weight|walk|huge|badly))", r"(?:twisted|rolled|sprained) (?:my|his|her) (?:\w+ )?(?:ankle|knee)(?= .{0,60}(?:can not|swollen|pop|snap|crack|weight|walk))", r"bicep (?:rolled|balled) up", r"hole in my (?:calf|achilles|pec|bicep)",
        ),
        unless=any_of(r"dislocat\w+ (?:drill|with|exercise)", r"shoulder dislocat\w+(?= .{0,30}(?:band|pvc|stick|drill|warm))", r"broke(?:n)? (?:my|the|his|her) (?:leg press|back squat|arm curl|bench|pr|pb|record)", r"(?:leg|arm|back|hip|hand|foot) (?:press|squat|curl|thrust\w*|raise|extension|stand) (?:pr|pb|record)", r"(?:broke|broken|torn|tore|ripped) (?:my|the) (?:\w+ )?(?:bank|heart|hand|callus|hands|gloves|shorts|leggings|pants|fast)", r"(?:hip|leg|back|shoulder) pop (?:music|out of)", r"(?:knees?|shoulder|hips?|joints?|wrist) (?:always )?(?:pops?|cracks?|clicks?)", r"(?:torn|ripped|shredded) (?:up )?(?:the gym|physique|abs)", r"leg day", r"hear a crack in (?:my )?(?:knee|shoulder)s? (?:but|with) no pain", r"(?:no|without|not) pain\w*"),
        history=True,
    ),
    Rule(
        "injury",
        any_of(rf"(?:sharp|stabbing|excruciating|unbearable|worst|10/10|severe|tearing|blinding) pain {gap(4)}(?:{JOINT}|knees|shoulders|spine|hamstring|tendon|stomach|abdomen|groin|testicle)"),
        also=[any_of(r"can not", r"swoll\w+", r"popped", r"snapped", r"sudden\w*", r"through", r"keep (?:going|lifting|training|running)", r"weight on", r"push through", r"gave way", r"every step", r"can i (?:still|keep)", r"night")],
    ),
    Rule(
        "abuse",
        any_of(
            r"(?:husband|wife|boyfriend|girlfriend|partner|dad|father|mother|mum|mom|coach|trainer|teacher|ex|stepdad|stepfather|uncle|brother|he|she|boss|bf|gf) (?:\w+ )?(?:hits|hit|beats|beat|punched|punches|slapped|slaps|choked|chokes|strangled|strangles|kicked|kicks|hurts|threatens|threatened|abuses|abused|raped|rapes|touches|touched|molested|forces|forced) me(?! (?:by|at|in|to (?:the|a)|up the|on the|for the|with (?:his|her) (?:time|pb)|into a pr|do|into shape|to do|to try|my|through|a bit|too|again at|out of bed))",
            r"(?:beats|hits|punches|slaps|beat) me up(?! (?:the|that|this|to|every|a|on))", r"domestic (?:violence|abuse)", r"(?:afraid|scared|terrified) of (?:my )?(?:husband|wife|boyfriend|girlfriend|partner|dad|father|mother|mum|mom|stepdad|ex|him hurting|him hitting)", r"sexual(?:ly)? (?:assault\w*|abuse\w*)", r"(?:was|been|got) raped", r"(?:am|being|been|was) (?:physically |sexually |emotionally )?abused", r"(?:touches|touched|touching|gropes|groped) me (?:inappropriately|where|down there|without|in ways|at night|when|there|sexually)", r"(?:he|she|partner|husband|boyfriend) (?:\w+ )?(?:will not let|does not let|never lets) me (?:eat|leave|see)", r"abusive (?:relationship|husband|wife|partner|boyfriend|girlfriend|dad|father|mother|coach)",
        ),
    ),
)  # fmt: skip
