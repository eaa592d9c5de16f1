"""What goes wrong on the wire between the coach and a model: a script for each fault, and what is to come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.fixtures.model_scripts import Breathe, Call, Cut, Fail, Garble, Refuse, Say, Step, Stop, Think, Wait

from fitzen.coach.agent import CUT_SHORT, MAX_STEPS, NOTHING, TOO_LONG
from fitzen.wiring import ANOTHER_MODEL, BUILTIN

type Answers = Sequence[Sequence[Step]]

BOTH = ("bedrock", "openai")
ONE, TWO = "Your bench press is moving.", "Keep the next session as it is."
ASKED = "how is my bench press going?"
ARGUMENTS = '{"subject": "bench press"}'
PROGRESS = Call("c1", "progress", [ARGUMENTS])
USING = Stop("tool_use")
LOOK: Sequence[Step] = [PROGRESS, USING]
ANSWER: Sequence[Step] = [Say(f"{ONE} "), Say(TWO), Stop()]
REST: Sequence[Step] = [Say(TWO), Stop()]
DRINK = Call("w1", "log_water", ['{"amount": 2,', ' "unit": "glass"}'])
LONGER_THAN_SILENCE = Wait(1.2)


@dataclass(frozen=True)
class Script:
    """`first` and `second` are what the two models answer to one request after the other, the last for ever.

    Without a `second` there is only the built-in coach after the first. `said`, `notices`: what must be in the answer;
    `unsaid`: what must not. `ran`: the tools, None where the built-in coach chooses them. `before`: messages that are
    asked first, and are no part of what is looked at.
    """

    name: str
    first: Answers
    second: Answers = ()
    said: Sequence[str] = (ONE, TWO)
    notices: Sequence[str] = ()
    unsaid: Sequence[str] = (ANOTHER_MODEL.strip(), BUILTIN.strip(), CUT_SHORT.strip(), NOTHING, TOO_LONG)
    ran: Sequence[str] | None = ("progress",)
    proposals: int = 0
    say: str = ASKED
    before: int = 0
    nobody_there: bool = False
    wires: Sequence[str] = field(default=BOTH)


def fault(name: str, *steps: Step, wires: Sequence[str] = BOTH) -> Script:
    """Return a script whose first answer is broken in a way that passes: asked again, the model answers."""
    return Script(name, [steps, LOOK, ANSWER], wires=wires)


def mended(name: str, *calls: Call) -> Script:
    """Return a script whose first call is wrong: it is told so, and calls rightly then."""
    return Script(name, [[*calls, USING], LOOK, ANSWER], ran=None)


def goes_on(name: str, *steps: Step, wires: Sequence[str] = BOTH) -> Script:
    """Return a script that breaks once the first sentence was read: another model goes on from there."""
    broken = [Say(f"{ONE} "), *steps]
    unsaid = (BUILTIN.strip(), "Keep the ne ")
    return Script(name, [LOOK, broken], [REST], notices=[ANOTHER_MODEL], unsaid=unsaid, wires=wires)


def another(name: str, *steps: Step, wires: Sequence[str] = BOTH) -> Script:
    """Return a script whose first model never answers: the second does, and that is said."""
    return Script(name, [steps], [LOOK, ANSWER], notices=[ANOTHER_MODEL], unsaid=[BUILTIN.strip()], wires=wires)


def alone(name: str, first: Answers, *, ran: Sequence[str] | None = None, said: Sequence[str] = ()) -> Script:
    """Return a script at whose end only the built-in coach is left, and says so."""
    return Script(name, first, said=said, notices=[BUILTIN], unsaid=[ANOTHER_MODEL.strip(), NOTHING], ran=ran)


def a_round(number: int) -> Sequence[Step]:
    """Return an answer that only calls a tool, with arguments that no other round has."""
    return [Call(f"c{number}", "training_summary", [f'{{"weeks": {number + 1}}}']), USING]


PLAIN = Script("no fault", [LOOK, ANSWER])
THROTTLED = Refuse(429, "ThrottlingException")
LIMIT_MET = (ANOTHER_MODEL.strip(), BUILTIN.strip())

SCRIPTS: Sequence[Script] = (
    PLAIN,
    Script("an answer without tools", [ANSWER], ran=()),
    fault("throttled once", THROTTLED),
    Script("throttled three times", [[THROTTLED], [THROTTLED], [THROTTLED], LOOK, ANSWER]),
    Script("throttled after the tools", [LOOK, [THROTTLED], ANSWER]),
    fault("503", Refuse(503, "ServiceUnavailableException")),
    fault("500", Refuse(500, "InternalServerException")),
    fault("not ready", Refuse(429, "ModelNotReadyException"), wires=["bedrock"]),
    fault("cut before anything", Cut()),
    fault("ended before anything as if it were whole", Cut(politely=True)),
    fault("cut within the first sentence", Say("Your bench "), Cut()),
    fault("cut within the JSON of a call", Call("c1", "progress", ['{"subject": "be']), Cut()),
    fault("cut after a whole call", PROGRESS, Cut()),
    fault("ended after a whole call as if it were whole", PROGRESS, Cut(politely=True)),
    fault("bytes that nobody can read", Garble()),
    fault("a call, then bytes that nobody can read", PROGRESS, Garble()),
    fault("silence before anything", LONGER_THAN_SILENCE, Say("x"), Stop()),
    fault("silence within a call", Call("c1", "progress", ['{"subject"']), LONGER_THAN_SILENCE, Stop("tool_use")),
    fault("comments and no word", Breathe(12, 0.1), Say("x"), Stop(), wires=["openai"]),
    fault("throttled within the stream", Fail("throttlingException")),
    fault("an error of the model within the stream", Fail("modelStreamErrorException")),
    fault("an error of the server after a call", PROGRESS, Fail("internalServerException")),
    fault("unavailable within the first sentence", Say("Your ben"), Fail("serviceUnavailableException")),
    fault("stopped for malformed tool use", PROGRESS, Stop("malformed_tool_use"), wires=["bedrock"]),
    fault("stopped for malformed output", Say("x"), Stop("malformed_model_output"), wires=["bedrock"]),
    Script("slow words", [LOOK, [Say("Your "), Wait(0.1), Say("bench press is "), Wait(0.2), Say("moving. "), *REST]]),
    Script("each character alone", [LOOK, [*map(Say, f"{ONE} {TWO}"), Stop()]]),
    Script("a call in many pieces", [[Call("c1", "progress", list(ARGUMENTS)), USING], ANSWER]),
    Script("words before a call", [[Say(f"{ONE} "), PROGRESS, USING], REST]),
    Script("thoughts before a call", [[Think("Hm.", "sig"), *LOOK], ANSWER], wires=["bedrock"]),
    Script("no usage told", [LOOK, [Say(f"{ONE} "), Say(TWO), Stop(told=False)]]),
    goes_on("cut after the first sentence", Cut()),
    goes_on("cut within the second sentence", Say("Keep the ne"), Cut()),
    goes_on("ended within the second sentence as if it were whole", Say("Keep the ne"), Cut(politely=True)),
    goes_on("an exception after the first sentence", Fail("modelStreamErrorException")),
    goes_on("silence after the first sentence", LONGER_THAN_SILENCE, *REST),
    goes_on("bytes that nobody can read after the first sentence", Garble()),
    goes_on("a call after words, and cut", Call("c2", "day_summary", ["{}"]), Cut()),
    Script(
        "the second model says all of it again",
        [LOOK, [Say(f"{ONE} "), Cut()]],
        [ANSWER],
        notices=[ANOTHER_MODEL],
        unsaid=[BUILTIN.strip()],
    ),
    another("always throttled", THROTTLED),
    another("always cut", Cut()),
    another("always silent", LONGER_THAN_SILENCE, Say("x"), Stop()),
    another("the request is refused", Refuse(400, "ValidationException")),
    another("access is denied", Refuse(403, "AccessDeniedException")),
    another("there is no such model", Refuse(404, "ResourceNotFoundException")),
    another("a fault within the stream that does not pass", Fail("validationException"), wires=["bedrock"]),
    Script(
        "nobody listens",
        [LOOK, ANSWER],
        notices=[ANOTHER_MODEL],
        unsaid=[BUILTIN.strip()],
        nobody_there=True,
    ),
    alone("only one model, and it is throttled", [[THROTTLED]]),
    alone("only one model, and it is cut always", [[Cut()]]),
    alone("the model goes away once the tools ran", [LOOK, [THROTTLED]], ran=["progress"]),
    alone(
        "the model goes away after the first sentence", [LOOK, [Say(f"{ONE} "), Cut()]], ran=["progress"], said=[ONE]
    ),
    Script(
        "both models go away",
        [[THROTTLED]],
        [[Cut()]],
        said=(),
        notices=[BUILTIN],
        unsaid=[ANOTHER_MODEL.strip()],
        ran=None,
    ),
    Script(
        "a model that failed three times is left alone",
        [[Refuse(403, "AccessDeniedException")]],
        said=(),
        notices=[BUILTIN],
        unsaid=[ANOTHER_MODEL.strip()],
        ran=None,
        before=3,
    ),
    mended("arguments that are no JSON", Call("c0", "progress", ['{"subject": '])),
    mended("arguments that are no object", Call("c0", "progress", ["[1, 2]"])),
    mended("no arguments at all", Call("c0", "progress", [])),
    mended("arguments of the wrong type", Call("c0", "progress", ['{"subject": {"x": 1}}'])),
    mended("an argument that there is not", Call("c0", "progress", ['{"subject": "bench press", "user_id": "x"}'])),
    mended("a tool that there is not", Call("c0", "delete_everything", ["{}"])),
    Script(
        "one call of three is wrong",
        [[PROGRESS, Call("c2", "day_summary", ["{"]), Call("c3", "training_summary", ["{}"]), USING], ANSWER],
        ran=["progress", "training_summary"],
    ),
    Script(
        "four tools at once",
        [
            [
                PROGRESS,
                Call("c2", "day_summary", ["{}"]),
                Call("c3", "training_summary", ["{}"]),
                Call("c4", "next_session", ["{}"]),
                USING,
            ],
            ANSWER,
        ],
        ran=["progress", "day_summary", "training_summary", "next_session"],
    ),
    Script("the same call twice at once", [[PROGRESS, Call("c2", "progress", [ARGUMENTS]), USING], ANSWER]),
    Script("the same call again and again", [LOOK, LOOK, LOOK, ANSWER]),
    Script(
        "as many rounds as may be",
        [*map(a_round, range(MAX_STEPS - 1)), ANSWER],
        ran=["training_summary"] * (MAX_STEPS - 1),
    ),
    Script("a model that never ends", [LOOK], said=(), notices=[TOO_LONG], unsaid=LIMIT_MET),
    Script(
        "stopped by its limit",
        [LOOK, [Say(f"{ONE} "), Say("Keep the next"), Stop("max_tokens")]],
        said=[ONE],
        notices=[CUT_SHORT],
        unsaid=LIMIT_MET,
    ),
    Script(
        "stopped by its limit within a call", [[Call("c0", "progress", ['{"sub']), Stop("max_tokens")], LOOK, ANSWER]
    ),
    Script("an empty answer", [LOOK, [Stop()]], said=(), notices=[NOTHING], unsaid=LIMIT_MET),
    Script("an answer of blanks", [LOOK, [Say(" \n "), Stop()]], said=(), notices=[NOTHING], unsaid=LIMIT_MET),
    Script(
        "a proposal, cut and made again",
        [[DRINK, Cut()], [DRINK, USING], ANSWER],
        ran=["log_water"],
        proposals=1,
        say="log two glasses of water",
    ),
    Script(
        "a proposal made twice",
        [[DRINK, USING], [DRINK, USING], ANSWER],
        ran=["log_water"],
        proposals=1,
        say="log two glasses of water",
    ),
    Script(
        "the model goes away once it has proposed",
        [[DRINK, USING], [THROTTLED]],
        said=(),
        notices=[BUILTIN],
        unsaid=[ANOTHER_MODEL.strip()],
        ran=["log_water"],
        proposals=1,
        say="log two glasses of water",
    ),
    Script(
        "a figure that nobody has, left out when it is said again without it",
        [LOOK, [Say(f"{ONE} "), Say("You lifted 987.6 kg in it. "), *REST], [Say("You lifted well in it."), Stop()]],
        said=[ONE, TWO, "You lifted well in it."],
        unsaid=["987.6"],
    ),
    Script(
        "a figure that nobody has, said again and dropped",
        [LOOK, [Say(f"{ONE} "), Say("You lifted 987.6 kg in it. "), *REST], [Say("It was 987.6 kg."), Stop()]],
        unsaid=["987.6"],
    ),
)
