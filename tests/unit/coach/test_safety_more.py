"""What must stop a session, and what lifters say about sore chests and killed legs."""

import pytest

from fitzen.coach.safety import screen

EMERGENCIES = {
    "chest_pain": """
        crushing pain in my chest
        I have chest pain
        my chest hurts when I climb stairs and my left arm aches
        there's a tight, squeezing feeling in my chest and I'm sweating
        pressure in my chest since the last set
        it feels like an elephant is sitting on my chest
        sharp pains in my chest
        chest pains during cardio
        am I having a heart attack
        I think I'm having a heart attack
        my chest feels tight and I am short of breath
        pain in the middle of my chest that goes to my jaw
        my chest is hurting badly
        stabbing chest pain when I breathe in
        pain spreading down my left arm and into my jaw
        my heart hurts
        tightness in my chest while benching
    """,
    "collapse": """
        I fainted on the treadmill
        I passed out after my squats
        i blacked out during deadlifts
        I can\N{RIGHT SINGLE QUOTATION MARK}t breathe
        I cannot breathe properly
        i cant breathe
        lost consciousness for a moment
        my friend collapsed and is not breathing
        I'm about to faint
        struggling to breathe
        my gym buddy is unconscious
    """,
    "stroke": """
        my left arm went numb and my face droops
        one side of my face is drooping
        my face feels droopy
        my speech is slurred
        I'm slurring my words
        the right side of my body went numb
        worst headache of my life after the last set
        I suddenly can't move my left arm
        my left side is weak all of a sudden
        I suddenly can't see out of one eye
        I think I am having a stroke
    """,
    "suicide": """
        I want to end it all
        I want to kill myself
        i'm going to end my life
        I feel suicidal
        I don't want to live anymore
        I don't want to be here any more
        everyone would be better off without me
        I'd be better off dead
        I have been cutting myself
        I wish I was dead
        thinking about taking my own life
        no reason to go on living
        i wanna die
        I'm hurting myself on purpose
        I keep thinking about self-harm
    """,
}
HARMLESS = """
    killed my legs
    chest and triceps day
    my chest is sore from bench
    this set nearly killed me
    I'm dying to train
    how is my chest press going?
    best exercises for chest
    log chest press 3x10 at 50 kg
    my chest is tight from yesterday's flyes, what can I stretch?
    chest pump was insane
    how many sets of chest did I do this week
    I killed it today
    leg day killed me
    that workout was suicide, loved it
    log 5 suicides sprints
    10 suicide sprints in 8 minutes
    dead hang 3x30 seconds
    deadlift 5x5 at 140 kg
    dead bugs 3x10
    I was dying after those burpees
    stroke rate on the rowing machine
    how do I improve my swimming stroke
    breaststroke 500 m in 12 minutes
    I was out of breath after the sprints
    I was breathing hard
    breathing technique for squats?
    how should I breathe when benching
    my arms are dead
    my legs feel weak today
    my grip is the weak point of my deadlift
    one side of my back is weaker in rows
    my left arm is weaker than my right on curls
    pain in my knee when I squat
    my shoulder hurts on bench
    my lower back hurts after deadlifts
    I have a headache, should I train?
    heart rate was 160
    what heart rate for zone 2?
    my heart was racing after the intervals
    end it with a drop set
    I want to end my workout now
    I want to end my cut
    let's end it all with some curls
    cutting for summer
    I have been cutting for six weeks
    skull crushers 3x10 at 30 kg
    I crushed my chest workout
    pressing off my chest with a pause
    the bar on my chest feels heavy
    I failed the rep and the bar was on my chest
    went for a walk instead
    my face was red
    I hit the wall
    harder chest exercise without pain in my shoulder
    how do I hurt less after leg day
    this plank will be the death of me
    gun show today
    I was passed by everyone on the run
    murdered those squats
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("category", "text"), [(category, text) for category, texts in EMERGENCIES.items() for text in lines(texts)]
)
def test_an_emergency_is_seen(category: str, text: str) -> None:
    alarm = screen(text)
    assert alarm is not None
    assert alarm.category == category
    assert "emergency number" in alarm.text


@pytest.mark.parametrize("text", lines(HARMLESS))
def test_training_talk_is_no_emergency(text: str) -> None:
    assert screen(text) is None


@pytest.mark.parametrize("text", [text for texts in EMERGENCIES.values() for text in lines(texts)][::4])
def test_it_is_seen_in_any_case_and_in_the_middle_of_a_message(text: str) -> None:
    assert screen(f"Log 3x5 squats at 100 kg. {text.upper()}! How is my bench going?") is not None


def test_there_are_enough_of_both() -> None:
    assert sum(len(lines(texts)) for texts in EMERGENCIES.values()) >= 40
    assert len(lines(HARMLESS)) >= 40
