"""The manual: Sphinx with MyST Markdown, nothing fetched from elsewhere."""

project = "accord"
author = "the accord maintainers"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = []
html_theme = "alabaster"
html_theme_options = {"description": "Reach it, write it, verify it.", "fixed_sidebar": True, "page_width": "1000px"}
html_show_sourcelink = False
html_copy_source = False
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
