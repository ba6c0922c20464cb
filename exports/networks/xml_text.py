"""What XML 1.0 cannot hold: the control characters, also as references (production 2, Char)."""

from __future__ import annotations

import re
from typing import Final

NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
