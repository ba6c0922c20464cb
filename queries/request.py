"""One request to a server, within bounds: how long it may take, how much may come back, from there and nowhere else.

A server can answer without end, or one byte a minute, or send on to an address that nobody has named. What it sends is
read in a thread of its own: each byte of a header keeps a single read alive, so only who waits for the whole can stop.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, build_opener

from queries.errors import QueryError

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import Request

_SHOWN: Final = 160
"""Characters of a server's complaint that are passed on."""
_COMPLAINT: Final = 4096
"""Bytes of it that are read."""
_LESS: Final = "ask for less, for example with LIMIT"
_EACH: Final = 1 << 16
"""Bytes that are read at once."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a server may take."""

    silence: float = 60
    """Seconds without a byte."""
    seconds: float = 300
    """Seconds for the whole answer."""
    bytes: int = 256 * 2**20
    """Size of the answer."""


class Reply(NamedTuple):
    """What a server has answered."""

    kind: str
    """Its media type."""
    body: bytes


def reply(request: Request, bounds: Bounds) -> Reply:
    """Return the answer to a request.

    Raises SyntaxError if the server does not take what is asked (status 400), QueryError if there is no answer or one
    that is too long, comes too slowly, is compressed or stands elsewhere.
    """
    found: list[Reply | BaseException] = []
    given_up = Event()

    def work() -> None:
        try:
            found.append(_reply(request, bounds, given_up))
        except BaseException as error:
            found.append(error)  # to be raised where the answer is waited for

    reading = Thread(target=work, daemon=True)
    reading.start()
    try:
        reading.join(bounds.seconds)
    finally:
        given_up.set()
    if not found:
        raise QueryError(f"{request.full_url} has not answered within {bounds.seconds:g} s: {_LESS}")
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


def _reply(request: Request, bounds: Bounds, given_up: Event) -> Reply:
    address = request.full_url
    try:
        with closing(_OPENER.open(request, timeout=bounds.silence)) as response:
            _refuse_compressed(address, response)
            return Reply(response.headers.get_content_type(), _body(address, response, bounds, given_up))
    except HTTPError as error:
        with closing(error):
            raise _complaint(address, error) from error
    except (URLError, HTTPException, OSError) as error:
        raise QueryError(f"{address} does not answer: {getattr(error, 'reason', error)}") from error


def _body(address: str, response: HTTPResponse, bounds: Bounds, given_up: Event) -> bytes:
    announced = response.length or 0
    found = bytearray()
    while max(announced, len(found)) <= bounds.bytes and not given_up.is_set():
        part = response.read1(_EACH)
        if not part:
            break
        found += part
    if max(announced, len(found)) > bounds.bytes:
        raise QueryError(f"{address} answers with more than {bounds.bytes / 2**20:g} MB: {_LESS}")
    if len(found) < announced:
        raise QueryError(f"the answer of {address} breaks off after {len(found)} of {announced} bytes: ask again")
    return bytes(found)


def _refuse_compressed(address: str, response: HTTPResponse) -> None:
    """Raise QueryError for an answer that would have to be unpacked: a few bytes can hold any number of them."""
    coding = response.headers.get("Content-Encoding", "identity")
    if coding.strip().lower() != "identity":
        raise QueryError(f"{address} answers compressed ({coding[:_SHOWN]!a}), which was not asked for")


def _complaint(address: str, error: HTTPError) -> Exception:
    """Return the error for a status that is no answer."""
    if 300 <= error.code < 400:
        there = error.headers.get("Location", "")[:_SHOWN]
        return QueryError(
            f"{address} sends on to {there!a} (status {error.code}), and a question goes only where you say: "
            "name that address, if it is the endpoint"
        )
    said = " ".join(error.read(_COMPLAINT).decode("utf-8", "replace").split())[:_SHOWN]
    if error.code == 400:
        return SyntaxError(said)
    return QueryError(f"{address} answers with status {error.code}: {said or error.reason}")


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing: a question that is sent on loses its query on the way, or tells it to somebody else."""

    def redirect_request(self, *_: Any) -> None:  # noqa: ANN401  (nothing of it is looked at)
        """Let the status be an error."""


_OPENER: Final = build_opener(_NoRedirect)
