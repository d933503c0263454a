import type { Chance } from './chance'

// The common ones stand more often, as they do among people.
const surnames = [
  ...'王王王王李李李李张张张刘刘刘陈陈陈杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
]
const first = [
  ...'建国志文晓海思雨佳欣子宇浩俊明春秋玉淑秀雅婷静永德嘉瑞泽承景若书梓一忠庆振立新昌启向远致梦诗可亦云清宏培兆世维学慧丽敏锦',
]
const second = [
  ...'华伟军涛杰鹏辉斌峰磊强波刚平宁超亮龙飞宇晨阳博轩航霖妍琳洁颖倩雪莹岚萍芳兰梅娜艳红霞玲燕丹蕾薇彤怡然凡安康林森川山河江源泉',
]

/** So many different Chinese names; about one in five has a given name of one character. */
export function namesOf(chance: Chance, count: number, taken: readonly string[]): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const given = chance.happens(0.2) ? chance.pick(second) : chance.pick(first) + chance.pick(second)
    const name = chance.pick(surnames) + given
    if (!taken.includes(name)) names.add(name)
  }
  return [...names]
}
