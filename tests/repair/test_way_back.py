"""The way back from every clean character to the raw ones is exact, whatever the noise."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_graph.repair import repair
from build_graph.repair.tracked import Edit, Tracked

SENTENCES = [
    "教育部决定在全国开展智慧校园建设试点。",
    "到2027年底，数字教室覆盖率达到90%以上。",
    "各省要加强组织领导，落实经费保障。",
    "试点县应当具备以下条件：一是政府重视。",
]
PAGES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)
READING = {
    "教": "jiào",
    "育": "yù",
    "部": "bù",
    "开": "kāi",
    "展": "zhǎn",
    "点": "diǎn",
    "建": "jiàn",
    "校": "xiào",
    "加": "jiā",
    "以": "yǐ",
    "具": "jù",
}
TONELESS = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔù", "aaaaeeeeiiiioooouuuu")


def injected(page: str, *, toned: bool, times: int) -> str:
    reading = {c: r if toned else r.translate(TONELESS) for c, r in READING.items()}
    return "".join(c + f"({reading[c]})" * times if c in reading else c for c in page)


@settings(max_examples=50, deadline=None)
@given(PAGES, st.booleans(), st.integers(1, 3))
def test_injected_readings_are_undone(page: str, toned: bool, times: int) -> None:
    noisy = injected(page, toned=toned, times=times)
    assume(noisy.count("(") >= 5)
    assert repair(noisy).text == page


@settings(max_examples=50, deadline=None)
@given(PAGES, st.data())
def test_forms_are_undone(page: str, data: st.DataObject) -> None:
    wide = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%"}
    noisy = "".join(c.translate(wide) if data.draw(st.booleans()) else c for c in page)
    noisy = noisy.replace("，", data.draw(st.sampled_from([",", "，", ",,"]))).replace(
        "\n", data.draw(st.sampled_from(["\n", "\r\n"]))
    )
    assert repair(noisy).text == page


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_clean_text_stays_as_it_is(page: str) -> None:
    found = repair(page)
    assert found.text == page
    assert list(found.starts) == list(range(len(page)))


NOISE = st.sampled_from(
    [
        "(jiao)",
        "?",
        "？",
        "\ufffd",
        "\ue2ae",
        "|",
        "\u3000",
        "\r\n",
        "🎉",
        "個縣",
        "等个县",
        "...",
        "•",
        "最新",
        "http://a.cn",
        "!",
        "(",
        "）",
        "\u200b",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(NOISE, st.sampled_from(SENTENCES), st.text(max_size=8)), max_size=25).map("".join))
def test_any_text_is_repaired_with_a_sound_way_back(raw: str) -> None:
    found = repair(raw)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(raw) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)
    for spans in (found.guessed, found.damaged, found.lost_digits):
        assert all(0 <= start < end <= len(found.text) for start, end in spans)
    assert all(0 <= cut.start < cut.end <= len(raw) for cut in found.ignored)


@settings(max_examples=50, deadline=None)
@given(PAGES, st.data())
def test_every_clean_character_that_was_not_changed_is_the_raw_one(page: str, data: st.DataObject) -> None:
    noisy = injected(page, toned=True, times=1)
    found = repair(noisy)
    for character, start, end in zip(found.text, found.starts, found.ends, strict=True):
        if noisy.count("(") >= 5 and character not in "，：":
            assert noisy[start:end] == character


def test_edits_keep_the_way_back() -> None:
    text = Tracked.raw("abcdef").edit([Edit(1, 2), Edit(3, 5, "X")])
    assert text.text == "acXf"
    assert (list(text.starts), list(text.ends)) == ([0, 2, 3, 5], [1, 3, 5, 6])
    assert text.edit([Edit(0, 2, "YZ")]).raw_span((0, 1)) == (0, 1)
