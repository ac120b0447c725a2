"""Write docs/api.md from the docstrings of the public names: ``python docs/make_api.py``."""

from __future__ import annotations

import re
from pathlib import Path

import griffe
import griffe2md

import analysis

PAGE = Path(__file__).with_name("api.md")
_HEAD = """# The public names

Made from the docstrings by `python docs/make_api.py`; edit those. All are imported from `analysis`:

    from analysis import {names}
"""

_ONE_RESULT: griffe.GoogleOptions = {"returns_multiple_items": False, "returns_named_value": False}
_LINK = re.compile(r"\[([^\[\]]+)\]\(#[\w.]+\)")

_SHOWN = griffe2md.ConfigDict(
    heading_level=2,
    show_root_full_path=False,
    show_object_full_path=False,
    show_if_no_docstring=False,
    show_signature_annotations=True,
    summary=False,
    docstring_section_style="list",
)


def page() -> str:
    """The whole page as Markdown."""
    source = [str(Path(analysis.__file__).parents[1])]
    loader = griffe.GriffeLoader(
        docstring_parser=griffe.Parser.google, docstring_options=_ONE_RESULT, search_paths=source
    )
    package = loader.load("analysis")
    loader.resolve_aliases()
    parts = [_HEAD.format(names=", ".join(analysis.__all__))]
    for name in analysis.__all__:
        shown = package[name]
        parts.append(
            griffe2md.render_object_docs(
                shown.final_target if shown.is_alias else shown,
                _SHOWN,
            )
        )
    # The links lead to parts that only a site of many pages has.
    text = _LINK.sub(r"\1", "\n\n".join(part.strip() for part in parts))
    return text.replace("### `analysis.model.", "### `") + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
