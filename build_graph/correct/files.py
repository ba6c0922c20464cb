"""Files of corrections: a folder of ``*.yml`` -> entries, or lines that say what is wrong, where, what to do.

An entry without an action has not been filled in and is passed over, but its keys are looked at: a misspelt
``action`` does not lose what a person has written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args

from build_graph.correct.attributes import ALIAS, ATTRIBUTES, read_settings
from build_graph.correct.entry import Entry, Quote, digest
from build_graph.correct.errors import CorrectionError, ValueRefused
from build_graph.correct.values import iso_date, near, ordinal, text
from build_graph.correct.yaml_text import read_entries
from build_graph.model import KINDS, Action, DeclaredCount, Discrepancy, Fact, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.correct.entry import Setting
    from build_graph.correct.yaml_text import Plain

SUFFIXES: Final = (".yml", ".yaml")
KEYS: Final = ("document", "kind", "fact", "program", "passage", "action", "set", "who", "why", "date")
_PASSAGE_KEYS: Final = ("exact", "start", "occurrence", "sha256")
_FILLED: Final = ("set", "who", "why", "date")
"""Keys that a person fills in; a sheet leaves them empty."""
_CLASSES: Final[dict[str, type[Fact]]] = {kind: fact for fact, kind in KINDS.items()}
_WITHOUT_SETTINGS: Final = ("reject", "confirm")
_REQUIRED: Final[Mapping[type[Fact], tuple[str, ...]]] = {DeclaredCount: ("of", "value"), Discrepancy: ("type",)}
"""What a missing fact must be given, because its passage does not tell."""
_SHORTEST_DIGEST: Final = 8


def read_corrections(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file, or of the files of a folder in the order of their names.

    Raises:
        CorrectionError: for all files and entries that are wrong, a line for each.
    """
    if not path.exists():
        raise CorrectionError(f"{path} does not exist; name a folder of .yml files with corrections, or one such file")
    files = correction_files(path) if path.is_dir() else [path]
    if not files:
        raise CorrectionError(f"{path} holds no corrections; files ending in {' or '.join(SUFFIXES)} are read")
    found = [entry for file in files for entry in _of_file(file)]
    wrong = [str(each) for each in found if isinstance(each, CorrectionError)]
    if wrong:
        raise CorrectionError(*wrong)
    return tuple(each for each in found if isinstance(each, Entry))


def correction_files(folder: Path) -> list[Path]:
    """Return the files of corrections in a folder, in the order of their names; hidden ones are skipped."""
    names = sorted(file.name for file in folder.iterdir() if file.suffix in SUFFIXES and not file.name.startswith("."))
    return [folder / name for name in names]


def _of_file(file: Path) -> Iterator[Entry | CorrectionError | None]:
    try:
        entries = read_entries(file)
    except CorrectionError as error:
        yield error
        return
    for number, (line, raw) in enumerate(entries, 1):
        yield raw if isinstance(raw, CorrectionError) else _entry(raw, f"{file}, entry {number} (line {line})")


def _entry(raw: Plain, where: str) -> Entry | CorrectionError | None:
    """Return an entry, what is wrong with it, or None for one that has not been filled in."""
    try:
        if not isinstance(raw, dict):
            raise ValueRefused("is no list of keys and values; begin with - document:")
        _known_keys(raw, KEYS)
        if not raw.get("action"):
            _unfilled(raw)
            return None
        return _filled(raw, where)
    except ValueRefused as refused:
        return CorrectionError(f"{where}: {refused}")


def _known_keys(raw: Mapping[str, Plain], known: Sequence[str], within: str = "") -> None:
    for key in raw:
        if key not in known:
            raise ValueRefused(f"unknown key {key!r}{within}: {near(key, known)}")


def _unfilled(raw: Mapping[str, Plain]) -> None:
    filled = [key for key in _FILLED if raw.get(key)]
    if filled:
        raise ValueRefused(f"{filled[0]} is filled in, but there is no action: write {', '.join(get_args(Action))}")


def _filled(raw: Mapping[str, Plain], where: str) -> Entry:
    for key in ("document", "kind", "passage", "who", "why"):
        if not raw.get(key):
            raise ValueRefused(f"has no {key}{_HELP[key]}")
    action = _one(raw, "action", get_args(Action))
    kind = _one(raw, "kind", tuple(_CLASSES))
    settings = _settings(raw.get("set", ""), cast("Action", action), _CLASSES[kind])
    if action == "add" and (raw.get("fact") or raw.get("program")):
        raise ValueRefused("what is added has no fact or program of its own yet: put name, text, program … into set")
    return Entry(
        where=where,
        document=_text(raw, "document"),
        kind=kind,
        action=cast("Action", action),
        quote=_quote(raw["passage"]),
        settings=settings,
        who=_text(raw, "who"),
        why=_text(raw, "why"),
        date=_text(raw, "date", iso_date) if raw.get("date") else None,
        fact=_text(raw, "fact") if raw.get("fact") else None,
        program=_text(raw, "program") if raw.get("program") else None,
    )


_HELP: Final = {
    "document": ": write the document's id, or its file name",
    "kind": f": write one of {', '.join(_CLASSES)}",
    "passage": ": copy the words of the document that say it, exactly as they stand there",
    "who": ": write who says so, a name or a role",
    "why": ": write the reason in a sentence",
}


def _one(raw: Mapping[str, Plain], key: str, known: Sequence[str]) -> str:
    word = _text(raw, key)
    if word not in known:
        raise ValueRefused(f"{key} {word!r}: {near(word, known)}")
    return word


def _text(raw: Mapping[str, Plain], key: str, reader: Callable[[Plain], str] = text) -> str:
    value = raw[key]
    try:
        return reader(" ".join(value.split()) if isinstance(value, str) else value)
    except ValueRefused as refused:
        raise ValueRefused(f"{key} {refused}") from refused


def _settings(raw: Plain, action: Action, kind: type[Fact]) -> dict[str, Setting]:
    if raw and not isinstance(raw, dict):
        raise ValueRefused("set is no list of attributes; write set: {name: …}")
    given = raw if isinstance(raw, dict) else {}
    if action in _WITHOUT_SETTINGS:
        if given:
            raise ValueRefused(f"{action} sets nothing: leave set empty, or write action: correct")
        return {}
    if action == "alias":
        return _alias(given, kind)
    settings = read_settings(given, ATTRIBUTES[kind])
    if action == "correct" and not settings:
        raise ValueRefused(f"correct says nothing: write set: {{{next(iter(ATTRIBUTES[kind]))}: …}}")
    missing = [name for name in _REQUIRED.get(kind, ()) if action == "add" and name not in settings]
    if missing:
        raise ValueRefused(f"a missing {KINDS[kind]} needs {missing[0]} in set")
    return settings


def _alias(given: Mapping[str, Plain], kind: type[Fact]) -> dict[str, Setting]:
    if kind is not Program:
        raise ValueRefused("alias gives a program another name: write kind: program, or action: correct")
    if not given:
        raise ValueRefused("alias says nothing: write set: {alias: …}")
    return read_settings(given, ALIAS)


def _quote(raw: Plain) -> Quote:
    parts = {"exact": raw} if isinstance(raw, str) else raw
    if not isinstance(parts, dict):
        raise ValueRefused("passage is neither words nor {exact: …}")
    _known_keys(parts, _PASSAGE_KEYS, " in passage")
    exact = parts.get("exact")
    if not isinstance(exact, str) or not exact:
        raise ValueRefused("passage has no words: write passage: … or passage: {exact: …}")
    if parts.get("sha256"):
        _same_digest(exact, parts["sha256"])
    return Quote(exact, _position(parts, "start", 0), _position(parts, "occurrence", 1))


def _position(parts: Mapping[str, Plain], key: str, least: int) -> int | None:
    if not parts.get(key):
        return None
    if parts[key] == "0" and least == 0:
        return 0
    try:
        return ordinal(parts[key])
    except ValueRefused as refused:
        raise ValueRefused(f"{key} of the passage {refused}") from refused


def _same_digest(exact: str, given: Plain) -> None:
    if not isinstance(given, str) or not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST_DIGEST},64}}", given):
        raise ValueRefused(f"sha256 of the passage is no digest: {_SHORTEST_DIGEST} to 64 digits 0-9 and a-f")
    if not digest(exact).startswith(given):
        raise ValueRefused(
            "the words of the passage are not those that its sha256 was made of: copy them again from the document, "
            "or leave sha256 out if you mean these words"
        )
