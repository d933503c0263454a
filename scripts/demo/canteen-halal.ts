import type { Diet } from '../../contract/canteen-allergens'
import type { DemoDish } from './canteen-dishes'

const halal: readonly Diet[] = ['halal']
const vegan: readonly Diet[] = ['vegetarian', 'vegan', 'halal']

/** Dishes of the halal canteen: no pork, no lard, no wine; the meat comes from suppliers with a certificate. */
export const halalDishes: readonly DemoDish[] = [
  ['meat', '手抓羊肉', 2200, '羊排 姜 花椒 盐 大葱', { diets: halal }],
  ['meat', '葱爆羊肉', 1800, '羊肉 大葱 生抽 孜然 大豆油', { diets: halal }],
  ['meat', '新疆椒麻鸡', 1700, '三黄鸡 花椒 干辣椒 大葱 葵花籽油 盐', { spice: 3, diets: halal }],
  ['meat', '西红柿炖牛腩', 1800, '牛腩 西红柿 洋葱 姜 盐', { diets: halal }],
  ['meat', '孜然牛肉', 1800, '牛里脊 洋葱 孜然 干辣椒 生抽 大豆油', { spice: 1, diets: halal }],
  ['meat', '清炖羊肉', 2000, '羊肉 白萝卜 姜 花椒 盐', { diets: halal }],
  ['veg', '素炒时蔬', 600, '油麦菜 胡萝卜 木耳 大蒜 大豆油 盐', { diets: vegan }],
  ['veg', '清炒莲藕', 650, '莲藕 青椒 大豆油 盐', { diets: vegan }],
  ['veg', '皮辣红', 500, '洋葱 青椒 西红柿 盐 大豆油', { spice: 2, diets: vegan }],
  ['veg', '蒜蓉西兰花', 600, '西兰花 大蒜 大豆油 盐', { diets: vegan }],
  ['staple', '清真米饭', 100, '大米 水', { diets: vegan }],
  ['staple', '羊肉抓饭', 1600, '大米 羊肉 胡萝卜 洋葱 葵花籽油 孜然 盐', { diets: halal }],
  ['noodle', '兰州牛肉面', 1400, '小麦面条 牛肉 白萝卜 香菜 蒜苗 牛骨 盐', { diets: halal }],
  ['noodle', '新疆拌面', 1500, '小麦面条 羊肉 青椒 西红柿 洋葱 生抽', { spice: 1, diets: halal }],
  ['noodle', '羊肉泡馍', 1800, '小麦粉 羊肉 粉丝 木耳 香菜 羊骨 盐', { diets: halal }],
  ['noodle', '羊肉烩面', 1500, '小麦面条 羊肉 豆腐皮 海带 粉条 香菜', { diets: halal }],
  ['soup', '羊杂汤', 900, '羊杂 香菜 胡椒粉 盐', { diets: halal }],
  [
    'special',
    '清真羊蝎子锅',
    4500,
    '羊蝎子 白萝卜 土豆 黄豆酱 生抽 花椒 干辣椒 姜',
    { spice: 1, diets: halal, note: '两人一锅，现炖现上。' },
  ],
]

/** Dishes of the small canteen of the second institution. */
export const smallDishes: readonly DemoDish[] = [
  ['meat', '西湖醋鱼', 1800, '草鱼 香醋 白砂糖 姜 黄酒 生抽 土豆淀粉'],
  ['meat', '东坡肉', 1600, '五花肉 黄酒 冰糖 生抽 老抽 姜'],
  ['fry', '龙井虾仁', 2000, '河虾仁 龙井茶 蛋清 黄酒 玉米淀粉 盐', { also: ['wheat'] }],
  ['fry', '雪菜肉丝', 1000, '雪菜 猪里脊 笋 大豆油 白砂糖', { also: ['sulphites'] }],
  ['veg', '油焖笋', 900, '春笋 生抽 老抽 白砂糖 大豆油', { diets: ['vegetarian', 'vegan'] }],
  ['veg', '清炒鸡毛菜', 500, '鸡毛菜 大豆油 盐', { diets: ['vegetarian', 'vegan'] }],
  ['staple', '白米饭', 100, '大米 水', { diets: ['vegetarian', 'vegan'] }],
  ['soup', '榨菜蛋汤', 200, '榨菜 鸡蛋 小葱 芝麻油', { diets: ['vegetarian'], also: ['sulphites'] }],
]
