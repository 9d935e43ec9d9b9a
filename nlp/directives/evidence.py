"""The rules that decide which document a citation means, with what each rests on and how far it can be trusted."""

from enum import Enum


class Rule(Enum):
    """The closed list of a citation's `evidence`, strongest first; `value` is its confidence.

    The numbers are shares of right decisions on annotated passages, rounded down, where a rule decided ten or
    more; the others are set beside the rule they resemble.
    """

    SELF = ("self", 0.99)  # the text's own document
    PRINTED = ("printed", 0.98)  # body, number and period stand there in full
    OWN_DATE = ("own-date", 0.98)  # the day printed with it gives term or year
    STATED_TERM = ("stated-term", 0.96)  # "khóa XI" of the Party stands with it
    NAME_YEAR = ("name-year", 0.95)  # the name of a law with its year or day
    SAME_ARTICLE = ("same-article", 0.95)  # another mention in the text says it
    YEAR_WORD = ("year-word", 0.94)  # "năm 2017" stands beside the number
    ALIAS = ("alias", 0.93)  # the registry knows this way of calling it
    SUBJECT = ("subject", 0.93)  # what it is about, as the words after it say, is one title's
    IN_FORCE = ("in-force", 0.92)  # the law of this name in force on the article's day
    MEETING = ("meeting", 0.92)  # a set of resolutions, or the one of the set that the subject picks
    ANNIVERSARY = ("anniversary", 0.9)  # "10 năm thực hiện" counts back to its year
    REPAIRED = ("repaired", 0.9)  # the printed number is impossible, one that it may stand for is known
    LINKED = ("linked", 0.88)  # the registry ties it to another document of the text: it guides, amends it …
    ANTECEDENT = ("antecedent", 0.88)  # "Chỉ thị này": the document that the words before are about
    CONTEXT = ("context", 0.85)  # the sentence round it shares the words of one title
    SINGLE_CANDIDATE = ("single-candidate", 0.85)  # the registry knows one such document
    LATEST_CANDIDATE = ("latest-candidate", 0.7)  # the newest of several, and new when the article appeared
    OPEN = ("open", 0.0)  # no document is claimed

    @property
    def slug(self) -> str:
        return self.value[0]

    @property
    def confidence(self) -> float:
        return self.value[1]
