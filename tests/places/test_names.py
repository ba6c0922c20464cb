"""Short and common names."""

import pytest

from build_graph.places import Gazetteer
from build_graph.places.knowledge import weak_names
from build_graph.places.names import common_names, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("河北省", "河北"),
        ("石家庄市", "石家庄"),
        ("大兴安岭地区", "大兴安岭"),
        ("楚雄彝族自治州", "楚雄"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("龙胜各族自治县", "龙胜"),
        ("浦东新区", "浦东"),
        ("神农架林区", "神农架"),
        ("六枝特区", "六枝"),
        ("蓬莱镇", "蓬莱"),
        ("赵县", None),
        ("鄂温克族自治旗", None),
        ("土默特左旗", None),
        ("井陉矿区", None),
        ("市", None),
        ("京津冀", None),
    ],
)
def test_short_names_drop_the_kind_and_the_nationalities(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("海南藏族自治州", ("海南州", "海南自治州")),
        ("大厂回族自治县", ("大厂县", "大厂自治县")),
        ("莫力达瓦达斡尔族自治旗", ("莫力达瓦旗", "莫力达瓦自治旗")),
        ("东乡族自治县", ()),
        ("石家庄市", ()),
    ],
)
def test_autonomous_areas_have_common_names(name, common):
    assert common_names(name) == common


def test_every_weak_name_is_a_name_of_its_sort():
    gazetteer = Gazetteer.shipped()
    for name, rule in weak_names().items():
        known = gazetteer.short_hits(name) if rule in ("word", "rival") else gazetteer.hits(name)
        assert known, (name, rule)
