"""A text in, what holds for the whole of it out: its habits of printing, what lists and rules find in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.entities.hints import Hints
from nlp.entities.model.habits import Habits
from nlp.entities.model.layers import Layer
from nlp.entities.model.view import View, view
from nlp.segment import Sentence


@dataclass(frozen=True, slots=True)
class Article:
    views: tuple[View, ...]  # one a sentence
    habits: Habits
    names: Layer
    bodies: Layer

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence], hints: Hints) -> "Article":
        views = tuple(view(text, sentence) for sentence in sentences)
        return cls(views, Habits.of(views), Layer(hints.names), Layer(hints.bodies))
