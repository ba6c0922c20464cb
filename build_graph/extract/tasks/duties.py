"""What is a body's to do: 第七条 试点县履行下列职责：（一）…, and 责任分工。甲局牵头制定…；乙局组织开展…."""

from __future__ import annotations

import re
from functools import cache

from build_graph.tables import either


def is_duty(lead: str) -> bool:
    """Tell whether words announce what a body has to do, unless it is one that only leads.

    >>> is_duty("试点县承担主体责任，履行下列职责："), is_duty("领导小组履行下列职责："), is_duty("职责分工")
    (True, False, False)
    """
    return _duties().search(lead) is not None and _organises().search(lead) is None


@cache
def _duties() -> re.Pattern[str]:
    """履行下列职责：, 主要职责如下：, 职责包括：."""
    duty, duties = (either(__package__, "task_words", kind) for kind in ("duty", "duties"))
    return re.compile(rf"{duty}(?:下列|以下|如下)[^，。：；]{{0,4}}{duties}：?$|职责(?:如下|包括|是|为|有)：?$")


@cache
def _organises() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "organises"))
