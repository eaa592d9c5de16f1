"""Which conditions of a profile mean that nobody plans a deficit."""

import pytest

from fitzen.users.health import eating_disorder, pregnant


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        ("Anorexia nervosa", True),
        ("bulimia (recovered)", True),
        ("history of an eating disorder", True),
        ("Binge eating", True),
        ("ARFID", True),
        ("trastorno de la conducta alimentaria", True),
        ("TCA", True),
        ("atracones", True),
        ("no eating disorder", False),
        ("asthma", False),
        ("hypertension", False),
        ("tachycardia", False),
        ("cataract", False),
    ],
)
def test_an_eating_disorder_is_known_by_its_words(said: str, flagged: bool) -> None:
    assert eating_disorder({"health": {"conditions": ["asthma", said]}}) is flagged


def test_who_says_nothing_has_none() -> None:
    assert not eating_disorder({})
    assert not pregnant({})
    assert pregnant({"health": {"pregnant": True}})
