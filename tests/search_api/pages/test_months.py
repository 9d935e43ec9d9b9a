"""Months become columns without a gap; a long time is shown by years."""

from search_api.pages.months import months


def test_months_follow_each_other_without_a_gap():
    columns = months((("2023-11", 2), ("2024-02", 4)), key="tw.ct.k13.00012")
    assert [(one.name, one.label, one.count, one.height) for one in columns] == [
        ("tháng 11/2023", "", 2, 50),
        ("tháng 12/2023", "", 0, 0),
        ("tháng 1/2024", "2024", 0, 0),
        ("tháng 2/2024", "", 4, 100),
    ]
    assert columns[3].href == "/?directive=tw.ct.k13.00012&from=2024-02-01&to=2024-02-29"


def test_a_long_time_is_shown_by_years():
    columns = months((("2010-03", 1), ("2010-05", 2), ("2015-03", 6)), key="cp.nd.2012.00012")
    assert [(one.name, one.count, one.height) for one in columns][::5] == [
        ("năm 2010", 3, 50),
        ("năm 2015", 6, 100),
    ]
    assert columns[0].href == "/?directive=cp.nd.2012.00012&from=2010-01-01&to=2010-12-31"


def test_where_no_day_is_known_nothing_is_drawn():
    assert months((), key="tw.ct.k13.00012") == ()
