"""Noise around a text: menus, sidebars, advertisements."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.robustness.noise.edits import Edit, lines_of

_HEADLINES = (
    "青岛入选国家智慧养老示范试点城市",
    "我省启动职业教育产教融合改革试点",
    "国务院办公厅印发关于推进社区食堂建设试点的意见",
    "山东省确定10个县开展乡村教师轮岗试点",
    "到2026年全市将建成500个口袋公园",
    "财政部下达2023年试点补助资金预算",
    "杭州、宁波等6市试点住房公积金“一件事”办理",
    "某县召开医共体建设工作推进会",
    "暴雨蓝色预警：多地将有大到暴雨",
    "住房公积金贷款额度怎么计算？",
    "中央气象台发布高温黄色预警",
    "市领导走访慰问困难党员",
    "文旅部公布第三批夜间文化消费集聚区名单",
    "一图读懂《关于开展数字乡村试点的通知》",
    "全市招商引资工作会议召开",
    "端午假期全国铁路发送旅客预计超7000万人次",
)
_TOPS = (
    "首页 新闻中心 政务公开 办事服务 互动交流 数据开放\n",
    "网站首页 | 机构概况 | 新闻动态 | 信息公开 | 政策法规 | 办事大厅 | 公众参与 | 专题专栏\n",
    "设为首页 | 加入收藏 | 无障碍浏览 | 长者模式 | 繁體版 | English\n",
    "首页\n要闻\n时政\n地方\n教育\n健康\n视频\n",
    "登录 注册 手机版 客户端 微信 微博\n",
)
_CRUMBS = (
    "当前位置：首页 > 信息公开 > 法定主动公开内容 > 通知公告\n",
    "您所在的位置: 网站首页>>新闻动态>>工作动态\n",
    "首页 › 新闻 › 正文\n",
    "首页 / 政务公开 / 政策文件 / 正文\n",
)
_BARS = (
    "浏览次数：1024 字号：[ 大 中 小 ] 打印 关闭\n",
    "【字体：大 中 小】 打印本页 分享到：\n",
    "分享到：微信 新浪微博 QQ空间\n",
    "阅读量：3.2万 点赞 收藏 转发\n",
    "T大 T小 语音播报\n",
)
_CLOSINGS = (
    "责任编辑：王小明\n",
    "[责任编辑：李某 校对：张某 审核：赵某]\n",
    "（编辑：小周）\n",
    "扫一扫在手机打开当前页\n",
    "分享：\n",
    "【打印】 【关闭】\n",
)
_FOOTERS = (
    """网站地图 | 联系我们 | 隐私声明 | 法律声明
主办：某某市人民政府办公室 承办：某某市大数据中心
网站标识码：3701000001 鲁ICP备05000000号-1 鲁公网安备 37010000000001号
地址：某某市解放路1号 邮编：250000
""",
    """关于我们 - 广告服务 - 诚聘英才 - 联系我们 - 友情链接
版权所有 某某日报社 未经书面授权不得转载使用
Copyright © 2010-2024 All Rights Reserved 互联网新闻信息服务许可证 11120170001
违法和不良信息举报电话：010-00000000
""",
    """版权声明：凡本网注明“来源：某某网”的所有作品，均为本网合法拥有版权或有权使用的作品，未经本网授权不得转载。
相关链接
中国政府网 | 新华网 | 人民网 | 省政府网站
""",
    """主办单位：某某省发展和改革委员会
版权所有：某某省发展和改革委员会 技术支持：某某科技有限公司
建议使用1366*768分辨率浏览本网站
""",
)
_RELATED = (
    "相关新闻",
    "相关阅读",
    "相关稿件",
    "猜你喜欢",
    "热门推荐",
    "延伸阅读：",
    "热点排行",
    "最新资讯",
    "推荐阅读",
    "相关信息",
    "大家都在看",
    "24小时热榜",
    "为您推荐",
)
_ADVERTS = (
    "广告\n",
    "点击下载“某某新闻”客户端，获取更多精彩内容\n",
    "扫描下方二维码，关注“某某发布”微信公众号\n",
    "【2024公共管理硕士（MPA）招生火热进行中，点击咨询】\n",
    "更多资讯请关注某某网官方微信\n",
    "（图片来源于网络，如有侵权请联系删除）\n",
    "加入读者交流群，请添加微信：abc123456\n",
    "国产精品 亚洲 欧美 日韩在线 一区二区三区 无码\n",
)


def navigation(text: str, random: Random) -> Iterator[Edit]:
    """Menus and a breadcrumb above the text, a bar below its title, closing lines and a footer below it."""
    yield Edit(0, 0, random.choice(_TOPS) + random.choice(_TOPS) + random.choice(_CRUMBS) + "\n", foreign=True)
    first_break = text.find("\n") + 1
    if first_break and text[first_break : first_break + 1] == "\n":
        yield Edit(first_break, first_break, random.choice(_BARS), foreign=True)
    lead = "" if text.endswith("\n") else "\n"
    bottom = (
        lead + random.choice(_CLOSINGS) + random.choice(_BARS) + "\n" + _neighbours(random) + random.choice(_FOOTERS)
    )
    yield Edit(len(text), len(text), bottom, foreign=True)


def _neighbours(random: Random) -> str:
    before, after = random.sample(_HEADLINES, 2)
    return random.choice([f"上一篇：{before}\n下一篇：{after}\n", f"上一条: {before}\n下一条: 没有了\n", ""])


def sidebars(text: str, random: Random) -> Iterator[Edit]:
    """Lists of other articles behind the text, sometimes also above it: bullets, numbers, dates, teasers."""
    lead = "" if text.endswith("\n") else "\n"
    blocks = "".join(f"\n{title}\n" + _articles(random) for title in random.sample(_RELATED, 2))
    yield Edit(len(text), len(text), lead + blocks, foreign=True)
    if random.random() < 0.4:
        dated = "".join(f"· {headline} [05-{random.randint(10, 30)}]\n" for headline in random.sample(_HEADLINES, 5))
        yield Edit(0, 0, random.choice(["热点推荐", "最新动态", "图片新闻"]) + "\n" + dated + "\n", foreign=True)


def _articles(random: Random) -> str:
    headlines = random.sample(_HEADLINES, random.randint(4, 7))
    style = random.randrange(4)
    if style == 0:
        return "".join(f"· {headline}\n" for headline in headlines)
    if style == 1:
        return "".join(f"{number} {headline}\n" for number, headline in enumerate(headlines, 1))
    if style == 2:
        return "".join(f"{headline} 2024-05-{random.randint(10, 30)}\n" for headline in headlines)
    return "".join(
        f"  • {headline}\n\n    {headline}近日，记者从有关部门了解到，{headline[:12]}\n\n" for headline in headlines
    )


def advertising(text: str, random: Random) -> Iterator[Edit]:
    """Advertising lines, captions and spam between the paragraphs."""
    places = [end + 1 for start, end in lines_of(text) if end - start >= 40 and end + 1 < len(text)]
    for place in sorted(random.sample(places, min(3, len(places)))):
        yield Edit(place, place, random.choice(_ADVERTS), foreign=True)
    lead = "" if text.endswith("\n") else "\n"
    yield Edit(len(text), len(text), lead + random.choice(_ADVERTS), foreign=True)
