import type { WordGroup } from './canteen-lexicon-entry'

/** From the water: fish, crustaceans, molluscs, others, and what is only named after them. */
export const waterWords: readonly WordGroup[] = [
  [
    '鱼 鲈 鳕 鲑 鲷 鳗 鳝 鳅 鲫 鲤 鲢 鳙 鲶 鲇 鲳 鲅 鲟 鳜 鲮 鲱 鳊 鲻 鲣 鲥 鲐 鳀 鲭 鳟 鲹 鲩 鲽 鳐 鲨 鲀 鲛 鳇 鲔 鲆 鳢',
    ['fish'],
  ],
  ['龙利 巴沙 多宝 石斑 罗非 沙丁 金枪 吞拿 黄辣丁 昂刺 昂公 江团 河豚 大黄花 小黄花 黄花鱼 带鱼 秋刀 明太', ['fish']],
  ['三文鱼 鳗鱼 银鳕鱼 比目鱼 鱼子 鱼籽 鱼翅 鱼唇 鱼肚 花胶 鱼胶 柴鱼 木鱼花 鲣节 鱼油 鱼肉 鱼肉松 鱼松', ['fish']],
  ['鱼丸 鱼蛋 鱼饼 鱼糕 鱼腐 鱼豆腐 鱼糜 鱼面 鱼排 鱼皮饺', ['fish'], ['eggs', 'wheat', 'soybeans', 'pork', 'milk']],
  ['鱼胶粉', ['fish', 'gelatine']],
  ['鱼露', ['fish']],
  ['面条鱼', ['fish']],
  ['面鱼', ['wheat'], ['fish']],
  ['关东煮', ['fish'], ['molluscs', 'eggs', 'wheat', 'soybeans', 'crustaceans']],
  // surimi: fish for certain, crab seldom
  ['蟹棒 蟹柳 蟹肉棒 蟹足棒 蟹味棒 蟹排 蟹味柳', ['fish'], ['crustaceans', 'eggs', 'wheat', 'soybeans']],
  ['蟹籽 蟹子', ['fish'], ['crustaceans', 'soybeans', 'wheat']],
  ['龙虾丸 虾丸', ['crustaceans'], ['fish', 'eggs', 'wheat', 'soybeans']],

  ['虾 蟹', ['crustaceans']],
  ['虾皮 虾米 虾仁 海米 开洋 金钩 龙虾 小龙虾 基围虾 皮皮虾 虾酱 虾籽 虾滑 磷虾 麻小 虾片 河虾 虾肉', ['crustaceans']],
  ['蟹黄 蟹粉 蟹肉 蟹膏 大闸蟹 梭子蟹 面包蟹 肉蟹 软壳蟹 螃蟹', ['crustaceans']],
  ['蟹黄豆腐', ['crustaceans', 'eggs', 'soybeans']],
  ['肉蟹煲', ['crustaceans', 'poultry'], ['soybeans', 'wheat']],
  ['虾饺', ['crustaceans', 'wheat'], ['pork']],
  ['虾条', [], ['crustaceans', 'wheat']],
  ['虾油', ['fish', 'crustaceans']],
  ['虾扯蛋', ['crustaceans', 'eggs']],
  ['鲎', ['animal'], ['crustaceans']],

  ['贝 螺 蛤 蚌 蚝 蛎 蛏 蚶 蚬 鲍 鱿 蛸', ['molluscs']],
  ['鲍鱼 墨鱼 墨斗鱼 鱿鱼 章鱼 八爪鱼 柔鱼 目鱼 笔管鱼 乌贼 花枝 小管 望潮 八带 海兔 墨鱼仔 鱿鱼须', ['molluscs']],
  ['扇贝 虾夷扇贝 干贝 瑶柱 江瑶柱 元贝 带子 北极贝 青口 贻贝 淡菜 海虹 花甲 花蛤 蛤蜊 文蛤 蛏子 牡蛎', ['molluscs']],
  ['生蚝 海蛎 蚵仔 海瓜子 西施舌 象拔蚌 田螺 螺蛳 海螺 响螺 花螺 蜗牛 蜗牛肉 鸡心螺 鲍片 鲍鱼片 蛤仔', ['molluscs']],
  ['鲍汁 鲍鱼汁', ['molluscs'], ['soybeans', 'wheat', 'fish', 'pork', 'poultry']],
  ['墨鱼丸 墨鱼滑 花枝丸 章鱼丸 鱿鱼丸', ['molluscs'], ['fish', 'eggs', 'wheat', 'soybeans']],
  ['章鱼小丸子', ['molluscs', 'wheat', 'eggs', 'fish'], ['soybeans', 'crustaceans']],
  ['墨鱼汁面 墨鱼面', ['molluscs', 'wheat'], ['eggs']],
  ['螺蛳粉 螺丝粉', ['molluscs', 'peanuts', 'soybeans'], ['pork', 'wheat', 'eggs']],
  ['蚵仔煎 海蛎煎', ['molluscs', 'eggs']],

  ['海鲜', ['crustaceans', 'molluscs'], ['fish']],
  ['河鲜 湖鲜 江鲜 鱼鲜 小海鲜 海味', ['animal'], ['fish', 'crustaceans', 'molluscs']],
  ['三鲜', [], ['crustaceans', 'eggs', 'pork', 'fish', 'poultry']],
  ['海参 海蜇 海蜇头 海胆 海肠 沙虫 土笋冻', ['animal']],
  [
    '甲鱼 鳖 裙边 乌龟 草龟 鳄鱼 鳄鱼肉 娃娃鱼 鲵 牛蛙 田鸡 田鸡腿 蛤蟆 雪蛤 蛙 蛇 林蛙 馋嘴蛙 燕窝 鲸鱼 鲸',
    ['animal'],
  ],

  // named after fish, without any
  ['鱼香肉丝 鱼香肉片 鱼香肉末 鱼香里脊 鱼香肉', ['pork'], ['soybeans', 'wheat', 'alcohol', 'eggs']],
  ['鱼香肉丝面 鱼香肉丝炒面', ['pork', 'wheat'], ['soybeans', 'alcohol']],
  ['鱼香茄子煲', [], ['soybeans', 'wheat', 'pork', 'fish']],
  ['鱼香茄子 鱼香茄条 鱼香茄盒 鱼香茄夹', [], ['soybeans', 'wheat', 'pork']],
  ['鱼香豆腐 鱼香日本豆腐', ['soybeans'], ['wheat', 'pork', 'eggs']],
  ['鱼香土豆 鱼香杏鲍菇 鱼香藕丝 鱼香苦瓜 鱼香三丝 鱼香油菜 鱼香青菜 鱼香素', [], ['soybeans', 'wheat']],
  ['鱼香鸡蛋 鱼香荷包蛋 鱼香煎蛋 鱼香烘蛋', ['eggs'], ['soybeans', 'wheat']],
  ['鱼香鸡丝 鱼香鸡片 鱼香鸡柳', ['poultry'], ['soybeans', 'wheat', 'eggs']],
  ['鱼香肝尖 鱼香猪肝', ['pork'], ['soybeans', 'wheat', 'alcohol']],
  ['鱼香虾球 鱼香虾仁 鱼香大虾', ['crustaceans'], ['soybeans', 'wheat']],
  ['^鱼香', [], ['soybeans', 'wheat']],
  ['鱼香汁 鱼香酱', [], ['soybeans', 'wheat']],
  ['鱼腥草 折耳根 鱼米之乡 鳄梨 海鲜菇 蟹味菇 鲍鱼菇 杏鲍菇 鲍菇 海带 海苔 海藻 海白菜 海葡萄 裙带菜 螺旋藻', []],
  ['螺丝椒 川贝 贝母 贝贝南瓜 宝贝 蚝菇 蛇果 蛇瓜 蛇豆 海茸 燕窝果', []],
  ['赛螃蟹', ['eggs'], ['fish', 'crustaceans']],
]
