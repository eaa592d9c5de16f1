"""Emergencies are answered before any tool, and hard training is no emergency."""

import pytest

from fitzen.coach.safety import screen

ALARMS = {
    "chest_pain": [
        "I have chest pain",
        "there is a pressure on my chest since the run",
        "my chest hurts when I breathe",
        "sharp pain in my chest after squats",
        "am I having a heart attack?",
        "my chest feels tight and my arm is numb",
        "I feel chest tightness",
        "tightness in my chest",
    ],
    "collapse": [
        "I fainted after deadlifts",
        "I passed out in the gym",
        "I blacked out for a second",
        "I can't breathe",
        "I can\N{RIGHT SINGLE QUOTATION MARK}t breathe properly",
        "feel like I'm fainting",
    ],
    "suicide": [
        "I want to kill myself",
        "I don't want to live anymore",
        "I've been thinking about suicide",
        "sometimes I think everyone would be better off dead without me, I want to die",
        "I keep hurting myself on purpose",
        "I want to end my life",
        "I feel suicidal",
    ],
    "stroke": [
        "one side of my face is drooping",
        "my speech is slurred, slurring my words",
        "my left arm went numb and my face is drooping",
        "worst headache of my life during bench",
    ],
}
HARMLESS = [
    "log chest press 3x10 50 kg",
    "my chest is sore after bench",
    "how is my chest day going",
    "this workout is killing me",
    "I'm dying, those squats were hard",
    "squats nearly killed me today",
    "heart rate zones for running?",
    "dead hang 45 s",
    "log deadlift 5x5 100 kg",
    "chest fly 3x12 14 kg",
    "I was out of breath after the run",
    "my legs feel numb from the cold plunge",
    "suicide runs are in my plan for football",
    "face pulls 3x15",
    "my speech at work went well",
    "I passed my fitness test",
    "the bench has a pressure pad",
    "I could not breathe for a moment? just kidding, all good: 5 km in 27:30",
]


@pytest.mark.parametrize(
    ("category", "said"), [(category, said) for category, every in ALARMS.items() for said in every]
)
def test_an_emergency_is_seen(category: str, said: str) -> None:
    alarm = screen(said)
    assert alarm is not None
    assert alarm.category == category
    assert "112" in alarm.text or "988" in alarm.text


@pytest.mark.parametrize("said", HARMLESS)
def test_training_is_no_emergency(said: str) -> None:
    assert screen(said) is None
