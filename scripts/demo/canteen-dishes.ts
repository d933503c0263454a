import type { AllergenCode, Diet } from '../../contract/canteen-allergens'

/** What a dish is on a menu; each kind has its window. A `special` is served once. */
export type DishKind = 'bake' | 'egg' | 'porridge' | 'meat' | 'fry' | 'veg' | 'staple' | 'noodle' | 'soup' | 'special'

/** A dish of the demo: fen for staff, ingredients parted by spaces. */
export type DemoDish = readonly [
  kind: DishKind,
  name: string,
  fen: number,
  ingredients: string,
  more?: {
    spice?: number
    diets?: readonly Diet[]
    /** Contained besides what name and ingredients say for certain. */
    also?: readonly AllergenCode[]
    note?: string
  },
]

const vegan: readonly Diet[] = ['vegetarian', 'vegan']
const vegetarian: readonly Diet[] = ['vegetarian']

/** Dishes of the large canteen, as they are cooked there. */
export const mainDishes: readonly DemoDish[] = [
  ['bake', '老面馒头', 80, '小麦粉 水 酵母', { diets: vegetarian }],
  ['bake', '葱油花卷', 120, '小麦粉 水 酵母 大豆油 小葱 盐', { diets: vegetarian }],
  ['bake', '猪肉大葱包', 200, '小麦粉 猪肉 大葱 生抽 姜 芝麻油 酵母'],
  ['bake', '香菇青菜包', 180, '小麦粉 香菇 小白菜 大豆油 芝麻油 盐 酵母', { diets: vegan }],
  ['bake', '红豆沙包', 180, '小麦粉 红豆沙 白砂糖 酵母', { diets: vegan }],
  ['bake', '现炸油条', 200, '小麦粉 水 大豆油 小苏打 盐', { diets: vegetarian }],
  ['bake', '鸡蛋灌饼', 450, '小麦粉 鸡蛋 生菜 甜面酱 大豆油', { diets: vegetarian, also: ['soybeans'] }],
  ['bake', '鲜肉小馄饨', 600, '小麦粉 猪肉 鸡蛋 紫菜 虾皮 生抽 香葱'],
  ['bake', '奶香玉米', 250, '甜玉米 牛奶 黄油', { diets: vegetarian }],
  ['egg', '五香茶叶蛋', 150, '鸡蛋 红茶 生抽 八角 桂皮', { diets: vegetarian }],
  ['egg', '水煮鸡蛋', 120, '鸡蛋', { diets: vegetarian }],
  ['egg', '香煎荷包蛋', 200, '鸡蛋 大豆油 盐', { diets: vegetarian }],
  ['porridge', '小米南瓜粥', 150, '小米 南瓜 水', { diets: vegan }],
  ['porridge', '皮蛋瘦肉粥', 300, '大米 皮蛋 猪瘦肉 姜 小葱 盐'],
  ['porridge', '八宝粥', 200, '糯米 红豆 花生 莲子 桂圆 薏米 红枣 冰糖', { note: '甜食。' }],
  ['porridge', '现磨豆浆', 200, '黄豆 水', { diets: vegan }],
  ['porridge', '热牛奶', 300, '牛奶', { diets: vegetarian }],
  ['porridge', '咸豆腐脑', 300, '黄豆 生抽 木耳 黄花菜 香菜 土豆淀粉', { diets: vegan }],
  ['meat', '红烧肉', 1400, '五花肉 生抽 老抽 冰糖 料酒 姜 八角'],
  ['meat', '宫保鸡丁', 1200, '鸡胸肉 花生米 大葱 干辣椒 花椒 生抽 米醋 白砂糖 料酒 玉米淀粉', { spice: 2 }],
  ['meat', '糖醋排骨', 1500, '猪小排 冰糖 香醋 生抽 料酒 姜'],
  ['meat', '红烧带鱼', 1300, '带鱼 生抽 老抽 料酒 姜 大葱 大豆油'],
  ['meat', '土豆烧牛腩', 1600, '牛腩 土豆 胡萝卜 生抽 老抽 料酒 八角 姜'],
  ['meat', '清蒸鲈鱼', 1600, '鲈鱼 蒸鱼豉油 姜 大葱 大豆油'],
  ['meat', '香菇滑鸡', 1200, '鸡腿肉 香菇 蚝油 生抽 姜 料酒 玉米淀粉'],
  ['meat', '可乐鸡翅', 1300, '鸡翅 可乐 生抽 姜 料酒'],
  ['meat', '四喜丸子', 1200, '猪肉 鸡蛋 荸荠 面包糠 生抽 料酒 姜'],
  ['meat', '梅菜扣肉', 1400, '五花肉 梅干菜 生抽 老抽 白砂糖 料酒', { also: ['mustard', 'sulphites'] }],
  [
    'meat',
    '酸菜鱼',
    1600,
    '黑鱼 酸菜 泡椒 蛋清 红薯淀粉 花椒 料酒',
    { spice: 2, also: ['mustard', 'soybeans', 'wheat'] },
  ],
  ['meat', '黄焖鸡', 1300, '鸡腿肉 香菇 青椒 土豆 黄豆酱 生抽 料酒 姜', { spice: 1 }],
  ['fry', '鱼香肉丝', 1100, '猪里脊 木耳 胡萝卜 莴笋 泡椒 生抽 香醋 白砂糖 料酒 土豆淀粉', { spice: 1 }],
  ['fry', '回锅肉', 1200, '五花肉 青蒜 郫县豆瓣 豆豉 甜面酱 料酒', { spice: 2 }],
  ['fry', '麻婆豆腐', 800, '嫩豆腐 猪肉末 郫县豆瓣 豆豉 花椒 辣椒面 生抽 土豆淀粉', { spice: 3 }],
  ['fry', '水煮肉片', 1500, '猪里脊 豆芽 莴笋 蛋清 郫县豆瓣 干辣椒 花椒 生抽 料酒 红薯淀粉', { spice: 3 }],
  ['fry', '西红柿炒鸡蛋', 700, '鸡蛋 西红柿 大豆油 白砂糖 盐 小葱', { diets: vegetarian }],
  ['fry', '木须肉', 1000, '猪里脊 鸡蛋 木耳 黄瓜 黄花菜 生抽 料酒'],
  ['fry', '京酱肉丝', 1200, '猪里脊 甜面酱 大葱 豆腐皮 蛋清 料酒 玉米淀粉'],
  ['fry', '青椒肉丝', 1000, '猪里脊 青椒 生抽 料酒 玉米淀粉', { spice: 1 }],
  ['fry', '蒜薹炒腊肉', 1200, '蒜薹 腊肉 生抽 干辣椒', { spice: 1 }],
  ['fry', '油爆虾', 1800, '基围虾 姜 大葱 生抽 料酒 白砂糖 大豆油'],
  ['fry', '辣子鸡', 1300, '鸡腿肉 干辣椒 花椒 白芝麻 生抽 料酒 红薯淀粉 大豆油', { spice: 3 }],
  ['veg', '手撕包菜', 500, '包菜 干辣椒 大蒜 生抽 大豆油', { spice: 1, diets: vegan }],
  ['veg', '醋溜土豆丝', 450, '土豆 干辣椒 香醋 大豆油 盐', { spice: 1, diets: vegan, also: ['wheat', 'barley'] }],
  ['veg', '地三鲜', 700, '茄子 土豆 青椒 大蒜 生抽 大豆油 玉米淀粉', { diets: vegan }],
  ['veg', '蒜蓉油麦菜', 500, '油麦菜 大蒜 大豆油 盐', { diets: vegan }],
  ['veg', '清炒西兰花', 600, '西兰花 大蒜 大豆油 盐', { diets: vegan }],
  ['veg', '干煸四季豆', 700, '四季豆 干辣椒 花椒 大蒜 大豆油 盐', { spice: 2, diets: vegan }],
  ['veg', '家常豆腐', 700, '老豆腐 木耳 青椒 郫县豆瓣 生抽 大豆油', { spice: 1, diets: vegan }],
  ['veg', '蚝油生菜', 600, '生菜 蚝油 大蒜 大豆油', { also: ['wheat', 'soybeans'] }],
  ['veg', '虎皮青椒', 550, '青椒 生抽 香醋 白砂糖 大豆油', { spice: 2, diets: vegan }],
  ['veg', '西芹百合', 800, '西芹 百合 胡萝卜 大豆油 盐', { diets: vegan }],
  ['veg', '香菇菜心', 650, '菜心 香菇 大豆油 盐 土豆淀粉', { diets: vegan }],
  ['veg', '凉拌黄瓜', 450, '黄瓜 大蒜 香醋 芝麻油 盐', { diets: vegan, also: ['wheat', 'barley'] }],
  ['veg', '凉拌木耳', 550, '木耳 香菜 小米椒 生抽 香醋 芝麻油', { spice: 1, diets: vegan }],
  ['staple', '米饭', 100, '大米 水', { diets: vegan }],
  ['staple', '杂粮饭', 150, '大米 糙米 黑米 玉米', { diets: vegan }],
  ['noodle', '老北京炸酱面', 1000, '小麦面条 猪肉 黄酱 甜面酱 黄瓜 心里美萝卜 黄豆'],
  ['noodle', '西红柿鸡蛋面', 900, '小麦面条 西红柿 鸡蛋 大豆油 小葱 盐', { diets: vegetarian }],
  ['noodle', '担担面', 1000, '小麦面条 猪肉末 芽菜 芝麻酱 花生碎 生抽 辣椒油', { spice: 2, also: ['mustard'] }],
  ['noodle', '扬州炒饭', 1000, '大米 鸡蛋 虾仁 火腿 豌豆 胡萝卜 小葱 大豆油', { also: ['wheat'] }],
  ['noodle', '卤肉饭', 1200, '大米 五花肉 卤蛋 生抽 老抽 冰糖 料酒 香菇'],
  ['noodle', '鲜虾云吞面', 1200, '小麦面条 云吞皮 虾仁 猪肉 鸡蛋 芝麻油 生抽 香葱'],
  ['soup', '紫菜蛋花汤', 200, '紫菜 鸡蛋 小葱 盐 芝麻油', { diets: vegetarian }],
  ['soup', '冬瓜排骨汤', 600, '猪小排 冬瓜 姜 盐'],
  ['soup', '西湖牛肉羹', 500, '牛肉 蛋清 豆腐 香菜 玉米淀粉 盐'],
  ['soup', '酸辣汤', 300, '豆腐 木耳 鸡蛋 胡椒粉 香醋 生抽 土豆淀粉', { spice: 1, diets: vegetarian }],
]
