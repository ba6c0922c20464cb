"""Documents for the tests of this folder."""

from pathlib import Path

TEXT = """关于开展{name}试点工作的通知
经研究，确定{units}为{name}试点县。到{year}年底，试点县覆盖率达到80%。
一、主要任务
（一）建立工作机制。
联系电话：0{year}-1234567{last}
"""
COUNTIES = ("安吉县", "德清县", "桐庐县", "嘉善县", "海盐县")


def notice(number: int) -> str:
    """Return the text of a notice, each number another one."""
    units = "、".join(f"浙江省{county}" for county in COUNTIES[: number % 5 + 1])
    return TEXT.format(
        name=("校园足球", "社区养老", "智慧农业")[number % 3], units=units, year=2020 + number % 10, last=number % 10
    )


def folder_of(folder: Path, number: int) -> Path:
    """Write so many notices into a folder."""
    folder.mkdir(parents=True)
    for each in range(number):
        (folder / f"n{each:02}.txt").write_text(notice(each), "utf-8")
    return folder
