"""Mentions: one written step by step and sealed is the same as one made at once."""

import copy
import dataclasses
import pickle
from decimal import Decimal

import pytest

from verifier.model import Kind, Mention, Modifier, OpenMention

FIELDS = {
    "start": 8, "end": 31, "text": "4,1 juta barel per hari", "kind": Kind.MEASURE, "values": (Decimal("4.1E+6"),),
    "unit": "barrel/day", "modifier": Modifier.ABOUT, "rules": ("numerals.scales",),
}  # fmt: skip


def test_a_sealed_mention_is_a_mention():
    sealed, made = OpenMention(**FIELDS).seal(), Mention(**FIELDS)
    assert type(sealed) is Mention
    assert sealed == made
    assert hash(sealed) == hash(made)
    assert repr(sealed) == repr(made)
    assert sealed.to_dict() == made.to_dict()


def test_a_sealed_mention_cannot_be_changed():
    sealed = OpenMention(**FIELDS).seal()
    with pytest.raises(dataclasses.FrozenInstanceError):
        sealed.start = 0
    with pytest.raises(dataclasses.FrozenInstanceError):
        del sealed.start


def test_a_sealed_mention_can_be_copied_pickled_and_replaced():
    sealed = OpenMention(**FIELDS).seal()
    assert copy.copy(sealed) == copy.deepcopy(sealed) == pickle.loads(pickle.dumps(sealed)) == sealed
    assert dataclasses.replace(sealed, start=0).start == 0


def test_both_have_the_same_fields_with_the_same_defaults():
    short = {name: FIELDS[name] for name in ("start", "end", "text", "kind")}
    assert OpenMention(**short).seal() == Mention(**short)
    assert OpenMention.__slots__ == tuple(field.name for field in dataclasses.fields(Mention))
