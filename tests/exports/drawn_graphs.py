"""Graphs in Turtle for pictures: their parts, and one in which everything is crowded."""

from __future__ import annotations

from exports.pictures import atlas
from exports.pictures.canvas import table

RG = "https://w3id.org/reformgraph/ontology#"
BASE = "https://w3id.org/reformgraph/"
HEAD = f"""
@base <{BASE}> .
@prefix rg: <{RG}> .
@prefix level: <{BASE}list/designation-level/> .
@prefix goal-kind: <{BASE}list/goal-kind/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DATES = ('"{}"^^xsd:gYear', '"{}-05"^^xsd:gYearMonth', '"{}-11-30"^^xsd:date')
KINDS = ("target", "milestone", "measure", "qualitative")


def a_place(code: str, name: str, inside: str = "") -> str:
    """Return a place in Turtle; ``inside`` is the code of the division that it is part of."""
    part_of = f"; rg:partOf <place/{inside}>" if inside else ""
    province = f"<place/{code[:2]}0000>"
    label = f'rg:fullName "{name}" ; skos:prefLabel "{name}"@zh-hans'
    return f'<place/{code}> rg:divisionCode "{code}" ; {label} ; rg:province {province} {part_of} .\n'


def a_unit(program: str, code: str, level: str) -> str:
    """Return a pilot unit in Turtle."""
    unit = f"<program/{program}/unit/{level}/{code}>"
    return f"{unit} a rg:PilotUnit ; rg:program <program/{program}> ; rg:place <place/{code}> ; rg:designationLevel level:{level} .\n"


def a_program(name: str) -> str:
    return f'<program/{name}> a rg:Program ; skos:prefLabel "{name}"@zh-hans .\n'


def a_goal(number: int, program: str, text: str, deadline: str = "", kind: str = "target") -> str:
    due = f" ; rg:deadline {deadline}" if deadline else ""
    return f'<goal/{number}> a rg:Goal ; rg:program <program/{program}> ; rg:goalKind goal-kind:{kind} ; rg:text "{text}"@zh-hans {due} .\n'


def crowded_turtle() -> str:
    """Return a graph in which every province has pilots of every level, every third county is one, and goals abound."""
    programs = [f"第{index}批农村集体经营性建设用地入市与基层治理综合改革试点" for index in range(1, 13)]
    parts = [HEAD, *map(a_program, programs)]
    for row in table("province_tiles.tsv"):
        parts += [a_place(row["code"], row["short"]), a_unit(programs[0], row["code"], "pilot-province")]
    for index, area in enumerate(atlas.prefectures().values()):
        if not area.code.endswith("0000"):
            parts.append(a_place(area.code, area.name, f"{area.code[:2]}0000"))
        parts.append(a_unit(programs[index % 12], area.code, "pilot-city"))
    for index, code in enumerate(sorted(atlas.points().keys() - atlas.prefectures().keys())):
        if index % 3 == 0 and not code.endswith("0000"):
            outer = f"{code[:4]}00" if f"{code[:4]}00" in atlas.prefectures() else f"{code[:2]}0000"
            parts.append(a_place(code, f"某某{code}县", outer))
            level = "pilot-county" if index % 2 else "pilot-township"
            parts.append(a_unit(programs[index % 12], code, level))
    for index in range(80):
        text = f"到期前建成第{index}个示范区，覆盖率达到{index}%以上，形成可复制可推广的制度成果和长效机制" * (
            1 + index % 2
        )
        deadline = DATES[index % 3].format(2015 + index % 17)
        parts.append(a_goal(index, programs[index % 3], text, deadline, KINDS[index % 4]))
    parts.append(a_goal(90, programs[0], "没有期限的目标"))
    parts += [f'<agency/{n}> a rg:Agency ; skos:prefLabel "某某部门第{n}办公室"@zh-hans .\n' for n in range(30)]
    parts += [f"<program/{programs[n % 12]}> rg:issuedBy <agency/{n}> .\n" for n in range(30)]
    return "".join(parts)
