"""What people say, and what the built-in coach takes it for. Labelled by hand before the rules were run over it."""

from collections import Counter
from typing import NamedTuple

import pytest

from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.exercises.search import words

AT_LEAST = 0.95

LABELLED = """
log_workout | log 5x5 squats at 100 kg | squats
log_workout | Log bench press 3x8 @ 60kg | bench press
log_workout | pls log deadlift 1x5 140 kg | deadlift
log_workout | can you log 3x10 pull-ups | pull-ups
log_workout | can I log 3x12 push ups? | push ups
log_workout | could I add 4x8 rows at 70 kg | rows
log_workout | I'd like to log 3x5 front squats at 80kg | front squats
log_workout | i did 5 sets of 5 squats at 100kg | squats
log_workout | just did 3x10 curls with 15 kg | curls
log_workout | hey, i did 3x8 overhead press at 40 kg today | overhead press
log_workout | bench press 3x8 60kg | bench press
log_workout | squats 5x5 100kg, bench 5x5 80kg | squats; bench
log_workout | track my leg press: 4x12 at 160 kg | leg press
log_workout | record 3x15 lateral raises 8kg | lateral raises
log_workout | yesterday I did 4x6 barbell rows at 75 kg | barbell rows
log_workout | finished 5x3 deadlifts at 180 kg, so happy | deadlifts
log_workout | I benched 100 kg for 5 reps | bench press
log_workout | squatted 3x5 at 225 lb | squat
log_workout | held a plank for 90 seconds | plank
log_workout | ran 5 km in 25 minutes | running
log_workout | add a set of 12 dips | dips
log_workout | put down 3x10 dumbbell curls 12kg for me | dumbbell curls
log_workout | this morning I did 3 sets of 20 push-ups | push-ups
log_workout | got 3x5 hip thrusts in at 120 kg | hip thrusts
log_workout | save 2x20 lunges with 10kg please | lunges
log_workout | did 4 sets of 8 bench at 75 kg, is that logged? | bench
log_workout | smashed 5x5 deads at 150kg | deads
log_workout | awesome, log bench 3x8 60 kg | bench
log_workout | thanks! did 3x10 dips | dips
log_what | log my workout |
log_what | I want to log a workout |
log_what | can I log something? |
log_what | add my training from yesterday |
log_how | log bench press | bench press
log_how | I want to log squats | squats
progress | how is my bench press going? | bench press
progress | how's my squat doing | squat
progress | hows my deadlift coming along? | deadlift
progress | did I get stronger at squats? | squats
progress | am I getting stronger at overhead press? | overhead press
progress | have i gotten any better at pull ups | pull ups
progress | what's my deadlift PR | deadlift
progress | whats my bench 1rm? | bench
progress | what is my best squat | squat
progress | What\N{RIGHT SINGLE QUOTATION MARK}s my heaviest deadlift ever? | deadlift
progress | my bench pr? | bench
progress | show me my squat progress | squat
progress | show my overhead press history | overhead press
progress | how much can I bench | bench
progress | how much did I squat last time? | squat
progress | when did I last deadlift? | deadlift
progress | when was the last time I did curls? | curls
progress | is my bench stuck? | bench
progress | is my row going up | row
progress | has my squat improved this year? | squat
progress | has my lat pulldown plateaued? | lat pulldown
progress | have my curls gotten better | curls
progress | progress on bench press please | bench press
progress | bench press progress | bench press
progress | how did my squats go last time? | squats
progress | how are my pull-ups looking these days | pull-ups
progress | what weight did I use for rows last time? | rows
progress | how many reps of pull ups can I do? | pull ups
progress | how heavy was my last deadlift | deadlift
progress | my benchpress trend | benchpress
progress | hw is my bench pres going | bench pres
progress | tell me about my squat progress | squat
progress | am i making progress on deadlifts | deadlifts
explain_change | why is my bench press stalling? | bench press
progress | how long can I plank? | plank
progress | did my overhead press go up this month? | overhead press
progress | what did I bench last time? | bench
progress | personal best on front squat? | front squat
progress | any gains on my hip thrust? | hip thrust
next_session | what should I lift today? |
next_session | what should I bench today |
next_session | whats my workout today |
next_session | what's next? |
next_session | next session please |
next_session | what do I train tonight? |
next_session | give me a workout |
next_session | what am I doing in the gym today? |
next_session | what shall i do today |
next_session | how heavy should I squat today? |
next_session | which weight should I use for bench today? |
next_session | I'm at the gym, what now? |
next_session | today's session |
next_session | todays workout? |
next_session | plan my workout for today |
next_session | what's the plan for today |
next_session | ready to train! |
next_session | wat should i train 2day |
next_session | suggest a session |
next_session | what weights should i use today |
next_session | what's on for tonight? |
next_session | how many sets should I do today? |
next_session | can you make me a workout? |
next_session | should I add weight on bench today? |
next_session | do I have a session today? |
training_summary | how was my week? |
training_summary | recap of my training, last two weeks |
figures | how many sets of chest did I do this week | chest
training_summary | summarize my last month |
training_summary | what did I do last week? |
figures | how many workouts did I do this month? | workouts
training_summary | show me my workouts |
figures | how often did I train in the last 4 weeks? | workouts
training_summary | how's my training going? |
training_summary | weekly volume |
training_summary | what did I train yesterday? |
training_summary | when was my last workout? |
training_summary | how consistent have I been? |
training_summary | give me a summary of the past 6 weeks |
training_summary | what was my last session |
figures | how much volume for legs did i do this week? | legs volume
training_summary | am I training enough? |
training_summary | did I work out on Monday? |
training_summary | my recent sessions |
figures | how many times have I trained legs this month | legs
search_exercises | how do I do a romanian deadlift? | romanian deadlift
search_exercises | how to squat properly | squat
search_exercises | how do you bench press correctly? | bench press
search_exercises | easier version of pull-ups | pull-ups
search_exercises | something easier than push ups? | push ups
search_exercises | what's a harder variation of push-ups | push-ups
search_exercises | alternative to barbell rows | barbell rows
search_exercises | what can I do instead of squats? | squats
search_exercises | what is a face pull? | face pull
search_exercises | what's a Bulgarian split squat | bulgarian split squat
search_exercises | which muscles does the hip thrust work? | hip thrust
search_exercises | what muscles do deadlifts train | deadlifts
search_exercises | exercises for chest | chest
search_exercises | best exercise for biceps? | biceps
search_exercises | what exercises can I do with dumbbells | dumbbells
search_exercises | squat form | squat
search_exercises | tips for deadlift technique | deadlift
search_exercises | cues for the overhead press | overhead press
search_exercises | show me how to do a goblet squat | goblet squat
search_exercises | explain the farmers walk | farmers walk
search_exercises | hamstring exercises | hamstring
search_exercises | how should I perform lateral raises? | lateral raises
search_exercises | am I doing squats right? what's the right form for squats | squats
search_exercises | what does the pec deck train? | pec deck
search_exercises | teach me the clean and jerk | clean and jerk
search_exercises | is there a substitute for leg press | leg press
search_exercises | i cant do pull ups, whats easier | pull ups
search_exercises | how many sets of curls is 3x10, and how do I do curls? | curls
search_exercises | how do I train my calves | calves
greeting | hi |
greeting | Hello! |
greeting | hey coach |
greeting | good morning |
greeting | hiya, how are you? |
greeting | yo whats up |
thanks | thanks! |
thanks | thank you so much |
thanks | thx coach |
thanks | cool, cheers |
thanks | ty |
bye | bye |
bye | see you tomorrow |
bye | good night coach |
help | help |
help | what can you do? |
help | who are you |
help | how does this work? |
help | how do i use this |
help | what can i ask you |
search_exercises | help me with my squat form | squat
search_exercises | perfect squat form? | squat
progress | hey how is my squat? | squat
progress | good morning, how's my bench going | bench
progress | how are my good mornings going? | good mornings
search_exercises | how to do toes to bar | toes to bar
next_session | cool, what's next? |
search_knowledge | is 5x5 better than 3x8? | is 5x5 better than 3x8
calculate | how many pounds is 100 kg? |
which | squats? | squats
which | bench press | bench press
which | squats | squats
which | dumbbel curls | dumbbell curls
unknown | asdf qwer zxcv yuio hjkl |
out_of_scope | what is the capital of France and who founded it? |
out_of_scope | what's the weather like in Madrid tomorrow morning? |
unknown | 42 |
unknown | ... |
out_of_scope | I had such a long day at the office today |
"""


class Case(NamedTuple):
    text: str
    expected: str
    about: str

    def holds(self, meant: Meant) -> bool:
        return said(meant) == (self.expected, normal(self.about))


CASES = [
    Case(text.strip(), expected.strip(), about.strip())
    for expected, text, about in (line.split("|") for line in LABELLED.strip().splitlines())
]


def normal(about: str) -> list[list[str]]:
    """Cut into exercises at `;`, each in the library's form of words, so that `pull-ups` is `pull up`."""
    return [sorted(words(each)) for each in about.split(";") if each.strip()]


def said(meant: Meant) -> tuple[str, list[list[str]]]:
    """Say what a message was taken for, and the exercises that it names."""
    if isinstance(meant, Ask):
        return meant.name, normal(meant.about)
    arguments = [call.arguments for call in meant]
    named = [each["name"] for one in arguments for each in one.get("exercises", [])]
    named += [one[key] for one in arguments for key in ("subject", "query") if key in one]
    return meant[0].tool, normal(";".join(named))


def test_what_is_meant() -> None:
    misses = [(case, said(understand(case.text))) for case in CASES if not case.holds(understand(case.text))]
    share = 1 - len(misses) / len(CASES)
    lines = [f"{case.text!r}: {got}, not {(case.expected, case.about)}" for case, got in misses]
    report = "\n".join([f"{share:.1%} of {len(CASES)} are understood", *lines])
    print(report)
    assert share >= AT_LEAST, report


def test_each_kind_is_labelled() -> None:
    """The share means little where a kind has few examples or one text twice."""
    kinds = Counter(case.expected for case in CASES)
    assert len(CASES) >= 130
    assert len({case.text.casefold() for case in CASES}) == len(CASES)
    tools = {"log_workout", "progress", "next_session", "training_summary", "search_exercises"}
    assert all(kinds[tool] >= 15 for tool in tools), kinds


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("how was my week?", 2),
        ("summarize my last month", 4),
        ("show me the last 6 weeks", 6),
        ("what did I do in the last three weeks", 3),
        ("how was the last 52 weeks", 12),
        ("how was the last 0 weeks", 1),
    ],
)
def test_the_weeks_of_a_summary(text: str, weeks: int) -> None:
    assert understand(text) == [Call("training_summary", {"weeks": weeks})]


@pytest.mark.parametrize("text", ["", " ", "?", "log", "how", "the my a", "x" * 4000, "how is my " * 400])
def test_nothing_that_is_said_breaks_it(text: str) -> None:
    assert isinstance(understand(text), (Ask, list, tuple))


@pytest.mark.parametrize("text", ["thanks!", "thx coach", "ty", "cool, cheers"])
def test_thanks_are_never_missed(text: str) -> None:
    assert understand(text) == Ask("thanks")
