import type { WordGroup } from './canteen-lexicon-entry'

/** Milk, eggs, sweets, drinks and alcohol. */
export const dairyWords: readonly WordGroup[] = [
  ['奶 乳 酪', ['milk']],
  [
    '牛奶 羊奶 水牛奶 牦牛奶 骆驼奶 驼奶 马奶 牛乳 羊乳 鲜奶 酸奶 酸乳 奶粉 奶酪 乳酪 芝士 起司 起士 干酪 奶油',
    ['milk'],
  ],
  ['黄油 酥油 淡奶油 炼乳 炼奶 淡奶 忌廉 乳清 乳清蛋白 乳糖 乳酸菌 酪蛋白 奶皮子 奶盖 奶昔 厚乳 乳扇 乳饼', ['milk']],
  [
    '植脂末 奶精 奶茶 奶香 奶糖 拿铁 卡布奇诺 玛奇朵 欧蕾 太妃糖 马苏里拉 帕尔马 车打 酸奶油 奶豆',
    ['milk'],
    ['soybeans'],
  ],
  ['大白兔 大白兔奶糖', ['milk'], ['gelatine']],
  ['植物奶油 人造奶油 人造黄油 麦淇淋 植物黄油 代可可脂 黑巧克力 黑巧 摩卡', [], ['milk', 'soybeans']],
  ['巧克力 巧克力豆 巧克力酱', ['milk'], ['soybeans', 'nuts', 'peanuts', 'wheat']],
  ['冰淇淋 冰激淋 冰琪淋 冰淇凌 冰激凌 雪糕 圣代 甜筒', ['milk'], ['eggs', 'wheat', 'nuts', 'peanuts', 'soybeans']],
  ['布丁 双皮奶 奶黄 卡仕达', ['milk', 'eggs'], ['gelatine']],
  ['慕斯 奶冻 奶酪布丁', ['milk'], ['gelatine', 'eggs']],
  ['姜撞奶 奶枣 奶酥', ['milk'], ['wheat', 'nuts', 'peanuts']],
  ['麦乳精 阿华田 美禄', ['barley', 'milk'], ['soybeans']],
  ['牛轧糖', ['milk', 'peanuts'], ['eggs', 'nuts', 'gelatine']],
  ['雪花酥', ['milk', 'wheat'], ['gelatine', 'peanuts', 'nuts']],
  ['奶油蘑菇汤', ['milk'], ['wheat', 'celery']],
  // no milk in them, unless somebody adds it
  ['椰奶 椰浆 椰汁 椰乳 米奶 米乳 奶油生菜 奶油草莓', [], ['milk']],
  ['可可脂 可可粉 可可 奶白菜 奶柿子 奶奶 奶爸 奶油果 马奶葡萄 马奶提 马奶子葡萄 乳瓜 乳木果 乳化剂 乳酸 牛奶枣', []],

  ['蛋', ['eggs']],
  ['鸡蛋 鸭蛋 鹅蛋 鸽蛋 鹌鹑蛋 皮蛋 松花蛋 咸蛋 咸鸭蛋 蛋黄 蛋白 蛋清 蛋液 蛋花 滑蛋 荷包蛋 茶叶蛋 鸡蛋干', ['eggs']],
  ['卤蛋', ['eggs'], ['soybeans', 'wheat']],
  ['厚蛋烧 玉子烧 玉子 溏心 三不沾 蛋白霜 鸡子儿 芙蓉 木须 木樨 全蛋粉', ['eggs']],
  ['蛋饺 鸡蛋饺', ['eggs', 'pork']],
  ['欧姆蛋 奄列 溶豆', ['eggs'], ['milk']],
  ['蛋黄酱 美乃滋 沙拉酱 千岛酱 塔塔酱', ['eggs'], ['mustard', 'milk', 'soybeans']],
  ['松花', [], ['eggs']],
  ['蛋白粉 蛋白棒', [], ['milk', 'soybeans', 'eggs']],
  ['鸡蛋果 蛋黄果 蛋白质 鸡蛋花 鸡蛋花茶 芙蓉花 木芙蓉 元旦 花旦 一旦', []],

  ['酒 醉 糟', ['alcohol']],
  [
    '料酒 黄酒 米酒 白酒 清酒 花雕 绍酒 绍兴酒 女儿红 二锅头 酒酿 醪糟 甜酒 酒糟 香糟 糟卤 味醂 味淋 味啉 酒精',
    ['alcohol'],
    ['wheat'],
  ],
  ['白兰地 伏特加 朗姆酒 朗姆 利口酒 鸡尾酒 酒心 百利甜', ['alcohol'], ['milk', 'eggs']],
  ['啤酒', ['barley', 'alcohol'], ['wheat']],
  ['精酿 威士忌', ['alcohol'], ['barley', 'wheat', 'rye']],
  ['红酒 葡萄酒 白葡萄酒 红葡萄酒 干红 干白 香槟 起泡酒', ['alcohol', 'sulphites']],
  ['酒店 酒家 酒楼 酒曲 酒席 糟糕', []],
  ['果干 葡萄干 亚硫酸 二氧化硫 干银耳 脱水蔬菜', [], ['sulphites']],
  ['亚硫酸盐 亚硫酸钠 焦亚硫酸钠', ['sulphites']],
]
