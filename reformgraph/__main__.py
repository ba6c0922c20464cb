"""The command line: ``reformgraph COMMAND …`` or ``python -m reformgraph COMMAND …``.

Exit status: 0 if all went well, 1 if a graph violates the shapes, 2 for a mistake that the user can mend,
130 if interrupted.
"""

from __future__ import annotations

import sys

from ontology.errors import ReformgraphError
from reformgraph.parser import parse
from reformgraph.streams import complain, give_up_output, prepare

OK, MISTAKE, INTERRUPTED = 0, 2, 130


def main(argv: list[str] | None = None) -> int:
    """Run a command line and return its exit status; each mistake of the user's is one line on standard error."""
    prepare()
    try:
        arguments = parse(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except ReformgraphError as error:
        for line in map(str, error.args):
            complain(line)
        return MISTAKE
    except BrokenPipeError:  # the reader has seen enough: `reformgraph facts … | head`
        give_up_output()
        return OK
    except OSError as error:
        give_up_output()
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        return MISTAKE
    except UnicodeEncodeError as error:
        complain(f"{error.object[error.start : error.end]!a} is half of a character and cannot be written")
        return MISTAKE
    except KeyboardInterrupt:
        complain("nothing was changed", kind="interrupted")
        return INTERRUPTED
    return status


if __name__ == "__main__":
    sys.exit(main())
