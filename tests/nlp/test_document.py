import json

from nlp.annotate import annotate
from nlp.document import AnnotatedDocument, Event, Relation, from_dict, to_dict


def test_a_document_comes_back_from_its_json():
    found = annotate("Ông Nguyễn Văn Bình dự hội nghị về Chỉ thị 12-CT/TW tại Hà Nội.")
    document = AnnotatedDocument(
        entities=found.entities,
        citations=found.citations,
        relations=(Relation("activity", "tw.ct.k13.00012", "studies", "quán triệt", 3, 13),),
        events=(Event("Hội nghị", "hội nghị", speakers=("Nguyễn Văn Bình",), main=True),),
        warnings=("long-token",),
    )
    shape = json.loads(json.dumps(to_dict(document), ensure_ascii=False))
    assert from_dict(shape) == document


def test_the_source_of_a_relation_is_called_from():
    shape = to_dict(
        AnnotatedDocument(relations=(Relation("self", "cp.nd.2012.00012", "replaces", "thay thế", 0, 8),))
    )
    assert shape["relations"] == [
        {
            "from": "self",
            "to": "cp.nd.2012.00012",
            "relation": "replaces",
            "cue": "thay thế",
            "start": 0,
            "end": 8,
        }
    ]
