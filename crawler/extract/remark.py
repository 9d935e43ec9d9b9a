"""An article in, the same with its language, and flagged where letters were lost, out."""

from dataclasses import replace

from crawler.article import Article
from crawler.extract.language import detect


def remark(article: Article) -> Article:
    """Of a text that has lost more than one letter in a hundred nothing comes so far: it is "garbled"."""
    text = article.text
    lost = ("lost-letters",) if "\ufffd" in text and "lost-letters" not in article.flags else ()
    return replace(article, language=article.language or detect(text), flags=(*article.flags, *lost))
