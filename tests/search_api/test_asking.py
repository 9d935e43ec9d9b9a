"""What may be asked of persons, bodies, offices and events, and what is refused."""

import pytest
from pydantic import ValidationError

from search_api.asking import EventParameters, OfficePageParameters, OfficeParameters, PeopleParameters


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ({}, None, None),
        ({"from": "2019", "to": "2019"}, "2019-01-01", "2019-12-31"),
        ({"from": "31/1/2024"}, "2024-01-31", None),
        ({"to": "2024-02"}, None, "2024-02-29"),
        ({"from": "", "to": ""}, None, None),  # a form sends what was not filled in
    ],
)
def test_a_time_goes_from_its_first_day_to_its_last(asked, first, last):
    found = PeopleParameters.model_validate(asked)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("typed", "kind"), [("", ""), ("hội nghị", "hội nghị"), ("Hoi Nghi", "hội nghị"), ("tọa đàm", "toạ đàm")]
)
def test_a_kind_of_event_is_known_in_any_spelling(typed, kind):
    assert EventParameters.model_validate({"kind": typed}).kind == kind


@pytest.mark.parametrize(
    ("model", "asked"),
    [
        (PeopleParameters, {"name": "Đức"}),
        (PeopleParameters, {"from": "mai"}),
        (PeopleParameters, {"limit": 101}),
        (EventParameters, {"kind": "tiệc"}),
        (OfficeParameters, {}),
        (OfficeParameters, {"office": ""}),
    ],
)
def test_what_can_not_be_asked_is_refused(model, asked):
    with pytest.raises(ValidationError):
        model.model_validate(asked)


def test_the_page_takes_vietnamese_names_and_does_not_mind_others():
    asked = OfficePageParameters.model_validate(
        {"chuc-vu": "Chủ tịch", "tu": "2019", "den": "", "utm_source": "x"}
    )
    assert asked.office == "Chủ tịch"
    assert (asked.days().first, asked.days().last) == ("2019-01-01", None)
