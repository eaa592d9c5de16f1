"""The fixed answers, in English and Spanish: kind, specific, with where to turn. No model writes or changes them.

`{call}`, `{crisis}`, `{abuse}`, `{poison}` and `{eating}` are filled with the numbers of the person's country.
"""

from collections.abc import Mapping

from fitzen.coach.safety.lines import ANYWHERE, LINES, Lines
from fitzen.spanish import Language

TEXTS: Mapping[str, Mapping[Language, str]] = {
    "suicide": {
        "en": "I am really glad you told me. You deserve support from a person right now: please {call} if you are in danger, or reach {crisis}. "
        "If you can, be with someone you trust, and keep away from anything you could hurt yourself with. Training can wait.",
        "es": "Me alegro mucho de que me lo cuentes. Mereces apoyo de una persona ahora mismo: por favor, {call} si corres peligro, o contacta con {crisis}. "
        "Si puedes, quédate con alguien de confianza y lejos de lo que pueda hacerte daño. El entrenamiento puede esperar.",
    },
    "other_life": {
        "en": "Thank you for looking out for them. Take it seriously: ask them openly whether they think of killing themselves, listen, and stay with them or with them on the phone. "
        "In danger, {call}. They, and you, can reach {crisis}.",
        "es": "Gracias por cuidar de esa persona. Tómalo en serio: pregúntale abiertamente si piensa en suicidarse, escucha y quédate a su lado o al teléfono. "
        "En peligro, {call}. Esa persona, y tú, podéis contactar con {crisis}.",
    },
    "overdose": {
        "en": "That may be more than your body can take. Please {call} now, even if you feel fine, or ask {poison}. "
        "Keep the packet at hand, do not make yourself vomit, and do not stay alone. If you meant to hurt yourself, tell them: they will help, and so will {crisis}.",
        "es": "Puede ser más de lo que tu cuerpo soporta. Por favor, {call} ahora, aunque te encuentres bien, o pregunta a {poison}. "
        "Ten el envase a mano, no provoques el vómito y no te quedes a solas. Si querías hacerte daño, dilo: te ayudarán, y también {crisis}.",
    },
    "chest_pain": {
        "en": "Chest pain or pressure can be your heart. Please stop exercising now, sit down and {call}. If somebody is near you, ask them to stay with you.",
        "es": "Un dolor o una presión en el pecho puede ser el corazón. Por favor, deja el ejercicio ahora, siéntate y {call}. Si hay alguien cerca, pídele que se quede contigo.",
    },
    "collapse": {
        "en": "Fainting or not getting air is a warning sign. Please stop exercising now, lie or sit down and {call}; whoever is with you should stay. "
        "If it has passed, see a doctor before you train again.",
        "es": "Desmayarse o no poder respirar es una señal de alarma. Por favor, deja el ejercicio ahora, túmbate o siéntate y {call}; que no te dejen a solas. "
        "Si ya ha pasado, ve al médico antes de volver a entrenar.",
    },
    "other_person": {
        "en": "Please {call} for them now and put the phone on loudspeaker. Stay with them; if they do not breathe normally, start pressing hard and fast in the "
        "middle of the chest and send somebody for a defibrillator. The call handler will guide you.",
        "es": "Por favor, {call} ahora por esa persona y pon el altavoz. Quédate a su lado; si no respira con normalidad, comprime fuerte y rápido en el centro del "
        "pecho y manda a alguien a por un desfibrilador. Quien te atienda te irá guiando.",
    },
    "breathing": {
        "en": "Trouble with breathing that does not settle is an emergency. Stop, sit upright, use your reliever inhaler as your plan says if you have one, and {call}.",
        "es": "Una dificultad para respirar que no cede es una urgencia. Para, siéntate con la espalda recta, usa tu inhalador de rescate como dice tu plan si lo tienes, y {call}.",
    },
    "seizure": {
        "en": "A seizure needs help now: please {call}. Clear the space, put something soft under the head, hold nobody down and put nothing in the mouth; "
        "afterwards lay the person on their side. Training waits until a doctor has looked at it.",
        "es": "Una convulsión necesita ayuda ya: por favor, {call}. Despeja el espacio, pon algo blando bajo la cabeza, no sujetes a nadie ni metas nada en la boca; "
        "después, tumba a la persona de lado. El entrenamiento espera hasta que lo vea un médico.",
    },
    "stroke": {
        "en": "These can be signs of a stroke, where every minute counts. Please stop and {call} now, and say when it began. Do not drive, eat or drink.",
        "es": "Pueden ser signos de un ictus, y cada minuto cuenta. Por favor, para y {call} ahora, y di a qué hora empezó. No conduzcas, comas ni bebas.",
    },
    "head_injury": {
        "en": "After a blow to the head these can be signs of concussion or of a bleed. Stop for today, do not drive or stay alone, and get seen by a doctor today. "
        "With vomiting, a worsening headache, drowsiness, confusion, a seizure, weakness or fluid from ear or nose, {call} at once. "
        "No training until a doctor has cleared you.",
        "es": "Tras un golpe en la cabeza pueden ser signos de conmoción o de hemorragia. Para por hoy, no conduzcas ni te quedes a solas, y que te vea hoy un médico. "
        "Con vómitos, dolor de cabeza que empeora, somnolencia, confusión, convulsión, debilidad o líquido por oído o nariz, {call} de inmediato. "
        "Nada de entrenar hasta que un médico te dé el alta.",
    },
    "bleeding": {
        "en": "Blood that you cough up, vomit or pass is not for training to sort out. Please {call} if it is more than a streak, or if you feel faint or breathless; else see a doctor today.",
        "es": "La sangre al toser, vomitar o evacuar no la arregla el entrenamiento. Por favor, {call} si es más que un hilo, o si te mareas o te falta el aire; si no, ve hoy al médico.",
    },
    "clot": {
        "en": "A calf that is swollen, warm, red or painful on one side can be a blood clot. Do not train or massage it, and be seen by a doctor today. "
        "With breathlessness or chest pain, {call} at once.",
        "es": "Una pantorrilla hinchada, caliente, roja o dolorida en un solo lado puede ser un coágulo. No entrenes ni la masajees, y que te vea hoy un médico. "
        "Si te falta el aire o te duele el pecho, {call} de inmediato.",
    },
    "allergy": {
        "en": "This can be a severe allergic reaction. Use an adrenaline pen now if you have one, {call}, and lie down with your legs raised, or sit up if breathing is hard. "
        "Do not wait to see whether it passes.",
        "es": "Puede ser una reacción alérgica grave. Usa ahora el autoinyector de adrenalina si lo tienes, {call} y túmbate con las piernas en alto, o siéntate si te cuesta respirar. "
        "No esperes a ver si se pasa.",
    },
    "hypoglycaemia": {
        "en": "This can be low blood sugar. Stop, take 15 g of fast sugar now (glucose tablets, juice or a sugary drink), measure again after 15 minutes and repeat if it is still low. "
        "If you get drowsy or confused, or it does not rise, {call}. Talk to your diabetes team before the next session.",
        "es": "Puede ser una bajada de azúcar. Para, toma ya 15 g de azúcar rápido (glucosa, zumo o refresco con azúcar), mide a los 15 minutos y repite si sigue baja. "
        "Con somnolencia o confusión, o si no sube, {call}. Habla con tu equipo de diabetes antes de la próxima sesión.",
    },
    "high_sugar": {
        "en": "That is high for exercise. Do not train now; check for ketones if you can, drink water and follow your diabetes plan. "
        "With ketones, vomiting, belly pain, fast breathing or drowsiness, {call}.",
        "es": "Es un valor alto para hacer ejercicio. No entrenes ahora; mira las cetonas si puedes, bebe agua y sigue tu plan de diabetes. "
        "Con cetonas, vómitos, dolor de barriga, respiración rápida o somnolencia, {call}.",
    },
    "blood_pressure": {
        "en": "A blood pressure that high is not one to train with. Sit down and measure again after five minutes. If it is still 180 over 120 or more, call a doctor now; "
        "with chest pain, breathlessness, a bad headache, weakness or trouble seeing or speaking, {call}.",
        "es": "Con una tensión tan alta no se entrena. Siéntate y mide otra vez a los cinco minutos. Si sigue en 180/120 o más, llama ya a un médico; "
        "con dolor en el pecho, falta de aire, dolor de cabeza fuerte, debilidad o problemas para ver o hablar, {call}.",
    },
    "heat": {
        "en": "This can be heat stroke. Stop, get into the shade, take off what you can and cool down with cold water and a fan, now. "
        "With confusion, fainting, vomiting or hot skin that no longer sweats, {call} and go on cooling until help comes.",
        "es": "Puede ser un golpe de calor. Para, ponte a la sombra, quítate ropa y enfríate ya con agua fría y aire. "
        "Con confusión, desmayo, vómitos o piel caliente que ya no suda, {call} y sigue enfriando hasta que llegue ayuda.",
    },
    "rhabdomyolysis": {
        "en": "Dark urine, or muscles that are badly swollen, after hard training can be rhabdomyolysis, which harms the kidneys. Do not train; drink water and go to an emergency department today, "
        "and tell them about the workout. If you pass hardly any urine or feel faint or confused, {call}.",
        "es": "La orina oscura, o unos músculos muy hinchados, tras un entrenamiento duro pueden ser una rabdomiólisis, que daña los riñones. No entrenes; bebe agua, ve hoy a urgencias "
        "y cuenta lo que entrenaste. Si apenas orinas o te mareas o confundes, {call}.",
    },
    "nerve_injury": {
        "en": "Numbness, tingling or weakness with an injury means that a nerve may be pressed. Stop and load nothing. Be seen by a doctor today. "
        "If it is around the groin or seat, in both legs, gets worse, or you cannot hold or pass urine or stool, {call} or go to an emergency department at once.",
        "es": "El entumecimiento, el hormigueo o la debilidad con una lesión indican que puede haber un nervio comprimido. Para y no cargues nada. Que te vea hoy un médico. "
        "Si es en la ingle o entre las piernas, en las dos piernas, va a más o no controlas la orina o las heces, {call} o ve a urgencias de inmediato.",
    },
    "injury": {
        "en": "That sounds like more than soreness. Stop, do not test it, keep it still and cool it, and be seen today by a doctor or an emergency department. "
        "If it looks out of place, bleeds badly, or is cold or numb below the injury, {call}. I will help you to plan around it afterwards.",
        "es": "Eso parece más que agujetas. Para, no lo pruebes, inmovilízalo y enfríalo, y que te vea hoy un médico o urgencias. "
        "Si se ve fuera de sitio, sangra mucho, o está frío o dormido por debajo de la lesión, {call}. Después te ayudo a planificar lo que sí puedas hacer.",
    },
    "pregnancy_warning": {
        "en": "In pregnancy that is a reason to stop and be checked today. Please ring your midwife, maternity unit or doctor now. With heavy bleeding, strong pain, chest pain, "
        "fainting or a seizure, {call}. Rest until you have been seen.",
        "es": "En el embarazo eso es motivo para parar y que te vean hoy. Por favor, llama ya a tu matrona, a la maternidad o a tu médico. Con sangrado abundante, dolor fuerte, dolor en el pecho, "
        "desmayo o convulsión, {call}. Descansa hasta que te hayan visto.",
    },
    "pregnancy": {
        "en": "Congratulations, and thank you for telling me. With your midwife's or doctor's yes, moderate training is good for most in pregnancy and after birth; I plan no weight loss for that time. "
        "Stop and call them with bleeding, fluid, contractions, chest pain, dizziness, calf pain or when the baby moves less.",
        "es": "Enhorabuena, y gracias por contármelo. Con el visto bueno de tu matrona o médico, el ejercicio moderado sienta bien a la mayoría en el embarazo y tras el parto; en ese tiempo no planifico pérdida de peso. "
        "Para y llámales si hay sangrado, pérdida de líquido, contracciones, dolor en el pecho, mareo, dolor en la pantorrilla o si el bebé se mueve menos.",
    },
    "eating_disorder": {
        "en": "Thank you for telling me; that takes courage. Eating and your body should not have to be a fight, and I will not make numbers part of it. "
        "Please talk to a doctor or to people who know this well: {eating}. If you feel faint, your heart flutters or you vomit blood, {call}. "
        "You are worth care at any weight.",
        "es": "Gracias por contármelo; hace falta valor. Comer y tu cuerpo no deberían ser una lucha, y no voy a añadirle números. "
        "Por favor, habla con un médico o con quienes lo conocen bien: {eating}. Si te mareas, notas palpitaciones o vomitas sangre, {call}. "
        "Mereces cuidado con cualquier peso.",
    },
    "extreme_goal": {
        "en": "I will not plan that: so little food, or so quick a loss, costs muscle, health and mostly comes back. What holds is at most 1% of body weight (1 kg) a week, "
        "with enough to eat. Say the word and we set that up together; if food or weight worry you a lot, a doctor is the right person to talk to.",
        "es": "Eso no lo voy a planificar: comer tan poco, o perder tan rápido, cuesta músculo y salud, y casi siempre vuelve. Lo que se mantiene es como mucho un 1% del peso (1 kg) por semana, "
        "comiendo lo suficiente. Si quieres, lo preparamos juntos; y si la comida o el peso te preocupan mucho, un médico es la persona indicada.",
    },
    "drugs": {
        "en": "I do not help with steroids, SARMs, growth hormone, clenbuterol, DNP, ephedrine or insulin and diuretics for looks or weight: they harm heart, liver, hormones and kidneys, and DNP and insulin kill quickly. "
        "If you take any already, a doctor will help without judging; do not stop hormones or insulin all at once on your own. With chest pain, fever, confusion or a racing heart, {call} or ask {poison}. "
        "Natural training, food and sleep I gladly plan with you.",
        "es": "No ayudo con esteroides, SARM, hormona de crecimiento, clembuterol, DNP, efedrina ni con insulina o diuréticos para el aspecto o el peso: dañan corazón, hígado, hormonas y riñones, y el DNP y la insulina matan rápido. "
        "Si ya tomas algo, un médico te ayudará sin juzgarte; no dejes hormonas o insulina de golpe por tu cuenta. Con dolor en el pecho, fiebre, confusión o el corazón acelerado, {call} o pregunta a {poison}. "
        "Entrenamiento natural, comida y sueño los planifico contigo con gusto.",
    },
    "dehydration": {
        "en": "I do not help to make weight by drying out: going without water, saunas and sweat suits have killed fit athletes. Drink now. With dizziness, confusion, cramps, a racing heart or hardly any urine, stop and {call}. "
        "Choose the class you can make with food and training, or ask a sports doctor; I gladly plan that.",
        "es": "No ayudo a dar el peso deshidratándose: no beber, las saunas y los trajes de sudar han matado a deportistas sanos. Bebe ahora. Con mareo, confusión, calambres, el corazón acelerado o apenas orina, para y {call}. "
        "Elige la categoría que alcances con comida y entrenamiento, o pregunta a un médico deportivo; eso lo planifico con gusto.",
    },
    "minor": {
        "en": "While you are still growing I plan no weight loss, and no supplements or drugs: your body needs the energy. If weight or looks worry you, please talk to a parent or another adult you trust, "
        "and to your doctor. Training for strength, skill and fun, and eating enough, I gladly help with.",
        "es": "Mientras estás creciendo no planifico pérdida de peso ni suplementos o fármacos: tu cuerpo necesita la energía. Si el peso o el aspecto te preocupan, habla con tu familia o con otra persona adulta de confianza, "
        "y con tu médico. Con entrenar fuerza, técnica y disfrutar, y con comer suficiente, te ayudo encantado.",
    },
    "abuse": {
        "en": "I am sorry that this happens to you; it is not your fault. You have a right to be safe. In danger, {call}. People who help in confidence, day and night: {abuse}. "
        "If somebody looks at your phone, think of deleting this chat.",
        "es": "Siento lo que te pasa; no es culpa tuya. Tienes derecho a estar a salvo. En peligro, {call}. Personas que ayudan de forma confidencial, día y noche: {abuse}. "
        "Si alguien mira tu teléfono, piensa en borrar este chat.",
    },
    "medicine": {
        "en": "Please do not stop, skip or change a medicine on your own, or on my word: with some that is dangerous within hours. Ask the doctor or pharmacist who knows your prescription, "
        "and tell them about your training. If you have stopped already and feel unwell, call them now; in an emergency, {call}.",
        "es": "Por favor, no dejes, saltes ni cambies un medicamento por tu cuenta, ni porque yo lo diga: con algunos es peligroso en horas. Pregunta al médico o farmacéutico que conoce tu receta, "
        "y cuéntale cómo entrenas. Si ya lo has dejado y te encuentras mal, llámales ya; en una urgencia, {call}.",
    },
    "medical_advice": {
        "en": "Your doctor knows what I cannot see, so I will not plan against that advice. Ask them what you may do, and from when; bring me their answer and we build on exactly that. "
        "If symptoms come back, stop; in an emergency, {call}.",
        "es": "Tu médico sabe lo que yo no puedo ver, así que no planifico en contra de su consejo. Pregúntale qué puedes hacer y desde cuándo; tráeme la respuesta y partimos justo de ahí. "
        "Si vuelven los síntomas, para; en una urgencia, {call}.",
    },
    "condition": {
        "en": "Thank you for telling me. With that, ask your doctor first which intensity is right for you; I keep plans moderate until you say that you are cleared. "
        "Stop and get help with chest pain, dizziness or unusual breathlessness.",
        "es": "Gracias por contármelo. Con eso, pregunta antes a tu médico qué intensidad te conviene; mantengo los planes moderados hasta que me digas que tienes el visto bueno. "
        "Para y pide ayuda con dolor en el pecho, mareo o una falta de aire poco habitual.",
    },
    "illness": {
        "en": "With a fever, or an illness below the neck, rest is the training: hard exercise then can harm the heart. Start again lightly once you have been well without medicine for a day or more, "
        "and see a doctor with chest pain, palpitations or breathlessness.",
        "es": "Con fiebre, o con una enfermedad por debajo del cuello, descansar es entrenar: el ejercicio duro puede dañar el corazón. Vuelve suave cuando lleves un día o más bien sin medicinas, "
        "y ve al médico con dolor en el pecho, palpitaciones o falta de aire.",
    },
    "low_mood": {
        "en": "I am sorry that it is so heavy right now, and glad that you say it. You do not have to carry it alone: a friend, your doctor or {crisis} will listen. "
        "If you ever think of hurting yourself, {call}. I am here for small, kind steps.",
        "es": "Siento que ahora pese tanto, y me alegro de que lo digas. No tienes que llevarlo a solas: un amigo, tu médico o {crisis} te escucharán. "
        "Si alguna vez piensas en hacerte daño, {call}. Estoy aquí para pasos pequeños y amables.",
    },
    "low_energy": {
        "en": "A period that stays away, or tiredness that does not lift while you train a lot or eat little, can mean that too little energy is left for your body. Please see a doctor about it. "
        "Until then I plan no deficit and no extra training, and gladly help you to eat enough.",
        "es": "Una regla que no llega, o un cansancio que no se va mientras entrenas mucho o comes poco, puede indicar que a tu cuerpo le queda poca energía. Por favor, consúltalo con un médico. "
        "Hasta entonces no planifico déficit ni más entrenamiento, y te ayudo con gusto a comer suficiente.",
    },
    "history": {
        "en": "Thank you for telling me about that. If a doctor has not looked at it, please ask one before hard training. If it comes back, stop at once and {call}.",
        "es": "Gracias por contármelo. Si no lo ha visto un médico, pregunta a uno antes de entrenar fuerte. Si vuelve, para de inmediato y {call}.",
    },
    "unsure": {
        "en": "I may be reading this wrong, and I would rather ask once too often: this sounds like something that a coach should not handle alone. "
        "With pain or pressure in the chest, fainting, trouble breathing, weakness on one side, bleeding or a bad injury, stop and {call}. If you think of hurting yourself, {call} or reach {crisis}. "
        "For anything else about your health, medicines or weight, please ask your doctor first. If it is none of this, tell me in other words and we go on.",
        "es": "Quizá lo entiendo mal, y prefiero preguntar de más: esto suena a algo que un entrenador no debe llevar solo. "
        "Con dolor o presión en el pecho, desmayo, falta de aire, debilidad en un lado, sangrado o una lesión grave, para y {call}. Si piensas en hacerte daño, {call} o contacta con {crisis}. "
        "Para lo demás de tu salud, tus medicinas o tu peso, pregunta antes a tu médico. Si no es nada de esto, dímelo con otras palabras y seguimos.",
    },
    "ask": {
        "en": "Before we go on, are you all right? If something hurts or feels wrong in your body, stop and {call}; if things are very heavy right now, {crisis} will listen. If all is well, just say so.",
        "es": "Antes de seguir, ¿estás bien? Si algo te duele o notas algo raro en el cuerpo, para y {call}; si ahora todo pesa mucho, {crisis} te escuchará. Si todo va bien, dímelo y ya está.",
    },
    "ask_body": {
        "en": "Before we go on: is that the usual effort of training, or does something feel wrong, such as pain or pressure in the chest, faintness, numbness, swelling or trouble breathing? "
        "If it does, stop now and {call}, or see a doctor today. If it is only effort or soreness, tell me and we go on.",
        "es": "Antes de seguir: ¿es el esfuerzo normal de entrenar, o notas algo raro, como dolor o presión en el pecho, mareo, entumecimiento, hinchazón o falta de aire? "
        "Si es así, para ya y {call}, o ve hoy al médico. Si es solo cansancio o agujetas, dímelo y seguimos.",
    },
    "ask_life": {
        "en": "I want to be sure I understand you: are you safe, and do you ever think of hurting yourself, or does somebody hurt you? If so, please {call} in danger, or reach {crisis}; you do not have to carry it alone. "
        "If I read too much into it, tell me and we go on.",
        "es": "Quiero asegurarme de entenderte: ¿estás a salvo, piensas a veces en hacerte daño o te hace daño alguien? Si es así, por favor, {call} en peligro, o contacta con {crisis}; no tienes que llevarlo a solas. "
        "Si he leído de más, dímelo y seguimos.",
    },
    "ask_eating": {
        "en": "I care about how you are with food, so I ask: are you eating enough, and does eating bring fear, guilt or the wish to make up for it? If so, {eating} or your doctor can help, kindly and in confidence. "
        "If not, tell me and we go on; I plan enough food either way.",
        "es": "Me importa cómo te va con la comida, así que pregunto: ¿comes suficiente, y comer te trae miedo, culpa o ganas de compensarlo? Si es así, {eating} o tu médico pueden ayudarte, con cariño y en confianza. "
        "Si no, dímelo y seguimos; en todo caso planifico comida suficiente.",
    },
    "ask_limits": {
        "en": "Before I help with that: is a medicine, a drug, a doctor's advice, somebody under 18 or a very quick loss of weight part of it? Then the next step is a doctor or pharmacist, not me; with any bad effect now, {call}. "
        "If not, tell me a little more and we go on.",
        "es": "Antes de ayudarte con eso: ¿hay de por medio una medicina, una droga, el consejo de un médico, alguien menor de 18 o una pérdida de peso muy rápida? Entonces el siguiente paso es un médico o farmacéutico, no yo; con cualquier efecto malo ahora, {call}. "
        "Si no, cuéntame un poco más y seguimos.",
    },
    "asked": {
        "en": "If you or somebody near you has such signs now, stop and {call}: better once too often than once too late.",
        "es": "Si tú o alguien cerca tiene esos signos ahora, para y {call}: mejor una vez de más que una de menos.",
    },
}
ASKED_ABOUT: Mapping[str, str] = dict.fromkeys(("suicide", "abuse", "low_mood"), "ask_life") | {
    "eating_disorder": "ask_eating"
} | dict.fromkeys(("drugs", "medicine", "medical_advice", "minor", "extreme_goal", "dehydration"), "ask_limits") | dict.fromkeys(
    ("chest_pain", "collapse", "breathing", "stroke", "seizure", "overdose", "rhabdomyolysis", "heat", "nerve_injury", "injury", "head_injury", "bleeding", "clot", "allergy", "hypoglycaemia", "high_sugar", "blood_pressure", "pregnancy_warning"), "ask_body",
)  # fmt: skip
"""What is asked where a danger is likely, not certain."""
SPANISH_WORDS = frozenset(
    [
        "que",
        "de",
        "la",
        "el",
        "los",
        "las",
        "me",
        "mi",
        "un",
        "una",
        "con",
        "por",
        "para",
        "se",
        "lo",
        "al",
        "del",
        "es",
        "esta",
        "estoy",
        "tengo",
        "cuando",
        "y",
        "o",
        "como",
        "desde",
        "he",
        "muy",
        "mas",
    ]
)


def language_of(said: str) -> Language:
    """Return the language that most of the small words of a text are of."""
    words = said.split()
    return "es" if sum(word in SPANISH_WORDS for word in words) * 4 > len(words) else "en"


OTHERS: Mapping[str, str] = dict.fromkeys(("chest_pain", "collapse", "breathing", "stroke"), "other_person") | {
    "suicide": "other_life"
}
"""What is answered instead where another person is meant."""

UNKNOWN: Mapping[str, Mapping[Language, str]] = {
    "call": {
        "en": "call your local emergency number (112 in Europe, 911 in the US, Canada and Mexico, 999 in the UK, 000 in Australia)",
        "es": "llama al número de emergencias de tu país (112 en Europa, 911 en EE. UU., México y gran parte de América)",
    },
    "crisis": {
        "en": f"a crisis line such as 988 (US and Canada), 116 123 (UK, Ireland and much of Europe) or 024 (Spain), or see {ANYWHERE}",
        "es": f"una línea de ayuda como el 024 (España), el 988 (EE. UU. y Canadá) o el 800 911 2000 (México), o mira {ANYWHERE}",
    },
    "abuse": {
        "en": f"the lines for abuse that {ANYWHERE} lists for your country",
        "es": f"las líneas contra la violencia que {ANYWHERE} indica para tu país (en España, el 016)",
    },
    "poison": {"en": "the poison centre of your country", "es": "el centro de toxicología de tu país"},
    "eating": {
        "en": f"the eating disorder lines of your country ({ANYWHERE} lists them)",
        "es": f"las asociaciones contra los trastornos alimentarios de tu país ({ANYWHERE} las indica)",
    },
}
KNOWN: Mapping[str, Mapping[Language, str]] = {
    "call": {"en": "call {}, the emergency number", "es": "llama al {}, el número de emergencias"},
    "crisis": {"en": "{}, a crisis line, or see " + ANYWHERE, "es": "{}, una línea de ayuda, o mira " + ANYWHERE},
    "abuse": {"en": "{}, or see " + ANYWHERE, "es": "{}, o mira " + ANYWHERE},
    "poison": {"en": "the poison line, {}", "es": "toxicología, {}"},
    "eating": {"en": "{}, or see " + ANYWHERE, "es": "{}, o mira " + ANYWHERE},
}
FIELDS = {"call": "emergency", "crisis": "crisis", "abuse": "abuse", "poison": "poison", "eating": "eating"}


def text(name: str, language: Language, region: str | None = None) -> str:
    """Return a fixed answer with the numbers of a country, or those of many where it is not known."""
    lines = LINES.get(region or "")
    return TEXTS[name][language].format(**{each: _number(each, language, lines) for each in FIELDS})


def _number(name: str, language: Language, lines: Lines | None) -> str:
    number = getattr(lines, FIELDS[name]) if lines else None
    return KNOWN[name][language].format(number) if number else UNKNOWN[name][language]
