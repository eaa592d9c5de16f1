"""What a word means to the screen's second layer: groups of words that people put in each other's place.

A person in danger does not use our words; a model that knows that `woozy` is to `dizzy` what `abuela` is to `mum` need not
have seen each sentence. Words are as `words.normal` leaves them; a star stands for any ending. English, then Spanish.
"""

from collections.abc import Iterable, Mapping
from functools import cache

SENSES: Mapping[str, str] = {
    "me": "i me my myself mine yo mi mis me",
    "kin": "mum mom mother dad father husband wife hubby son daughter kid* child* brother sister grandma grandpa granny grandad gran nan friend* mate buddy pal partner girlfriend boyfriend bf gf boss uncle aunt flatmate roommate teammate colleague cousin neighbour "
    "guy bloke man woman girl boy lady someone somebody client stranger madre padre marido mujer hij* herman* abuel* amig* novi* pareja companer* tio tia chico chica nino nina alguien",
    "he": "he she they him her them his their el ella le lo",
    "chest": "chest breastbone sternum ribs ribcage breast pecho esternon costillas torax",
    "heart": "heart ticker pulse heartbeat* corazon pulso latido* cardiac cardiaco",
    "arm": "arm arms hand hands wrist* finger* elbow* forearm* shoulder* bicep* tricep* brazo* mano* dedo* codo* muneca* hombro* thumb",
    "leg": "leg legs foot feet toe toes ankle* knee* calf calves thigh* quad* hamstring* shin shins hip hips heel achilles kneecap pierna* pie pies tobillo* rodilla* gemelo* muslo* cuadriceps pantorrilla* cadera espinilla",
    "trunk": "back spine neck lumbar disc espalda cuello columna lumbares",
    "private": "groin crotch saddle buttocks backside genitals privates bladder bowel* entrepierna ingle vejiga",
    "face": "face mouth cheek eyelid eyebrow smile lips lip tongue throat eye eyes pupil cara boca labio* lengua garganta ojo* jaw mandibula",
    "head": "head skull temple forehead brow brain cabeza craneo frente cerebro",
    "belly": "belly stomach tummy abdomen abdominal gut barriga tripa vientre estomago",
    "skin": "skin wrists rash hives welts bumps itch* blotch* ronchas urticaria piel pica",
    "squeeze": "tight* squeez* crush* press* pressure vice vise clamp* heav* brick elephant weight band belt squash* constrict* grip* fist opres* oprim* aprieta* apret* losa peso",
    "hurts": "pain* hurt* ache* aching sore* stab* sharp sting* burn* throb* discomfort agony twinge cramp* dolor* duele* pinchazo* punzada* molest* calambre* doler",
    "numb": "numb* tingl* pins needles asleep dead dorm* hormigue* adormec* entumec* electric zap* floppy limp* weak weakness paraly* droop* sag* lopsided crooked torcid* paraliz*",
    "faint": "faint* black* blank* pass* out unconscious collaps* keel* crumpl* slump* conscious* lights dropped desmay* desplom* inconsciente desvanec* sentido conocimiento",
    "dizzy": "dizz* lightheaded woozy vertigo spin* spinning giddy unsteady stagger* stumbl* wobbl* mare* foggy blurr* double vision stars spots tunnel* borros* sparkles",
    "wake": "woke awake wake came recall remember* memory respond* answer* react* reaccion* responde despierta contesta moving move* acuerdo",
    "breath": "breath* air wheez* gasp* choke* choking puff* inhaler lungs whistl* respir* aire ahog* asma pitos silba* asthma",
    "racing": "rac* pound* thump* flutter* skip* flip* hammer* irregular palpitat* somersault* jump* palpita* salta* acelerad*",
    "speech": "words speech speak* talk* slur* gibberish nonsense mumbl* babbl* sentence hablar habl* palabras",
    "confused": "confus* disorient* muddl* deliri* rambling drowsy sleepy drunk delirious adormilad* desorientad* raro",
    "vomit": "vomit* puk* puke throw* threw sick naus* retch* arcada* devolv* devuelv* echo gag",
    "finger_down": "purg* fingers laxative* laxante* dulcolax bathroom toilet",
    "swollen": "swell* swoll* puff* balloon* huge fat hinch* inflamad* grapefruit bloated lump bulge",
    "hot": "hot heat sun sauna humid* degrees boiling scorch* burning fever temp temperature calor sol caliente fiebre",
    "sweat": "sweat* clammy sudor* sud* chills shiver* goosebumps trembl* shak* tembl* tiembl* escalofrio*",
    "blood": "blood* bleed* red gush* sangr* hemorragia clot*",
    "urine": "urine pee peed peeing piss* wee orin* pis meo mear",
    "dark": "dark brown cola coke pepsi tea stout rust* oscur* marron negr* coffee soy color colour coca",
    "stool": "poo poop stool* bowel tarry caca heces shit",
    "break": "snap* pop popped broke* break fractur* dislocat* crack* rip* tear torn tore rupt* bent deform* dent crunch* rot* romp* crujid* chasquid* desgarr* disloc*",
    "hit": "hit* struck knock* bang* bump* clipp* whack* kick* punch* slap* fell fall* slipp* crash* landed golpe* cai cayo caida choque",
    "cannot": "can not unable cannot couldn puedo",
    "not": "no not never nothing nobody none neither without nada nunca nadie sin ni",
    "die": "die dies died dying death dead kill* suicid* end ends ending ended morir* muert* matar* muero mate acabar funeral",
    "exist": "live lives living life alive exist* around here world vida viv* existir mundo aqui wake carry on going",
    "gone": "gone disappear* leave leaving goodbye vanish* forever bye desaparec* adios siempre",
    "means": "rope noose razor* blade* gun shotgun bridge balcony cliff train platform traffic pills tablets knife window roof puente ventana cuchilla* pistola vias pastillas tren",
    "cut_self": "cut* self slit* scratch* burn* harm* corto cort* autoles* dano",
    "burden": "burden waste worthless useless better off without carga estorbo inutil mejor",
    "hope": "point reason hope hopeless pointless future worth meaning sense care sentido motivo* ganas",
    "low": "sad depress* empty lonely alone low miserable grey dark cry* tears numb crie* coping hate* hates triste deprim* vaci* llor* sol* odio",
    "tired": "tired exhausted fed sick done cansad* hart*",
    "eat": "eat* ate meal* food bite* dinner lunch breakfast snack* bread calorie* kcal carbs comer como comid* cena* desayun* comí pan calorias",
    "fasting": "fast fasts fasted fasting starv* skip* nothing hungry hunger only ayun* hambre",
    "guilt": "guilt* disgust* gross ashamed shame fat panic* scared afraid terrif* punish* deserve* asco culpa* gord* miedo ansiedad castig* earn* cancel undo compens*",
    "secret": "hid* secret* lie parents escond* escondidas a tell",
    "bones": "bones bone skinny thin thinner underweight skeletal bmi thigh* huesos flac* delgad* imc anorex* bulimi* ed ana mia tca",
    "lose": "lose losing lost drop* shed* shred* cut cutting slim* lighter minus diet* weigh* weight perder adelgaz* bajar pesar peso definir dieta rid fat",
    "quick": "week weeks day days tomorrow tonight overnight friday saturday sunday month weekend hours semana* dia dias manana mes domingo sabado viernes",
    "drug": "steroid* anabolic* sarm* test testo testosterone tren trenbolone trembo deca anavar var winny winstrol dbol dianabol tbol primo sust* masteron clen clenbuterol clembuterol dnp ephedr* eph efedrina hgh gh slin ostarine rad lgd mk cardarine epo t3 cytomel yohimb* pct bpc tb500 "
    "adderall cocaine coke amphetamine* speed meth gear juice roids esteroid* anaboliz* hormona* insulina vial ozempic semaglutide",
    "dose": "dose dosage dosing mg mcg iu ml units cycle* stack* blast inject* pin pinning orals ciclo dosis pinch* inyect* source buy order comprar consigo",
    "pill": "pill* tablet* tabs capsule* meds medicine* medication* paracetamol ibuprofen tylenol aspirin codeine antidepress* pastilla* comprimido* medicament* medicacion ibuprofeno scoop* caffeine cafeina preworkout cacito* preentreno monster sleeping",
    "remedy": "insulin metformin lithium warfarin sintrom statin* ssri* antipsychotic* beta blocker* metoprolol propranolol thyroid eutirox prescription prozac sertraline antidepresivo* tension humalog",
    "stop": "stop* quit* skip* ditch* halv* half doubl* come off leave swap* forget forgot instead dejar dejo deje saltarme salto suspend* doble",
    "much": "too many whole all bottle box handful loads bunch entire demasiad* caja bote todas entera",
    "swallow": "took taken take taking swallow* neck* down* popped drank mix* tome tomado trag* tomar bebi",
    "teen": "teen* grade freshman sophomore school year eso instituto adolescente minor middle",
    "age": "years old year anos y/o age aged turn",
    "pregnant": "pregnan* trimester expecting baby bump weeks wks along embaraz* gestacion bebe waters prenatal due",
    "sugar": "sugar* glucose cgm libre dexcom bg hypo ketone* azucar glucosa sensor cetonas diabet* type t1 t1d glucemia",
    "bp": "blood pressure bp systolic tension mercury cuff machine",
    "doctor": "doctor* surgeon physio* cardiolog* gp consultant medic hospital er op surgery operat* doc trauma medico cirujan* fisio* operar* operaron specialist clear* cleared",
    "forbid": "rest forbid* forbade ban* told against wait reposo prohib* nada strain* sports bed weeks",
    "anyway": "anyway regardless ignor* still whatever matter igual aun sneak secretly overkill bored screw",
    "hitme": "hits beat* shove* push* choke* throat belt bruis* pega* golpea* empuja* amenaza* threat* rape* touch* toca* control* lock* chasing furious",
    "water": "water fluid* drink* liquid* dehydrat* sauna bath sweat* spit* agua beber liquido* bebo secar* diuretic* lasix",
    "weighin": "weigh stage comp competition fight bout meet class pesaje combate campeonato show peak",
    "allergic": "allerg* nut nuts peanut* walnut* shrimp* prawn* bee wasp sting stung shellfish sesame cashew* alergi* marisco* abeja avispa cacahuete* gambas hives satay",
    "gym": "squat* bench* deadlift* row* run* ran press* curl* dip* lunge* set sets reps rep bike cycl* swim* spin* workout* train* gym wod crossfit hiit treadmill yoga sentadilla* banca dominada* correr corr* serie* entren* bici",
    "joke": "lol haha* jaja* lmao joke joking kidding fun funny meme* ha jeje movie film series novel game podcast book story",
    "ask_how": "what which how why when que cual como cuanto",
    "now": "now still since suddenly sudden keeps again today ahora desde repente golpe hoy sigue",
    "log": "log add track record note apunta apuntalo registra",
    "fine": "fine ok okay normal good great bien",
}  # fmt: skip
"""Each group's words; a word may be in several."""


@cache
def _whole() -> Mapping[str, frozenset[str]]:
    return _by_word(word for words in SENSES.values() for word in words.split() if not word.endswith("*"))


@cache
def _begun() -> Mapping[str, frozenset[str]]:
    return _by_word(word for words in SENSES.values() for word in words.split() if word.endswith("*"))


def _by_word(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    listed = {name: frozenset(own.split()) for name, own in SENSES.items()}
    return {word.rstrip("*"): frozenset(name for name, own in listed.items() if word in own) for word in words}


def senses(word: str) -> frozenset[str]:
    """Return the groups that a word belongs to."""
    starts = (_begun().get(word[:size]) for size in range(2, len(word) + 1))
    return frozenset().union(_whole().get(word, ()), *(found for found in starts if found))
