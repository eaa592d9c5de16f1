"""What a coach must not help with, and what it must know before it goes on: in English."""

import re

from fitzen.coach.safety.rules import Rule, any_of, gap

FACT_UNDER_18 = (
    r"i am (?:only |just |a |nearly |almost |turning |about to be )*(?:9|1[0-7])(?= (?:years?|and|but|girl|boy|male|female|m|f|so|who|trying|wanting|looking|in)\b| [.,]|$)"
    r"|(?:as|am|being|for) a (?:9|1[0-7]) years? old|i (?:will )?(?:turn|turned|am turning) (?:9|1[0-7])\b|(?<!a )(?<!\d )(?<!for )\b(?:9|1[0-7]) (?:years? old|year old)(?! (?:car|bike|whisky|rower|shoes|dog|cat|plan|injury))"
    r"|i am (?:a |still |only |just )*(?:a )?(?:teen\w*|minor|kid|child|high ?schooler|(?:high school |school ?)?freshman|sophomore|under ?age|under 18|not 18|in high school|in middle school|in (?:7|8|9|10|11) ?th grade)"
    r"|my (?:(?:9|1[0-7]) years? old |(?:young |little |teenage |teen |kid )+)?(?:daughter|son|kid|child|teenager|little (?:brother|sister)) (?:\w+ )?(?:is (?:9|1[0-7])|wants|needs|should|has to|is trying)"
    r"|my (?:9|1[0-7]) years? old|(?:9|1[0-7]) (?:m|f)\b(?= (?:here|\d))"
)
FACT_PREGNANT = r"(?:pregnan(?:t|cy)|trimester|weeks? along|expecting (?:a |my |our )?(?:baby|child|twins)|with child|(?:my|the) (?:bump|baby)|due date)"
DRUG = (
    r"(?:anabolics?|(?:anabolic )?steroids?|sarms?|ostarine|rad ?140|ligandrol|lgd(?: ?4033)?|mk ?677|ibutamoren|cardarine|clenbuterol|clen(?! and)|dnp|dinitrophenol|ephedrine|ephedra|eca stack|trenbolone|(?<!el )(?<!un )tren(?! (?:bien|muy|de|a|para|lleg\w+|al))|dianabol|dbol|d bol|anavar|winstrol|winny|"
    r"deca durabolin|deca|nandrolone|masteron|primobolan|equipoise|turinabol|oxandrolone|stanozolol|testosterone (?:cycle|injections?|shots?|enanthate|cypionate|propionate|booster injections?)|test (?:e(?! bikes?)|c|cyp|prop|enanthate|cypionate|cycle)|hgh|human growth hormone|growth hormone|"
    r"igf ?1|synthol|peptides? (?:stack|cycle)|bpc ?157|melanotan|pct|blast and cruise|cytomel|prohormones?|superdrol|halotestin|epo|yohimbine and clen|adderall|cocaine|amphetamines?|meth)"
)
LOSE = r"(?:be|weigh|minus|los(?:e|ing)|drop(?:ping)?|shed(?:ding)?|cut(?:ting)?|burn(?:ing)?|get(?:ting)? rid of|down|shav(?:e|ing) off|lost)"
NUMBER = r"(?P<amount>\d+(?:\.\d+)?|ten|twenty|five|six|seven|eight|fifteen|thirty|three|four|two|a stone|one)"
UNIT = r"(?P<unit>kg|pounds|stone|stones)"
SPAN = r"(?:lighter |less )?(?:in|by|until|till|within|over|every|per|each|a|this|before) (?:the |just |only |about |less than |next |under )*(?P<count>\d+|one|two|three|four|a|an)? ?(?:next |this |coming )?(?P<span>days?|weeks?|months?|tomorrow|tonight|weekend|friday|saturday|sunday|monday|night|overnight)"
WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
KG = {"kg": 1.0, "pounds": 0.45359237, "stone": 6.35, "stones": 6.35}
DAYS = {
    "day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "tomorrow": 1.0,
    "tonight": 1.0,
    "weekend": 3.0,
    "night": 1.0,
    "overnight": 1.0,
}
TOO_QUICK_KG, NEXT_DAYS = 1.5, 5.0
"""More than this a week is beyond what most bodies may lose; at or below it the tools' own limits decide. A weekday that
is named is some days away."""
TOO_LITTLE_KCAL = 1000
"""NHLBI 2000 (NIH 00-4084): less than 800 kcal is a very-low-calorie diet, for a physician; 1,000 is the least of the low ones."""


def number(text: str | None) -> float:
    return 1.0 if text is None else float(WORDS.get(text, 0) or text)


def too_quick(match: re.Match[str]) -> bool:
    """Say whether a wish to lose is quicker than TOO_QUICK_KG a week."""
    kilograms = KG["stone"] if match["amount"] == "a stone" else number(match["amount"]) * KG[match["unit"]]
    return kg_a_week(kilograms, match["count"], match["span"]) > TOO_QUICK_KG


def kg_a_week(kilograms: float, count: str | None, span: str) -> float:
    """Return the rate of so much over `count` spans such as `weeks`."""
    return 7 * kilograms / (number(count) * DAYS.get(span.removesuffix("s"), NEXT_DAYS))


def too_little(match: re.Match[str]) -> bool:
    """Say whether the kilocalories that a match names, by whichever of its names, are too little for a day."""
    named = match.groupdict()
    return any(float(value) < TOO_LITTLE_KCAL for name, value in named.items() if name.startswith("kcal") and value)


CARE: tuple[Rule, ...] = (
    Rule(
        "eating_disorder",
        any_of(
            r"purg(?:e|ing|ed)(?! (?:my|the) (?:closet|fridge|inbox|wardrobe|pantry|house))", r"(?:make|made|making|makes|force|forcing|forced|forces) (?:myself|yourself|herself|himself) (?:to )?(?:throw up|vomit|puke|sick|be sick|throw it up)", r"(?:throw|throwing|vomit|vomiting|puke|puking) (?:it )?(?:up )?(?:my |after (?:every |each |all |my )?)(?:meals?|food|dinner|lunch|eating|i eat|binges?|binging)",
            r"throw up on purpose", r"chew(?:ing|s)?\b.{0,25}spit(?:ting)?", r"(?:only|just) (?:eat|eating|allow myself|have|had|let myself eat) (?:\w+ )?(?:one|an|1|two|a|half an?) (?:\w+ )?(?:a|per|each) day", r"eat(?:ing)? (?:only|nothing but) (?:ice|gum|air|water|lettuce|cotton)", r"without eating(?= .{0,50}(?:thin|lose|weight|days|skinny|week))", r"(?:how long|how many days) can (?:a |i |you |someone )?(?:\w+ ){0,3}(?:not eat|without (?:eating|food))", r"(?:stop|suppress|kill|block) (?:\w+ ){0,2}(?:hungry|hunger|appetite)(?= .{0,40}(?:not eat|days|stop eating|skip|all day))", r"if i eat (?:\w+ ){1,4}i (?:will|would|am going to) (?:get|become|be|blow up|turn) ?(?:fat|huge)?", r"cr(?:y|ied|ying) (?:at|after|before|during|when|every) (?:\w+ )?(?:meals?|eat\w*|food|i eat)", r"feel (?:so |really |very )?fat and (?:gross|ugly|disgusting)", r"(?:run|exercise|train|cycle|cardio) until i (?:have )?(?:burn(?:ed|t)?|earned) (?:all|it|everything|off)", r"(?:run|ran|exercise\w*|train|walk) (?:\w+ ){0,3}to make up for (?:eating|what i ate|dinner|lunch)",
            r"(?:guilt|shame|panic|disgust) (?:\w+ ){0,3}(?:eat|eating|meals?|food)(?= .{0,40}(?:every|always|skip|vomit|stop))", r"(?:skip|skipping) (?:all|every|most) (?:my )?meals?", r"allow(?:ed)? (?:myself )?(?:only )?\d{2,3} calories", r"(?:body ?check\w*|weigh(?:ing)? myself (?:[5-9]|1\d|ten|twenty) times)", r"(?:make|keep|get|stay) (?:myself|me) (?:\w+ )?(?:anorexic|starved)", r"(?:take|took|taking|use|using|used|abus\w+|buy|need|eat|popping) (?:\w+ ){0,3}(?:laxatives?|ipecac|diet pills|enemas?)", r"laxatives? (?:to|for|help|after|before|every|so|work)", r"starv(?:e|ing|ed) (?:myself|me)", r"(?:fast way|how|want|trying) to starve", r"(?:want to|going to|will|just|can i|could i|trying to|i have|i) (?:stop(?:ped)?|quit) eating(?= (?:altogether|completely|for|until|at all|anything|so|to lose)|$| [.,])",
            r"how (?:little|few calories|few) (?:food )?(?:can|could|should|do|may) i (?:eat|survive|live|get away|consume|need)", r"(?:least|minimum|lowest|smallest)\b.{0,30}\b(?:i|you|one) (?:can|could|need to|have to|must) eat", r"(?:least|minimum|lowest|smallest) (?:amount of |number of )?(?:food|calories) (?:that )?(?:i )?(?:can|could|to) (?:i )?(?:eat|survive|live|get away)", r"(?:afraid|scared|terrified|fear|frightened|panic|anxious) (?:of|about|when|if) (?:i )?(?:eat\w*|food|gaining weight|gain weight|getting fat|calories|carbs|meals|to eat)", r"(?:too )?(?:scared|afraid|terrified) to eat",
            r"(?:anorexi\w+|bulimi\w+|orthorexi\w+|thinspo\w*|meanspo|pro ana|proana|pro mia|diabulimia)", r"eating disorder", r"binge (?:eating disorder|and purge|then purge)", r"bing(?:e|ed|ing) (?:and then|and|then) (?:i )?(?:purg\w+|starv\w+|throw\w*|vomit\w*|fast\w*|restrict\w*)", r"chew(?:ing)? and spit\w*", r"relaps\w+ (?:into|with) (?:restrict\w+|my ed|anorexia|bulimia|bing\w+)", r"restrict(?:ing)? (?:again|to \d+|more|until i)",
            r"(?:have not|did not|not) (?:eaten|eat) (?:anything |any food |a thing )?(?:for|in|since) (?:\w+ )?(?:\d+|two|three|four|five|six|several|a few) ?days", r"(?:feel|felt|feeling) (?:so |really |very )?(?:disgusting|guilty|gross|ashamed|disgusted|like a failure|fat and) (?:\w+ ){0,4}(?:after (?:i )?(?:eat\w*|every meal|meals)|every time i eat|whenever i eat|when i eat|for eating)", r"punish(?:ing|ed)? (?:myself|my body)(?= .{0,30}(?:ate|eat|food|cardio|calor|cake|binge))", r"punish(?:ment)? for (?:what i ate|eating)",
            r"burn off (?:every|each) (?:single )?(?:calorie|bite)", r"(?:do not|does not|did not) deserve (?:to eat|food|dinner|a meal)", r"(?:earn|earned) (?:the right to eat|my food by)", r"hid(?:e|ing) (?:\w+ )?(?:food|eating|that i (?:am not|do not|did not|have not) eat\w*|not eating)", r"can not stop bing(?:e|e?ing)(?: eating)?(?! (?:netflix|watch\w*|series|shows))", r"bing(?:e|e?d|e?ing) (?:every (?:night|day)|and can not stop|until it hurts|until i am sick)", r"hate my body so much", r"skip(?:ping)? (?:my )?insulin(?= .{0,40}(?:weight|lose|thin|skinny|slim))",
            r"(?:want|trying|need|how) to (?:be|get|become) (?:anorexic|underweight|skin and bones|bone thin|sick skinny|as thin as possible)", r"(?:bmi|imc) (?:\w+ ){0,2}(?:of|to|below|under|at|is|de|a|es)? ?(?:a bmi of )?1[0-7](?:\.\d)?(?!\d|\.?\d* ?(?:%|percent))", r"(?:hide|lie about|fake) (?:my )?(?:weight|weigh ins?)(?= .{0,40}(?:doctor|nurse|therapist|parents|mum|mom))", r"thigh gap", r"ana and mia",
        ),
        unless=any_of(r"starv(?:ing|ed) (?:after|now|and what|what is for)", r"do not want to starve", r"without starving", r"not (?:starve|starving) myself", r"food poisoning", r"stomach (?:bug|flu)", r"(?:afraid|scared) of (?:eating )?(?:carbs|fat|calories) is (?:silly|a myth)"),
        history=True,
    ),
    Rule("eating_disorder", any_of(r"vomit\w*", r"throw(?:ing|s)?(?: it)? up", r"puk(?:e|ing)"), also=[any_of(r"meals?", r"food", r"eat\w*", r"dinner", r"cheat", r"calories", r"count", r"bing\w+", r"keto")], unless=any_of(r"poison\w*", r"virus", r"bug", r"sprint\w*", r"pregnan\w+", r"hangover", r"drunk", r"alcohol", r"seafood", r"flu", r"medicine ball", r"(?:train|run|work ?out|squat|burpee)\w* (?:\w+ ){0,5}after (?:eating|food|dinner|lunch)", r"(?:too soon|right|before|just) (?:\w+ )?(?:after|before) (?:eating|food|a meal)", r"feel like", r"(?:almost|nearly)", r"heat", r"blood", r"head", r"allerg\w+", r"sun", r"my (?:kid|son|daughter|baby|dog|cat)", r"stomach", r"gel", r"race", r"workout", r"session", r"shot put", r"throw(?:ing)? up (?:a|the|some|bar)")),
    Rule("extreme_goal", any_of(rf"{LOSE} (?:about |around |like |over |more than |at least |up to |these |the |my )*{NUMBER} ?(?:more )?{UNIT} (?:of )?(?:fat |weight |body ?weight |belly fat )*{gap(4)}{SPAN}"), holds=too_quick, unless=any_of(r"lost \d[^.]*(?:water|glycogen|normal|why|how)", r"water weight", r"(?:lift|bar|squat|bench|deadlift|dumbbell|load|working weight|training max)", r"is (?:not|it) (?:safe|healthy)")),
    Rule("extreme_goal", any_of(r"(?P<kcal>\d{1,3}) (?:calories|calorie) (?:a|per|each|every|/) ?day(?! (?:less|more|deficit|surplus|below|under|over|fewer))", r"(?:eat\w*|diet|live on|living on|survive on|stick to|limit\w* (?:me|myself)? ?to|restrict\w* (?:me|myself)? ?to|only|target (?:of|to|at)|goal (?:of|to)|budget (?:of|to)|daily (?:\w+ )?(?:of|to)) (?:only |just |about |around |exactly |under |less than |my \w+ )*(?P<kcal2>\d{2,3}) (?:calories|calorie)(?= (?:a day|per day|daily|each day|every day|diet|plan|total|and|until|for (?:a|the|\d)|$|[.,])|$)", r"(?P<kcal3>\d{2,3}) (?:calories|calorie) (?:diet|meal plan|daily|eating plan|day|days|per 24)"), holds=too_little, unless=any_of(r"(?:cut|trim|reduce|save|shave|minus|cutting|drop|lower it by|skip) (?:about |around |roughly |out |off )*\d+ (?:calories|calorie)", r"(?:burn\w*|by \d+|deficit|surplus|below|less than (?:i|my)|under my|extra|more than|add|bike|walk\w*|run\w*|snack|breakfast|lunch|dinner|meal of|dessert|shake|smoothie|cardio|over ?eat\w*|active|activity|watch)")),
    Rule("extreme_goal", any_of(r"(?:water|dry|juice|zero calorie|total) (?:only )?fast(?:ing)? (?:for )?(?:\w+ )?(?:[2-9]|\d\d|two|three|four|five|six|seven|ten|several|a) ?(?:days?|weeks?)", r"(?:[2-9]|\d\d|two|three|four|five|six|seven|ten) (?:days?|week) (?:water |dry |juice )?(?:fast|cleanse|without food|without eating|no food)", r"(?:fast|fasting|eat nothing|not eat(?:ing)?(?: anything)?|no food|only (?:drink )?water|nothing but water) (?:for|until) (?:\w+ )?(?:[2-9]|\d\d|two|three|four|five|six|seven|ten|several|a) ?(?:full |whole )?(?:days|weeks?)", r"dry fast\w*", r"(?:lose|drop) (?:all (?:the |my )?weight|weight) overnight", r"(?:lose|losing) (?:half my (?:body ?)?weight|\d+ ?% of my (?:body ?)?weight) (?:in|by)", r"(?:train|exercise|work out|cardio) (?:\w+ )?(?:[5-9]|1\d|five|six|seven|eight|ten) hours (?:a|every|per) day(?= .{0,50}(?:lose|weight|fat|thin|skinny|burn))", r"ozempic without (?:a )?(?:prescription|doctor)", r"(?:how|what|want|help me|trying) (?:\w+ ){0,3}(?:be|get|look) (?:as )?(?:skinny|thin) as possible", r"tape ?worm"), unless=any_of(r"ramadan", r"religio\w+", r"lent", r"\d+ days a week", r"colonoscopy", r"surgery")),
    Rule(
        "dehydration",
        any_of(
            r"water cut(?:ting|s)?", r"cut(?:ting)? (?:out )?(?:my )?water(?! ?(?:melon|weight in pool|bottle))", r"dehydrat(?:e|ing) (?:myself|to|for|before)", r"sauna suits?", r"sweat(?:ing)? (?:off|out)(?= .{0,30}(?:kg|pounds|weight|stone|water))", r"(?:sauna|hot bath|steam room) (?:for |to )?(?:\w+ ){0,6}(?:make|making|lose|cut|drop|sweat out|weigh in)(?: weight)?", r"(?:lose|make|drop|cut) (?:\w+ ){0,6}(?:in|with|by|using) (?:a |the |sitting in )?(?:sauna|hot bath|steam room|plastic|garbage bags?|bin bags?)", r"(?:stop(?:ped|ping)?|not|no|without|quit|avoid|skip(?:ping)?|restrict(?:ing)?|cut(?:ting)?) (?:drink\w* )?(?:any )?(?:water|fluids|liquids|drinking)(?= .{0,40}(?:weigh|fight|meet|competition|comp|make weight|match|lose|show|shoot|stage))",
            r"(?:garbage|trash|bin|plastic) bags?(?= .{0,40}(?:run|sweat|weight|cardio|train))", r"(?:run|running|train|cardio|exercise) (?:\w+ ){0,4}(?:in|with|wrapped in) (?:a )?(?:\w+ )?(?:plastic|garbage bags?|bin bags?|trash bags?|sweat suit|cling film|saran wrap)", r"spit(?:ting)? (?:into|in|cups?|weight)(?= .{0,40}(?:weigh|weight|bottle|cup))", r"(?:diuretics?|water pills) (?:\w+ ){0,4}(?:weight|weigh in|stage|show|lose|drop|dry|cut|before|competition)", r"(?:take|taking|use|using|get|buy) (?:\w+ )?(?:diuretics?|water pills)(?! (?:for|because of) (?:my )?(?:blood pressure|heart|kidney|edema))", r"(?:hours?|minutes) in (?:the |a )?sauna (?:every|without|straight|until|to lose|to make|non ?stop)", r"(?:make|making) weight(?= .{0,60}(?:sauna|hot bath|water|sweat\w*|plastic))", r"(?:[3-9]|[1-9]\d) hours (?:in|of) (?:the |a )?sauna",
        ),
        unless=any_of(r"doctor (?:prescribed|gave)", r"cut(?:ting)? (?:water)?melon"),
    ),
    Rule(
        "drugs",
        any_of(DRUG, r"(?:hop|hopping|go|going|been|get|getting|jump) on (?:the )?(?:gear|juice|sauce|a cycle|trt)", r"(?:first|next|my|a|bulking|cutting|summer) (?:steroid|test|gear|tren|sarms?|anavar) cycle", r"cycle of (?:steroids?|test|gear|tren|sarms?|anavar|dbol)", r"insulin (?:for|to|before|after|and) (?:\w+ ){0,3}(?:bulk\w*|build\w*|muscle|gains|bodybuilding|size|pump|grow\w*|anabolic|workouts?)", r"(?:inject|injecting|pin|pinning) (?:\w+ ){0,3}(?:test|testosterone|tren|insulin|gear|oil|hormones?|myself with)", r"(?:salbutamol|ventolin|t3|thyroid (?:pills|hormones?|meds)) (?:\w+ ){0,3}(?:fat loss|lose|to burn|weight|cut|shred)", r"(?:buy|get|order|source|where) (?:\w+ ){0,4}(?:ozempic|semaglutide|wegovy|mounjaro|tirzepatide)(?= .{0,60}(?:without|online|no prescription|black market|cheap)| without)", r"fat burners? (?:with|that contain) (?:ephedrine|dmaa|dnp)", r"dmaa"),
        unless=any_of(r"(?:nasal|inhaled|cortico|topical) ?steroids?", r"steroids? free", r"steroids? in (?:meat|food|chicken|beef|milk)", r"steroid (?:cream|inhaler|spray|injection|shot|drops|tablets? for)", r"cortisone", r"prednis\w+", r"(?:is|are) (?:creatine|whey|protein|protein powder|pre ?workout|ashwagandha) (?:\w+ )?(?:an? )?(?:steroids?|anabolic)", r"creatine (?:is|a|like) (?:a |not a )?steroid", r"i mean", r"anabolic (?:window|resistance|response|state|effect|signal\w*|stimul\w+|hormones? naturally)", r"(?:naturally|natural|natty|drug free)(?= .{0,30}(?:testosterone|steroid|anabolic|growth hormone))", r"growth hormone (?:release|during|while|in sleep|at night|naturally)", r"(?:sleep|squats?) (?:\w+ ){0,4}growth hormone", r"adderall (?:for my adhd|as prescribed)", r"deca ?(?:thlon|mp)", r"pct of", r"epo (?:levels?|naturally)"),
    ),
    Rule(
        "medicine",
        any_of(r"(?:stop(?:ped|ping)?|quit(?:ting)?|skip(?:ping|ped)?|come off|came off|coming off|get(?:ting)? off|go(?:ing)? off|drop(?:ping)?|double|halve|reduce|lower|change|increase|miss) (?:\w+ ){0,3}(?:meds|medication|medications|medicines?|antidepressants?|ssris?|insulin|beta ?blockers?|blood pressure (?:pills|tablets|meds|medication)|statins?|blood thinners?|anticoagulants?|lithium|antipsychotics?|epilepsy (?:meds|pills|medication)|thyroid (?:meds|pills|medication)|heart (?:meds|pills|medication)|metformin|sertraline|bisoprolol|warfarin)", r"(?:replace|swap|trade) (?:\w+ ){0,4}(?:meds|medication|medicines?|insulin|pills|tablets|antidepressants?|beta blockers?|statins?) (?:with|for|by)", r"(?:without|instead of) (?:my )?(?:meds|medication|insulin|beta blockers?|antidepressants?|statins?|blood pressure (?:pills|meds))"),
        unless=any_of(r"insulin (?:spikes?|resistance|response|release|levels?|sensitivity)", r"doctor (?:told|asked|wants|wanted|said) me to (?:stop|reduce|come off|change|skip|quit|increase)", r"remind(?:er)? (?:me )?(?:not )?to", r"do not let me (?:skip|miss|forget)"),
    ),
    Rule(
        "medical_advice",
        any_of(r"(?:doctor|doctors|physio\w*|physical therapist|surgeon|cardiologist|gp|physician|consultant|neurologist|midwife|orthopedist|specialist) (?:\w+ ){0,4}(?:not to|to rest|to stop|no (?:lifting|running|exercise|training|sports?|gym|workouts|impact|weights|contact)|should not|must not|can not|should rest|to avoid|forbade|forbidden|banned|against|off (?:training|running|sport|exercise)|told me to wait|not cleared|did not clear|has not cleared)"),
        also=[any_of(r"anyway\w*", r"ignor\w+", r"still (?:want|going|do|plan|train|run|lift|compete)", r"despite", r"regardless", r"do not care", r"overreact\w*", r"behind (?:his|her|their)", r"but (?:i|can|could|how|what if|give|make|just|let)", r"nonetheless", r"even though", r"(?:being )?(?:stupid|wrong|too careful|paranoid|overcautious)", r"just one (?:set|session|run)", r"around (?:that|it) without (?:telling|him|her)")],
        unless=any_of(r"what can i (?:do|train) (?:instead|around|that)", r"instead", r"alternatives?", r"but (?:walking|swimming|upper body|light|cycling|he said|she said|said) (?:\w+ ){0,2}(?:is|are|was) (?:fine|ok|okay|allowed|good)", r"but (?:he|she|they) (?:said|says|cleared|allowed)"),
    ),
    Rule("medical_advice", any_of(r"(?:ignore|against|despite|not listen\w* to) (?:what )?(?:my|the) (?:doctor|surgeon|cardiologist|physio|medical)(?: advice| orders| said| told| says)?", r"against medical advice", r"(?:train|run|lift|push|work|squat|go) through (?:the |my |this |it )?(?:\w+ )?(?:sharp|chest|stabbing|shooting|injury|stress fracture)(?: pain)?", r"(?:hide|lie about) (?:\w+ ){0,3}from (?:my |the )?(?:doctor|physio|surgeon)", r"(?:stress fracture|broken \w+|cast on|in a cast|stitches) (?:\w+ ){0,6}(?:anyway|still (?:run|train|race|lift)|race|marathon)")),
    Rule(
        "pregnancy_warning",
        any_of(FACT_PREGNANT),
        also=[any_of(r"bleed\w*", r"spotting", r"(?:fluid|water|waters)(?: is| are| has)? (?:leak\w*|brok\w*|break\w*|gush\w*|coming)", r"leak\w* fluid", r"contractions?", r"dizz\w+", r"faint\w*", r"pass\w* out", r"chest", r"(?:bad|severe|terrible|constant) headache", r"headache and", r"calf", r"(?:not|stopped|less|fewer|no) (?:\w+ ){0,3}(?:mov\w+|kick\w*)", r"cramp\w*", r"(?:belly|abdominal|stomach|tummy|pelvic) pain", r"pain in my (?:belly|stomach|abdomen|pelvis|tummy)", r"swollen (?:face|hands)", r"blurr\w*", r"short of breath", r"(?:fell|fallen) (?:on|onto|down|off|over)", r"hit my (?:belly|stomach|bump)", r"can not breathe")],
        unless=any_of(r"(?:leg|foot|calf) cramps? at night", r"chest (?:press|day|workout|exercises?|fly|flyes|and (?:back|triceps|shoulders))", r"no (?:bleeding|contractions|pain)", r"(?:before|after) (?:my )?pregnancy (?:i|we) (?:benched|squatted)"),
    ),
    Rule(
        "pregnancy",
        any_of(rf"(?:i am|i might be|i may be|i think i am|just found out i am|i just got|while|during|when|for|if|being|safe|can a|not) (?:\w+ ){{0,4}}{FACT_PREGNANT}", r"pregnant", r"(?:first|second|third|1st|2nd|3rd) trimester", r"(?:while|when|am|be|are) expecting(?! (?:a (?:package|call|lot|visitor|delivery)|to|more|that|it|company|guests|visitors))", r"my due date", r"post ?partum", r"(?:gave birth|(?:my|a|after|had) c section(?! of)|caesarean|cesarean)", r"breast ?feed\w*", r"\d+ weeks along", r"trying to conceive"),
        level="notice",
        unless=any_of(r"(?:wife|partner|girlfriend|sister) (?:just |has |had )?(?:gave birth|given birth|a c section)", r"(?:wife|partner|girlfriend|sister|friend|cousin|daughter|dog|cat|coworker|colleague|boss|neighbou?r|she) (?:is|was|got|gets|just got|are)(?: \w+)? pregnant(?!.*(?:can she|should she|for her|she do|safe for|she still|she train|she run|she lift))", r"not pregnant", r"pregnant (?:pause|dog|cat)", r"years ago", r"never been pregnant", r"my (?:kid|kids|son|daughter) (?:is|are) \d"),
    ),
    Rule(
        "minor",
        re.compile(rf"\b(?:{FACT_UNDER_18})"),
        also=[any_of(r"los(?:e|ing|es)(?! (?:motivation|a (?:game|match|race)|to ))", r"cut(?:ting)?(?! (?:from|the team))", r"calorie deficit", r"diet(?:ing)?", r"fat loss", r"burn(?:ing)? fat", r"weight class", r"make weight", r"shred\w*", r"skinn\w+", r"thin(?:ner)?", r"slim\w*", r"creatine", r"supplements?", r"pre ?workout", r"pre workout", r"fat burners?", r"caffeine pills?", r"steroids?", r"sarms?", r"testosterone", r"fasting", r"belly fat", r"too fat", r"drop (?:\w+ )?(?:kg|pounds)", r"drop \d+", r"\d+ calories", r"six ?pack", r"eat(?:ing)? less", r"skip\w* meals")],
        unless=any_of(r"weight cutting board", r"los(?:e|ing) (?:my )?balance", r"when i was"),
    ),
    Rule("condition", any_of(r"(?:i have|i have got|i got|i suffer from|diagnosed with|living with|my|i had|with a|i am) (?:\w+ ){0,4}(?:heart (?:condition|disease|failure|murmur|problem|defect|valve|surgery|transplant|arrhythmia)|arrhythmia|afib|atrial fibrillation|pacemaker|stents?|bypass|cardiomyopathy|myocarditis|kidney (?:disease|failure)|dialysis|epilep\w+|aneurysm|marfan\w*|type (?:1|2|one|two) diabet\w+|diabet(?:es|ic)|copd|osteoporosis|cancer|chemo\w*|multiple sclerosis|high blood pressure|hypertension|sickle cell)", r"(?:weeks?|days|months?) (?:after|post|out from|since) (?:my |a |the |an )?(?:\w+ )?(?:surgery|operation|heart attack|stroke|c section)", r"(?:just|recently) had (?:\w+ )?(?:surgery|an operation)"), level="notice", unless=any_of(r"(?:doctor|cardiologist|surgeon|physio|gp) (?:has )?(?:cleared|approved|gave me the (?:ok|green light|all clear)|said (?:it is|i am|training is) (?:fine|ok|okay))", r"cleared (?:by|to)", r"heart rate", r"(?:mother|father|mum|mom|dad|grand\w+|uncle|aunt|friend|dog|family) (?:has|had|have|died|with)", r"family history", r"cancer (?:research|charity|run|walk)", r"run for")),
    Rule("illness", any_of(r"(?:i have|got|with|running|have|had|a) (?:\w+ )?(?:fever|the flu|influenza|covid|pneumonia|chest infection|mono|myocarditis)", r"fever\w*", r"(?:my )?temperature (?:is|of) (?:38|39)"), level="notice", also=[any_of(r"leg day", r"pr", r"train\w*", r"work ?out", r"gym", r"run\w*", r"lift\w*", r"exercise", r"session", r"ride", r"cardio", r"race", r"swim\w*", r"squat\w*", r"today", r"go")], unless=any_of(r"(?:last|years?|months?) ago", r"last (?:year|month|winter|spring|autumn|fall|week)", r"fever dream", r"spring fever", r"cabin fever", r"hay fever", r"recovered", r"since (?:my )?(?:covid|the flu)", r"gold fever", r"race fever", r"no fever", r"before covid", r"during covid", r"lockdown")),
    Rule("low_mood", any_of(r"i am (?:so |really |very |just |always |feeling )*(?:depressed|hopeless|worthless|a burden|broken inside|empty inside|dead inside)(?! (?:about|by|at) (?:my |the )?(?:bench|squat|deadlift|scale|score|result|time|pace|lack|plateau|weather|game|match))", r"feel(?:ing)? (?:so |really |very |completely )?(?:hopeless|worthless|like a burden|empty inside|suicid\w*|nothing any ?more)", r"hate myself", r"hate my life", r"nothing matters any ?more", r"(?:can not|do not) see a way out", r"i have (?:depression|severe anxiety|panic attacks)", r"having a panic attack", r"want to give up on (?:everything|life)", r"want to disappear(?! (?:on|for|from the gym|to))", r"cry(?:ing)? (?:every|all) (?:day|night)"), level="notice", unless=any_of(r"hate myself for (?:skipping|missing|signing up|choosing|liking|eating that last)", r"hopeless at", r"feel worthless at")),
    Rule("low_energy", any_of(r"(?:lost|missed|missing|no|not had|have not had|skipped|stopped getting|absent) (?:my |a |any )?periods?(?! of)", r"amenorrh\w+", r"period (?:has )?(?:stopped|disappeared|gone|not come)", r"red s\b", r"relative energy deficiency"), level="notice", unless=any_of(r"pregnan\w+", r"menopaus\w+", r"(?:rest|training) periods?", r"contracepti\w+", r"iud", r"no period (?:pain|cramps)", r"period pants")),
)  # fmt: skip
