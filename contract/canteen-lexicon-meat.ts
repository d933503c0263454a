import type { WordGroup } from './canteen-lexicon-entry'

/** Meat, poultry, offal, blood, fats, gelatine, insects, and plants and fungi named after animals. */
export const meatWords: readonly WordGroup[] = [
  ['肉', ['meat'], ['pork', 'beefMutton']],
  ['荤', ['meat'], ['pork', 'lard']],
  ['猪', ['pork']],
  ['牛 羊', ['beefMutton']],
  ['鸡 鸭 鹅 鸽 鹌 雁', ['poultry']],
  ['驴 兔 鹿 骆驼 马肉 狗肉 驴肉 兔肉 鹿肉 狍 野味 袋鼠', ['meat']],
  ['血', ['blood']],
  ['肠 蹄 肝 肚 骨', ['meat'], ['pork', 'beefMutton', 'poultry']],
  ['腊', [], ['pork', 'poultry', 'fish', 'alcohol']],

  ['猪肉 五花 五花肉 肉丝 肉片 肉末 肉沫 肉馅 肉糜 肉丁 肉酱 肉臊 肉燥 瘦肉 精肉 肥肉 鲜肉 咸肉 白肉 扣肉', ['pork']],
  [
    '红烧肉 回锅肉 小炒肉 粉蒸肉 东坡肘子 蒜泥白肉 梅菜扣肉 梅肉 前腿肉 后腿肉 腿肉丝 里脊 里脊肉 猪里脊',
    ['pork'],
    ['soybeans'],
  ],
  ['排骨 大排 小排 肋排 猪排 猪扒 肘子 蹄髈 蹄膀 猪蹄 猪手 猪脚 猪皮 肉皮 龙骨 筒骨 脊骨 腰花 肝尖 猪肝', ['pork']],
  ['大肠 肥肠 猪肚 猪腰 猪心 猪肺 猪耳 猪舌 口条 猪头肉 猪血糕 肉燕 肉脯 板油', ['pork']],
  ['东坡肉', ['pork', 'alcohol'], ['soybeans', 'wheat']],
  ['叉烧 叉烧肉 卤肉', ['pork', 'soybeans', 'wheat'], ['alcohol', 'honey']],
  ['卤肉饭', ['pork', 'soybeans', 'wheat'], ['eggs', 'alcohol']],
  ['锅包肉 酥肉 小酥肉 咕咾肉 咕噜肉 糖醋里脊 软炸里脊 炸肉', ['pork'], ['wheat', 'eggs', 'soybeans']],
  ['木须肉 木樨肉', ['pork', 'eggs'], ['soybeans', 'wheat']],
  [
    '腊肉 腊肠 腊味 香肠 火腿 火腿肠 培根 午餐肉 红肠 烤肠 台湾烤肠 肉肠 亲亲肠',
    ['pork'],
    ['soybeans', 'wheat', 'milk', 'poultry', 'alcohol'],
  ],
  ['肉松', ['pork'], ['poultry', 'soybeans', 'wheat', 'sesame']],
  ['肉丸 肉圆 贡丸 肉丸子 四喜丸子 狮子头 汆丸子', ['pork'], ['eggs', 'wheat', 'soybeans', 'crustaceans']],
  ['丸子', [], ['pork', 'eggs', 'wheat', 'soybeans', 'fish', 'poultry']],
  ['猪血 血旺 血肠 猪红', ['pork', 'blood']],
  ['鸭血 鸡血 鹅血', ['poultry', 'blood']],
  ['羊血 牛血', ['beefMutton', 'blood']],
  ['皮冻 肉皮冻 肉冻', ['pork', 'gelatine']],
  [
    '高汤 上汤 浓汤宝 骨汤 骨头汤 老汤',
    [],
    ['pork', 'poultry', 'beefMutton', 'fish', 'celery', 'wheat', 'milk', 'soybeans'],
  ],
  ['奶汤', [], ['milk', 'pork', 'poultry']],

  ['牛肉 羊肉 牛腩 牛腱 牛筋 牛杂 羊杂 牛尾 牛排 羊排 羊蝎子 肥牛 肥羊 毛肚 牛百叶 牛肚 羊肚 百叶肚', ['beefMutton']],
  ['牛里脊 羊里脊 牛肉丸 牛丸 牛肉松 牛肝 羊肝 牛骨 羊骨 牛蹄 羊蹄 牛肠 羊肠 爆肚 羊羔肉 牛羊肉', ['beefMutton']],
  ['牛肉酱', ['beefMutton'], ['soybeans', 'wheat', 'peanuts', 'sesame']],
  ['牛肉饼', ['beefMutton'], ['wheat', 'eggs', 'soybeans']],
  // butter in Cantonese, tallow elsewhere
  ['牛油', ['beefMutton'], ['milk']],
  ['牛油曲奇', ['wheat', 'milk'], ['beefMutton', 'eggs']],
  ['羊油', ['beefMutton']],

  ['鸡肉 鸭肉 鹅肉 鸽肉 火鸡 鸡丁 鸡丝 鸡片 鸡块 鸡柳 鸡胸 鸡胸肉 鸡腿 鸡腿肉 鸡翅 鸡爪 凤爪 鸡胗 鸭胗', ['poultry']],
  [
    '鸡里脊 鸡心 鸡肝 鸭肝 鹅肝 鸭肠 鸡肠 鹅肠 鸡骨 鸭骨 鸡骨架 鸡油 鸭油 鹅油 乌鸡 老母鸡 乳鸽 烤鸭 盐水鸭 鸡脯肉',
    ['poultry'],
  ],
  ['骨肉相连', ['poultry'], ['soybeans', 'wheat']],
  ['鸡排 炸鸡 鸡米花 盐酥鸡', ['poultry'], ['wheat', 'eggs', 'milk', 'soybeans']],
  ['鸡肉松 鸡肉丸 鸡肉肠 鸡肉饼', ['poultry'], ['soybeans', 'wheat', 'eggs', 'sesame']],
  ['鸡精 鸡粉 鸡汁', ['poultry'], ['eggs', 'wheat', 'soybeans', 'milk']],
  ['乳猪', ['pork']],

  ['猪油 荤油 大油 猪板油 猪油渣 油渣', ['lard']],
  ['起酥油 酥皮', [], ['lard', 'milk', 'wheat', 'soybeans']],
  ['明胶 吉利丁 食用明胶 胶原蛋白', ['gelatine']],
  ['阿胶', ['gelatine', 'meat'], ['alcohol']],
  ['软糖 棉花糖 果冻 慕丝', [], ['gelatine', 'milk', 'eggs']],
  ['蚕蛹 蜂蛹 蝉蛹 竹虫 蚂蚱 蝗虫 知了 冬虫夏草 胭脂虫 胭脂虫红 虫胶 豆丹 蝎子 蝎', ['insects']],
  ['羊蝎', ['beefMutton']],
  ['蜂蜜 蜂王浆 蜂巢 蜂胶 槐花蜜', ['honey']],
  ['蜜 蜜汁 蜜制', [], ['honey']],

  // fungi, plants and fruit named after animals, and names of places and shapes
  [
    '鸡枞 鸡枞菌 鸡纵菌 鸡腿菇 鸡油菌 牛肝菌 黑牛肝菌 羊肚菌 猴头菇 猴头菌 虎掌菌 鹿茸菇 猪肚菇 猪肚菌 鹅蛋菌 虫草花',
    [],
  ],
  ['鸡毛菜 鸡头米 鸡头梗 鸡冠花 鸡心枣 鸡心果 鸡血藤 鸭梨 鸭脚木 鸭跖草 鹅肠菜 鹅不食草 娃娃菜 牛皮菜 马齿苋', []],
  ['牛油果 牛蒡 牛至 牛心菜 牛心甘蓝 牛皮糖 牛膝 牛角椒 牛奶果 羊角椒 羊角蜜 羊角豆 羊栖菜 羊角菜 羊齿菜', []],
  ['猪毛菜 猪苓 猪笼草 猪屎豆 鹿角菜 鹿角 马蹄 虎皮青椒 虎皮尖椒 虎皮 血橙 血糯米 血糯', []],
  [
    '肉桂 肉桂粉 肉苁蓉 ^果肉 苹果肉桂 椰肉 椰子肉 桂圆肉 龙眼肉 多肉葡萄 山萸肉 龙井 龙井茶 龙眼 龙须菜 凤梨 凤尾菇',
    [],
  ],
  ['蜜瓜 哈密瓜 蜜桃 水蜜桃 蜜柚 蜜桔 蜜橘 蜜枣 蜜薯 甜蜜 罗汉果 骨朵 花骨朵 腊梅 香菇 香菜 肚脐橙 肠胃 虎皮椒', []],
  ['蜜饯 果脯', [], ['sulphites', 'honey']],
  ['羊羹', [], ['gelatine']],
  ['腊八豆', ['soybeans']],
  ['腊八粥 八宝粥 八宝饭 腊八蒜', [], ['peanuts', 'nuts', 'soybeans', 'lard', 'oats', 'barley']],
]
