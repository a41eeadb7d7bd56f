"""The manual: Sphinx with MyST Markdown, nothing fetched from elsewhere."""

import pathlib
import re

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Name, Number, String, Text

project = "accord"
author = "the accord maintainers"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = []
html_theme = "alabaster"
html_theme_options = {
    "description": "Reach it, write it, verify it.",
    "fixed_sidebar": True,
    "show_powered_by": False,
    "page_width": "1000px",
}
html_static_path = ["_static"]
html_css_files = ["manual.css"]
# Quotes and dashes of commands and tables stay as they are typed: what is copied runs.
smartquotes = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3


WORDS = re.findall(
    r'"([a-z]+)"',
    re.search(
        r"reserved_words = .*?\{(.*?)\}",
        (pathlib.Path(__file__).parent.parent / "src/agreement/syntax/token.h").read_text(),
        re.DOTALL,
    )[1],
)


class AccordLexer(RegexLexer):
    """Colours of the terms language, with the words of the program itself."""

    name = "accord"
    tokens = {"root": [
        (r"#.*", Comment), (r'"""(.|\n)*?"""', String), (r'"(\\.|[^"\\\n])*"', String),
        (r"\d[\d.-]*", Number), (words(WORDS, suffix=r"(?![\w-])"), Keyword),
        (r"[A-Za-z](-?\w)*", Name), (r".|\n", Text)]}


def setup(app):
    app.add_lexer("accord", AccordLexer)
