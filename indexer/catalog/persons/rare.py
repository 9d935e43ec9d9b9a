"""Groups of appearances of names in; those of a name that hardly two people bear joined."""

from indexer.catalog.persons.namesakes import namesakes
from indexer.catalog.persons.seen import Groups, Seen, days_between, sharing

# How many may bear a name whose appearances are one person's without further evidence: whatever offices they have
# and however long lies between; or within a year, where at most one of them has any.  Of 120 persons that were so
# made of 2,600 articles, read by eye, two were two before the year was asked for.
UNIQUE, RARE = 0.01, 0.05
RARE_DAYS = 365


def join_rare(groups: Groups) -> None:
    for same in sharing(groups.everyone, lambda one: (one.key,) if " " in one.key else ()):
        bearers = namesakes(same[0].key)
        if bearers < UNIQUE or (bearers < RARE and _one_holder(groups, same)):
            for one, other in groups.neighbours(same):
                if bearers < UNIQUE or (days_between(one.day, other.day) or 0) <= RARE_DAYS:
                    groups.join(one, other, "name", 0.7)


def _one_holder(groups: Groups, same: list[Seen]) -> bool:
    return len({groups.of(one) for one in same if one.offices}) <= 1
