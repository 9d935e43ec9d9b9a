import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from crawler.article import Article
from crawler.extract.language import detect
from crawler.extract.remark import remark
from crawler.letters import fold, nfc

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
QUOTING = (
    'Tại hội thảo, ông John Smith nói: "We believe that people to people exchange is the most important base '
    'of the relationship between our two countries, and it should be kept by the next generations of leaders." '
    "Ông cho biết hai bên sẽ trao đổi các đoàn trong năm nay và những năm tới."
)
NAMING = (
    "Nguyễn Xuân Thắng received a delegation of the Lao People's Revolutionary Party led by its Secretary. "
    "Nguyễn Phú Trọng and Võ Văn Thưởng also sent messages of congratulation to the guests."
)
GOLF = (
    "Kết quả giải golf diễn ra từ ngày 23 đến ngày 26 tháng năm: Rory McIlroy, Graeme McDowell, Luke Donald, Lee "
    "Westwood, Ian Poulter, Justin Rose, Paul Casey, Martin Kaymer, Sergio Garcia, Adam Scott, Ernie Els."
)
VIETNAMESE = (
    "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội.",
    "Hội nghị tổng kết",
    "Hoi nghi tong ket cong tac doi ngoai nhan dan nam 2023 da dien ra tai Ha Noi voi ba tram dai bieu.",
    "Chieu nay, doi tuyen Viet Nam gap Thai Lan tai san My Dinh, hang nghin co dong vien da co mat tu som.",
    "Tin Liverpool - Arsenal: Klopp có Salah",
    "KINH MOI QUY KHACH THAM DU LE KHAI TRUONG",
    QUOTING,
    GOLF,
)
OTHERS = (
    ("en", "The two sides signed a memorandum of understanding on people-to-people exchanges in Hanoi on Monday."),
    ("en", NAMING),
    ("fr", "Le président de l'Union des organisations d'amitié a reçu hier une délégation venue de Paris."),
    ("de", "Die Delegation aus Berlin wurde am Montag vom Vorsitzenden des Freundschaftsvereins empfangen."),
    ("es", "El embajador subrayó que la cooperación entre los pueblos es la base de la amistad duradera."),
    ("pt", "A delegação portuguesa foi recebida ontem em Hanói pelo presidente da União."),
    ("it", "La delegazione italiana è stata ricevuta ieri ad Hanoi dal presidente della lega."),
    ("ru", "Делегация российских организаций дружбы прибыла в Ханой для участия в конференции по дипломатии."),
    ("uk", "Делегація з Києва прибула до Ханоя, щоб обговорити співпрацю між товариствами дружби двох країн."),
    ("zh", "越南友好组织联合会昨日在河内举行民间外交工作总结会议，来自各省市的三百名代表参加了会议。"),
    ("ja", "ベトナム友好協会連合会は昨日、ハノイで民間外交の総括会議を開催し、各地から三百人の代表が参加した。"),
    ("ko", "베트남 우호단체연합회는 어제 하노이에서 민간외교 총결 회의를 개최했으며 삼백 명이 참석했다."),
    ("lo", "ສະຫະພັນອົງການມິດຕະພາບຫວຽດນາມ ໄດ້ຈັດກອງປະຊຸມສະຫຼຸບວຽກງານການທູດປະຊາຊົນ ຢູ່ນະຄອນຫຼວງຮ່າໂນ້ຍ."),
    ("km", "សហភាពអង្គការមិត្តភាពវៀតណាម បានរៀបចំសន្និសីទបូកសរុបការងារការទូតប្រជាជន នៅទីក្រុងហាណូយ។"),
    ("th", "สหภาพองค์การมิตรภาพเวียดนามจัดการประชุมสรุปงานการทูตภาคประชาชนที่กรุงฮานอยเมื่อวานนี้"),
    ("id", "Persatuan organisasi persahabatan Vietnam mengadakan konferensi di Hanoi kemarin yang lalu."),
    ("ms", "Rombongan dari Kuala Lumpur telah diterima di Hanoi pada hari Isnin oleh pengerusi kesatuan."),
    ("nl", "De delegatie uit Amsterdam werd maandag in Hanoi ontvangen door de voorzitter van de vereniging."),
    ("sv", "Delegationen från Stockholm togs emot i Hanoi på måndagen av ordföranden för vänskapsföreningen."),
    ("da", "Delegationen fra København blev mandag modtaget i Hanoi af formanden for venskabsforeningen."),
    ("fi", "Helsingistä saapunut valtuuskunta vieraili maanantaina Hanoissa ystävyysjärjestöjen liiton kutsusta."),
    ("pl", "Delegacja z Warszawy została przyjęta w poniedziałek w Hanoi przez przewodniczącego."),
    ("cs", "Delegace z Prahy byla v pondělí přijata v Hanoji předsedou svazu přátelství a jeho spolupracovníky."),
    ("hu", "A budapesti küldöttséget hétfőn fogadta Hanoiban a baráti szervezetek szövetségének elnöke."),
    ("ro", "Delegația din București a fost primită luni la Hanoi de președintele uniunii."),
    ("tr", "Ankara'dan gelen heyet pazartesi günü Hanoi'de birliğin başkanı tarafından karşılandı."),
    ("el", "Η αντιπροσωπεία από την Αθήνα έγινε δεκτή τη Δευτέρα στο Ανόι από τον πρόεδρο της ένωσης φιλίας."),
    ("ar", "استقبل رئيس اتحاد منظمات الصداقة الفيتنامية أمس في هانوي وفدا من القاهرة لبحث التعاون بين الشعبين."),
    ("hi", "वियतनाम मैत्री संगठन संघ के अध्यक्ष ने कल हनोई में नई दिल्ली से आए प्रतिनिधिमंडल का स्वागत किया।"),
)  # fmt: skip


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_is_told_with_and_without_accents_and_with_foreign_words(text):
    assert detect(text) == "vi"


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_languages_are_told(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "123 456 789", "Paris", "Tokyo - London 3-1", "Video: TTXVN"])
def test_what_is_too_short_is_left_open(text):
    assert detect(text) is None


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not here")
@pytest.mark.parametrize("write", [nfc, lambda text: fold(nfc(text))], ids=["as printed", "without accents"])
def test_news_texts_are_vietnamese(write):
    with gzip.open(SHARED / "corpus" / "unc-2020.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 0, None, 20)]
    assert {detect(write(text)) for text in texts} == {"vi"}


def test_an_article_is_marked_with_its_language_once():
    article = Article(title="Hanoi", lead=None, paragraphs=(OTHERS[0][1],))
    assert remark(article).language == "en"
    assert remark(Article(None, None, (OTHERS[0][1],), language="vi")).language == "vi"


def test_an_article_that_lost_letters_says_so():
    article = Article(None, None, ("Hội nghị t\ufffdng kết công tác đối ngoại nhân dân",), flags=("ocr",))
    assert remark(article).flags == ("ocr", "lost-letters")
    assert remark(remark(article)).flags == ("ocr", "lost-letters")
