"""The words of the field, as data: what says nothing of a subject, what is one thing in several words, what means the same."""

_STOP = """
    mum mom dad mother father aunt uncle cousin brother sister parents mummy daddy birthday message teach buddies mates join touch touched
    a able about accept across act actual actually admit advice after again ago agree ahead aint all allow almost
    alone along already also although always am among an and another answer any anymore anyone anything anyway apart
    apparently apply april are arent around arrive as ask assume at attempt august autumn avoid aware away awesome
    awful bad badly basically be because been before began begin being beside besides best better between beyond big
    bit both bother bought bring brought buddy but buy by call came can cannot cant careful case cause certain
    certainly chance change check choose chose clear clearly clever colleague come comes common compare completely
    concerned confused consider correct could couldnt couple course crazy current currently dad daft day decide
    decided definitely depend describe despite did didnt difference different do does doesnt doing done dont doubt
    down due dumb during each earlier easily effect effective eight eighteen eighty either eleven else end ended
    enough entire entirely especially essentially even ever every everyone everything exactly example except expect
    explain extremely fact fairly false february feel feeling few fifteen fifty figure final finally find fine
    finish first five folks follow for forever forget forty forward found four friday friend from fully general
    generally get gets give gives go goes going gone gonna good got gotta gotten great guess guy guys had hadnt
    happen happened happens hardly has hasnt have havent having he hear heard hello help her here heres hes hey hi
    high higher him his honest honestly hope hour how hows huge hundreds husband i id idea ideal if ill im imagine
    immediately important impossible in include including incredibly inside instead interested into involve is isnt
    issue it itll its ive january joke july june just keep keeps kept kind kinda knew know known knows large last
    lastly lately later latest least leave leaves left legit less let lets life like likely literally little live
    living loads long look looking looks lot lots love low lower made main mainly make makes making manage managed
    manly many march massively mate matter may maybe me mean meaning means meant mega mention middle might mine
    minute moment monday month more most mostly much must my myself name near nearly necessarily necessary need
    never new next nice nine no nobody none nor normal normally not nothing notice now nowhere number obvious
    obviously occasionally odd of off offer often ok okay old on once one ones online only onto opinion
    option or originally other otherwise ought our out over overall own part particular particularly past people per
    perfect perhaps person pick piece place plain please plenty plus point possible possibly potentially prefer
    pretty previous probably problem proper properly purpose put question quick quickly quite random rarely rather
    reach read ready realise realize really reason recently recommend recommended regarding regular regularly relate
    remember reply result results rid right roughly ruin safe safely said same saturday save saw say saying says see
    seem seems seen sense sensible serious seven several shall she shes should shouldnt show silly similar simple
    simply since situation six sixty slightly small so some someday somehow someone something somewhat somewhere
    soon sorry sort sounds special specific spend spent spring standard start starting state stick still stopped
    straight strange strictly stuff stupid such suddenly suggest suggestion suitable sunday super suppose supposed
    sure surely surprised take taken takes taking talk tell ten tend terms terrible terribly terrific than thank
    thanks that thats the their them then there therefore theres these they theyre theyve thing think thirty this
    those thought three through throw thursday thus till time times tip to today together told tonight too took
    total totally toward tried trouble true trust try trying tuesday turns twelve twenty two type typical typically
    under understand unless unsure until up us use useful usual usually various versus very via wait wanna want
    wanted wants was wasnt way we wed wednesday well went were weren werent weve what whats when whenever where
    wherever whether which whichever while who whole whom whose why whys wide wife will willing wise wish with
    within without wonder wondering wont word words work world worse worst worth would wouldnt wrong yeah year yep
    yes yesterday yet you youll your youre youve zero
"""
STOP = frozenset(_STOP.split())
"""Words that say nothing of a subject."""
SHADES = {
    **{
        word: word
        for word in ("safe", "bad", "worth", "before", "after", "often", "take", "start", "stop", "best", "fine")
    },
    "safely": "safe",
    "begin": "start",
    "ok": "fine",
    "okay": "fine",
}
"""Of those, the ones that tell what is asked of it, in one form."""

PHRASES = {
    **{
        f"{doing} {often}": "training trainingdaily"
        for doing in ("train", "training", "work out", "lift", "exercise")
        for often in ("every day", "each day", "daily", "7 days a week", "seven days a week")
    },
    "out of place": "outofplace",
    "body fat": "bodyfat",
    "fat burner": "fatburner",
    "fat burning pill": "fatburner",
    "pre workout": "preworkout",
    "post workout": "postworkout",
    "warm up": "warmup",
    "warming up": "warmup",
    "cool down": "cooldown",
    "cooling down": "cooldown",
    "foam roll": "foamroll",
    "foam roller": "foamroll",
    "foam rolling": "foamroll",
    "ice bath": "icebath",
    "cold plunge": "icebath",
    "cold water immersion": "icebath",
    "cold shower": "icebath",
    "reps in reserve": "rir",
    "repetitions in reserve": "rir",
    "to failure": "tofailure",
    "rest day": "restday",
    "day off": "restday",
    "days off": "restday",
    "heart rate": "pulse",
    "rest period": "rest",
    "my period": "menstrual",
    "menstrual cycle": "menstrual",
    "my cycle": "menstrual",
    "the cycle": "menstrual",
    "periods": "menstrual",
    "that time of the month": "menstrual",
    "time of the month": "menstrual",
    "old age": "older",
    "over 60": "older",
    "over 65": "older",
    "over 70": "older",
    "senior": "older",
    "range of motion": "rom",
    "full range": "rom",
    "high intensity interval": "hiit",
    "interval training": "hiit",
    "high blood pressure": "hypertension",
    "blood pressure": "hypertension",
    "blood sugar": "glucose",
    "one arm": "unilateral",
    "one leg": "unilateral",
    "single arm": "unilateral",
    "single leg": "unilateral",
    "one side": "unilateral",
    "free weight": "freeweight",
    "free weights": "freeweight",
    "give up": "quit",
    "giving up": "quit",
    "fall off the wagon": "relapse",
    "fell off the wagon": "relapse",
    "off the wagon": "relapse",
    "wake up": "wake",
    "hit the sack": "bed",
    "pins and needles": "numb",
    "plant based": "vegan",
    "junk food": "ultraprocessed",
    "ultra processed": "ultraprocessed",
    "highly processed": "ultraprocessed",
    "processed food": "ultraprocessed",
    "vitamin d": "vitamind",
    "vitamin b12": "b12",
    "fish oil": "omega3",
    "omega 3": "omega3",
    "weight loss": "lose weight",
    "shed weight": "lose weight",
    "shed fat": "lose fat",
    "shed pounds": "lose pounds",
    "eat out": "restaurant",
    "eating out": "restaurant",
    "eat like a bird": "undereat",
    "dine out": "restaurant",
    "fall asleep": "insomnia",
    "cant sleep": "insomnia",
    "cannot sleep": "insomnia",
    "lie awake": "insomnia",
    "back up": "backup",
    "pump iron": "lifting",
    "new mum": "postpartum",
    "new mom": "postpartum",
    "mother to be": "pregnant",
    "goes to bed": "bedtime",
    "tone up": "toned",
    "toning": "toned",
    "training": "workout",
    "put on weight": "gain weight",
    "put on pounds": "gain weight",
    "put on kilos": "gain weight",
    "get fat": "gain weight",
    "getting fat": "gain weight",
    "dont eat meat": "vegetarian",
    "not eat meat": "vegetarian",
    "without meat": "vegetarian",
    "meat free": "vegetarian",
    "no meat": "vegetarian",
    "eat animals": "eat vegetarian",
    "eating animals": "eat vegetarian",
    "has sugar": "diabetes",
    "cant be bothered": "unmotivated",
    "cannot be bothered": "unmotivated",
    "couldnt be bothered": "unmotivated",
    "keep my eyes open": "sleepy",
    "eyes fall shut": "sleepy",
    "eyes close": "sleepy",
    "out of shape": "beginner unfit",
    "in shape": "fitness",
    "get fit": "fitness",
    "feel down": "depressed",
    "feeling down": "depressed",
    "feel low": "depressed",
    "feeling low": "depressed",
    "lose heart": "unmotivated",
    "due date": "pregnant",
    "is due": "pregnant",
    "with child": "pregnant",
    "blue light": "screen",
    "red meat": "meat",
    "pulled a muscle": "strain muscle",
    "put my back out": "backache",
    "threw my back out": "backache",
    "pass out": "fainted",
    "passed out": "fainted",
    "black out": "fainted",
    "night shift": "shiftwork",
    "night shifts": "shiftwork",
    "work nights": "shiftwork",
    "working nights": "shiftwork",
    "shift work": "shiftwork",
    "eat late": "eat evening",
    "bed time": "bedtime",
    "cold sore": "herpes",
    "on the go": "travel",
    "calorie counting": "count calories",
    "sweet tooth": "sugar",
    "fizzy drink": "sugar drink",
    "fizzy drinks": "sugar drink",
    "soft drink": "sugar drink",
    "soft drinks": "sugar drink",
    "nod off": "sleepy",
    "nodding off": "sleepy",
    "time difference": "jetlag",
    "food label": "label",
    "food labels": "label",
    "pumping iron": "lifting",
    "hit the gym": "workout",
    "aunt flo": "menstrual",
    "on my period": "menstrual",
    "couch potato": "beginner inactive",
    "out of breath": "breathless",
    "out of puff": "breathless",
    "empty stomach": "unfed",
    "fasting": "unfed",
    "fasted": "unfed",
    "to fast": "unfed",
    "weights": "lifting",
    "low carb": "keto",
    "no carb": "keto",
    "sit ups": "abs",
    "sit up": "abs",
    "six pack": "abs",
    "belly fat": "spot",
    "love handles": "spot",
    "hip pain": "hip ache",
    "calories in calories out": "energy balance",
    "throw up": "nausea",
    "throwing up": "nausea",
    "work out": "workout",
    "working out": "workout",
    "burn out": "burnout",
    "burned out": "burnout",
    "burnt out": "burnout",
    "tennis elbow": "elbow",
    "golfer s elbow": "elbow",
    "runner s knee": "knee",
    "jumper s knee": "knee tendon",
    "rotator cuff": "shoulder",
    "sciatica": "back",
    "slipped disc": "back",
}
"""What several words are as one; the longest is tried first."""

GROUPS = (
    "tired exhausted knackered shattered drained wiped fatigued fatigue weary sleepy exhaustion tiredness",
    "fitness fit fitter unfit",
    "fat lard flab blubber chub chubby flabby",
    "weight kilo pound lb lbs stone",
    "newborn toddler infant",
    "dinner supper",
    "cycle cycling bike bicycle biking spinning",
    "junk crisps fries kebab burger nuggets",
    "soda cola coke lemonade fizzy",
    "swim swimming swam pool",
    "dizzy faint fainted dizziness lightheaded woozy",
    "swollen swelling swelled swell puffy",
    "scared afraid fear frightened terrified intimidated",
    "sad depressed depression blue mood",
    "fruit apple banana berries orange",
    "vegetable veg greens broccoli spinach salad",
    "egg eggs omelette",
    "travel trip journey travelling",
    "soreness doms sore aching achy stiff stiffness",
    "aerobic cardio cardiovascular endurance conditioning stamina",
    "calorie kcal kilocalorie kilojoule kj cal cals",
    "train training trained trainer workout exercise exercising exerciser session gym",
    "lift lifting lifter lifted resistance strengthtraining weighttraining barbell dumbbell dumbell",
    "hypertrophy bulky bulk bulking gain gaining gains",
    "hurt pain painful ache hurting hurts",
    "period menstrual menstruation menstruating pms luteal follicular ovulation",
    "older elderly senior ageing aging aged",
    "teen teenager adolescent youth kid child children son daughter youngster minor",
    "pregnant pregnancy prenatal expecting expectant baby",
    "hydration hydrate hydrated dehydrated dehydration thirst thirsty",
    "drink drinking beverage fluid",
    "alcohol beer wine booze drunk hangover hungover spirit liquor alcoholic",
    "coffee caffeine espresso caffeinated energydrink",
    "sleep sleeping asleep slept",
    "nap napping siesta doze",
    "insomnia insomniac sleepless sleeplessness",
    "unfed intermittent timerestricted",
    "sugar sugary sweet candy sucrose",
    "salt sodium salty",
    "carb carbohydrate carbs starch",
    "vegetarian vegan veggie veganism vegetarianism plantbased",
    "restaurant takeaway takeout dining",
    "label labelling packaging pack packet",
    "dairy milk cheese yoghurt yogurt",
    "step steps walk walking walked pedometer stroll hike hiking wander",
    "run running runner jog jogging jogger",
    "interval hiit sprint sprints tabata",
    "pulse heartrate bpm hr",
    "plateau stall stalled stalling stuck stagnate stagnation stagnant",
    "deload deloading lightweek taper",
    "detraining layoff",
    "stretch stretching flexibility flexible mobility",
    "tendon tendinopathy tendinitis tendonitis achilles",
    "ankle sprain sprained twisted rolled",
    "flu cold fever illness ill sick covid unwell infection virus",
    "supplement supplementation pill capsule powder",
    "steroid anabolic sarm sarms testosterone tren ped doping",
    "belly stomach gut abdomen tummy",
    "motivation motivated motivate unmotivated lazy",
    "habit routine habitual",
    "relapse lapse setback slip slipped",
    "skip skipped miss missed missing",
    "stress stressed stressful",
    "bodyfat fatpercentage",
    "scale scales weighin",
    "maintenance maintain maintaining",
    "deficit cutting dieting diet",
    "lose losing loss lost drop slim slimming",
    "rir rpe",
    "failure tofailure",
    "machine smith",
    "home bodyweight calisthenics",
    "doctor gp physician",
    "physio physiotherapist",
    "heat hot humid summer heatwave",
    "glycemic glycaemic gi glycemicindex",
    "fibre fiber roughage wholegrain",
    "protein whey shake",
    "woman women female girl lady",
    "man men male",
    "beginner newbie novice newcomer noob",
    "knee kneecap patella patellofemoral",
    "burn burned burnt expend expenditure",
    "watch tracker smartwatch wearable fitbit garmin",
)
"""Words that are the same to the search: each stands for the first of its line."""

_FIELD = """
    1rm abdominal superset dropset circuit burnout supper knackered shattered supplement stimulants crisps cola curry breathless fitter lard hike bones bone cake puffed sleepy shiftwork unmotivated sugary junk bedtime kip label snooze jetlag nutritionist abs ache achilles aching aerobic alcohol amino anabolic anaemia ankle anxiety anxious appetite
    arthritis asleep athlete athletic b12 backache barbell bcaa beer beetroot beginner belly bench biceps bike
    biking bloated bloating bmi bodybuilder bodybuilding bodyfat bodyweight bone booze bp bpm breakfast breathless
    bulk bulking burger caffeine cake calcium calf calisthenics calorie calves carb carbohydrate cardio casein
    cholesterol collagen constipated constipation cough covid cramp craving creatine crossfit curl cutting cycling
    deadlift dehydrated deload depressed diabetes diabetic diet dieting dietitian dinner dizzy doms doping dumbbell
    eat eaten eating elbow electrolyte endurance energydrink epa espresso exercise exercising exhausted fainted
    fasted fasting fat fatburner fatigue ferritin fever fiber fibre fit fitness flab flexibility flu foamroll
    forearm fruit glucose glute gluten glycemic goal gym habit hamstring hangover heartbeat heatstroke heel hiit
    hiking hip hunger hungry hydrated hydration hypertension hypertrophy icebath illness inactive injured injury
    insomnia insomniac insulin intermittent jetlag jog jogger jogging joint kcal keto ketogenic kettlebell kilo knee
    lactic lean leucine lift lifter lifting ligament lunch lunge macro macros magnesium marathon massage meal meat
    melatonin menopause menstrual menstruation metabolism micronutrient migraine mineral mobility mood motivated
    motivation multivitamin muscle muscular nap nausea niggle nitrate nutrient nutrition obese obesity omega3
    osteoporosis overeat overtraining overweight pain painful pedometer period physio physiotherapist pilates pill
    pint pizza plank plateau postpartum powerlifting pregnancy pregnant preworkout protein pulled pullup pulse
    pushup quads rep repetition reps restday rhabdo rir rpe salt sarcopenia sarm sarms satiety sauna sedentary shin
    shoulder sick siesta skinny sleep sleepless sleepy slept slim slimming snack sniffle snore snoring sodium sore
    soreness spine sprain sprained squat squatting stamina starving steps steroid stomach strain strength stress
    stressed stretch stretching stronger sugar supplement supplements surplus sweat sweating swim swimming swollen
    teenager tendinopathy tendon tennis testosterone tired tofailure toned toning treadmill triceps trimester
    trousers tummy twinge ultraprocessed undereat unfed unfit unilateral vegan vegetable vegetarian veggie vitamin
    vitamind vo2max vomit waist walking warmup weigh weighing weightlifting whey wobbly workout wrist yoga zinc
"""
FIELD = frozenset(_FIELD.split())
"""Words that by themselves say that a question is of these subjects; `train`, `water` or `build` do not."""
