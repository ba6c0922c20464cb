"""What becomes of a fact: right, wrong, forbidden or ignored; and of gold: missed, or optional."""

from __future__ import annotations

import pytest

TASK = {"kind": "task", "text": "普查易涝地块"}
OPTIONAL = {**TASK, "status": "optional"}
OTHER = {"kind": "task", "text": "启动垃圾分类"}


def outcomes(result) -> list[str]:
    return [one.outcome for one in result.judgements]


def test_a_fact_that_gold_has_is_right_and_another_is_wrong(scores) -> None:
    assert outcomes(scores([TASK, OTHER], [TASK])) == ["right", "wrong"]
    assert outcomes(scores([], [TASK])) == ["missed"]


def test_optional_gold_is_scored_neither_way(scores) -> None:
    found, silent = scores([TASK], [OPTIONAL]), scores([], [OPTIONAL])
    assert outcomes(found) == ["ignored", "optional found"]
    assert outcomes(silent) == ["optional missed"]
    assert found.micro.f1 == silent.micro.f1 == 1
    assert (found.micro.optional.right, found.micro.optional.of) == (1, 1)


def test_a_second_fact_for_optional_gold_is_ignored_too(scores) -> None:
    again = {**TASK, "text": "普查全部易涝地块"}
    assert outcomes(scores([TASK, again], [OPTIONAL])) == ["ignored", "ignored", "optional found"]


def test_a_name_that_must_not_be_found_is_wrong_even_if_gold_has_it(scores) -> None:
    unit = {"kind": "pilot_unit", "as_written": "石桥镇", "name": "青川省石桥镇", "code": None}
    gold = [{**unit, "status": "optional"}]
    assert outcomes(scores([unit], gold, must_not=({"string": "青川省石桥镇"},))) == ["forbidden", "optional missed"]
    assert scores([unit], gold, must_not=({"string": "石桥镇"},)).micro.forbidden == 1
    assert scores([unit], gold, must_not=({"string": "青川省"},)).micro.forbidden == 0  # a name is whole
    assert scores([unit], gold, must_not=({"string": "石桥镇", "kinds": ["issuer"]},)).micro.forbidden == 0
    assert scores([unit], gold, must_not=({"string": "、"},)).micro.forbidden == 0


def test_a_name_is_forbidden_if_all_its_passages_read_so(scores, at) -> None:
    unit = {"kind": "pilot_unit", "name": "青川省白河市石桥镇", "code": None, "passages": [at("石桥镇")]}
    rules = ({"string": "石桥镇"},)
    assert scores([unit], [], must_not=rules).micro.forbidden == 1
    elsewhere = {**unit, "passages": [at("石桥镇"), at("云县")]}
    assert scores([elsewhere], [], must_not=rules).micro.forbidden == 0


def test_half_of_a_text_is_enough_to_forbid_it(scores, at) -> None:
    rules = ({"string": "垃圾分类试点"},)
    assert scores([{"kind": "goal", "text": "启动垃圾分类试点"}], [], must_not=rules).micro.forbidden == 1
    assert scores([{"kind": "goal", "text": "垃圾分类"}], [], must_not=rules).micro.forbidden == 1
    assert scores([{"kind": "goal", "text": "垃圾"}], [], must_not=rules).micro.forbidden == 0
    long = {"kind": "goal", "text": "到2024年在全部街道和乡镇开展垃圾分类试点"}
    assert scores([long], [], must_not=rules).micro.forbidden == 0
    assert scores([{**long, "passages": [at("垃圾分类试点")]}], [], must_not=rules).micro.forbidden == 1


def test_what_is_said_in_a_forbidden_stretch_only_is_wrong(scores, at, page: str) -> None:
    stretch = {"span": [page.index("相关阅读"), len(page)]}
    program = {"kind": "program", "name": "垃圾分类试点", "passages": [at("垃圾分类试点")]}
    assert outcomes(scores([program], [program], must_not=(stretch,))) == ["forbidden", "missed"]
    both = {**program, "passages": [at("垃圾分类试点"), at("雨水花园试点")]}
    assert outcomes(scores([both], [program], must_not=(stretch,))) == ["right"]


def test_what_is_found_beyond_gold_in_a_neutral_stretch_is_ignored(scores, at, page: str) -> None:
    rules = ({"span": [page.index("由白河"), len(page)], "kinds": ["task"]},)
    extra = {"kind": "task", "text": "首批小区完工", "passages": [at("个小区已经完工")]}
    assert outcomes(scores([extra], [], neutral=rules)) == ["ignored"]
    assert outcomes(scores([{**extra, "kind": "goal"}], [], neutral=rules)) == ["wrong"]
    assert outcomes(scores([{**extra, "passages": []}], [], neutral=rules)) == ["wrong"]
    assert outcomes(scores([extra], [extra], neutral=rules)) == ["right"]
    assert outcomes(scores([], [extra], neutral=rules)) == ["missed"]


@pytest.mark.parametrize("kinds", [None, []])
def test_a_rule_without_kinds_is_for_all_kinds(kinds: list[str] | None, scores, at) -> None:
    rule = {"span": [at("首批")["start"], at("已经完工")["end"]], "kinds": kinds}
    extra = {"kind": "goal", "text": "首批小区完工", "passages": [at("个小区已经完工")]}
    assert outcomes(scores([extra], [], neutral=(rule,))) == ["ignored"]


def test_goals_found_are_counted_by_their_kind_with_optional_ones(scores) -> None:
    gold = [
        {"kind": "goal", "text": "透水铺装率达到六成", "goal_kind": "target"},
        {"kind": "goal", "text": "补助不低于成本的一半", "goal_kind": "measure", "status": "optional"},
        {"kind": "goal", "text": "居民更加满意"},
    ]
    kinds = scores([gold[1]], gold).kinds["goal"].goal_kinds
    assert {name: (share.right, share.of) for name, share in kinds.items()} == {"measure": (1, 1), "target": (0, 1)}


def test_a_right_fact_is_located_if_it_cites_what_the_gold_quotes(scores, at) -> None:
    gold = {**TASK, "quotes": [at("普查易涝地块")]}
    assert scores([{**TASK, "passages": [at("普查易涝地块")]}], [gold]).micro.located == 1
    assert scores([{**TASK, "passages": [at("完善雨水管网")]}], [gold]).micro.located == 0
    assert scores([TASK], [gold]).micro.located == 0
