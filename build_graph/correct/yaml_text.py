"""YAML as people write it: a list of entries, every value a text, every mistake with its line.

Nothing is guessed from how a value looks: 2020-05 and no stay what they are. A key that stands twice is an
error, because it is an entry that has lost its dash.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml

from build_graph.correct.attributes import written
from build_graph.correct.errors import CorrectionError
from build_graph.read.halves import whole

if TYPE_CHECKING:
    from pathlib import Path

Plain = str | list["Plain"] | dict[str, "Plain"]
_PLAIN = re.compile(r"\w(?:[\w（）、，。“”《》%·—-]*[\w）”》%])?")
_NOT_PRINTED = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Loader(yaml.BaseLoader):
    """A loader without anchors: an entry says all that it says where it stands."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(
                None,
                None,
                "put words that begin with * or & in quotation marks",
                self.get_event().start_mark,  # type: ignore[no-untyped-call]
            )
        return super().compose_node(parent, index)


def read_entries(path: Path) -> list[tuple[int, Plain | CorrectionError]]:
    """Return the entries of a file, or what is wrong with the way they are written, each with its line.

    Raises:
        CorrectionError: if the file cannot be read or is no list in YAML.
    """
    try:
        node = yaml.compose(path.read_text("utf-8-sig"), Loader=_Loader)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise CorrectionError(f"{path}: give a list of entries, each beginning with - document:")
        return [(item.start_mark.line + 1, _entry(item, path)) for item in node.value]
    except OSError as error:
        raise CorrectionError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path} is not in UTF-8; save it as UTF-8") from error
    except RecursionError as error:
        raise CorrectionError(f"{path}: too many brackets inside each other") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        line = f", line {mark.line + 1}" if mark else ""
        advice = "; put words that begin with a sign in quotation marks" if "cannot start" in what else ""
        raise CorrectionError(f"{path}{line}: not valid YAML: {what}{advice}") from error


def _entry(node: yaml.Node, path: Path) -> Plain | CorrectionError:
    try:
        return _plain(node, path)
    except CorrectionError as error:
        return error


def _plain(node: yaml.Node, path: Path) -> Plain:
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Plain] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in found:
                line = key.start_mark.line + 1
                raise CorrectionError(f"{path}, line {line}: {name} stands twice; begin each entry with a dash")
            found[name] = _plain(value, path)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path) for item in node.value]
    return whole(str(node.value))


def value(thing: object) -> str:
    """Return a value as it can stand in a file, in quotation marks where it needs them.

    >>> print(value("2024-06"), value(">="), value(None), value((60, 70.5)), value(True))
    2024-06 ">=" null [60, 70.5] true
    """
    if isinstance(thing, tuple | list):
        return f"[{', '.join(map(value, thing))}]"
    if isinstance(thing, str):
        return thing if _PLAIN.fullmatch(thing) else quoted(thing)
    return "null" if thing is None else str(written(thing))


def quoted(text: str) -> str:
    r"""Return a text in double quotation marks, on one line, so that YAML reads exactly this text back.

    >>> print(quoted("第一行\n“第二行”\u2028"))
    "第一行\n“第二行”\u2028"
    """
    return _NOT_PRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
