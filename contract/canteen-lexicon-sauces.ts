import type { WordGroup } from './canteen-lexicon-entry'

/** Sauces, seasonings, ways of cooking that bring a sauce, mustard and celery. */
export const sauceWords: readonly WordGroup[] = [
  ['酱', [], ['soybeans', 'wheat']],
  ['醋', [], ['wheat', 'barley']],
  ['卤 红烧 糖醋 黄焖 酱爆 酱香 红焖 油焖', [], ['soybeans', 'wheat', 'alcohol']],
  [
    '酱油 生抽 老抽 豉油 味极鲜 一品鲜 美极 美极鲜 蒸鱼豉油 海鲜酱油 鲜酱油 儿童酱油 草菇老抽 白灼汁 红烧汁 卤水 卤汁',
    ['soybeans', 'wheat'],
  ],
  ['照烧 照烧汁 照烧酱 寿喜烧 寿喜锅', ['soybeans', 'wheat', 'alcohol'], ['sesame', 'fish', 'eggs']],
  ['蚝油', ['molluscs'], ['wheat', 'soybeans']],
  ['素蚝油 香菇蚝油', ['soybeans'], ['wheat']],
  ['豆瓣 豆瓣酱 黄豆酱 大豆酱 黑豆酱 黄酱 大酱 干黄酱 豆酱 辣豆瓣酱', ['soybeans', 'wheat']],
  ['郫县豆瓣 郫县豆瓣酱', ['wheat'], ['soybeans']],
  ['甜面酱 京酱', ['wheat'], ['soybeans', 'sesame']],
  ['京酱肉丝', ['wheat', 'pork'], ['soybeans', 'alcohol']],
  ['味噌 味增', ['soybeans'], ['barley', 'wheat']],
  ['味噌汤', ['soybeans', 'fish'], ['barley', 'wheat', 'molluscs']],
  ['豆豉 豉汁 老干妈', ['soybeans'], ['wheat', 'peanuts', 'sesame']],
  ['沙茶 沙茶酱', ['peanuts', 'sesame', 'crustaceans', 'fish', 'soybeans'], ['wheat', 'molluscs', 'celery', 'mustard']],
  ['xo酱 xo-酱', ['molluscs', 'crustaceans', 'pork'], ['fish', 'soybeans', 'wheat', 'alcohol']],
  // hoisin and its kin are named after what they are eaten with
  ['海鲜酱 排骨酱 叉烧酱 柱侯酱', ['soybeans', 'wheat'], ['sesame', 'peanuts', 'milk']],
  ['烧烤酱 烤肉酱 烧烤汁 黑椒汁 黑椒酱 黑胡椒酱', ['soybeans', 'wheat'], ['sesame', 'molluscs', 'milk']],
  [
    '火锅底料 麻辣烫 麻辣香锅 冒菜 香锅 火锅',
    [],
    ['beefMutton', 'soybeans', 'wheat', 'sesame', 'peanuts', 'alcohol', 'celery'],
  ],
  [
    '咖喱 咖哩 加喱 咖喱块 咖喱粉 咖喱酱',
    [],
    ['wheat', 'milk', 'mustard', 'celery', 'soybeans', 'crustaceans', 'fish'],
  ],
  ['辣白菜 韩式泡菜 泡菜汤', [], ['fish', 'crustaceans', 'soybeans', 'sesame']],
  ['油辣子 油泼辣子 红油 辣椒油 辣子', [], ['sesame', 'peanuts', 'soybeans']],
  ['味精 白醋 苹果醋 果酱 草莓酱 蓝莓酱 苹果酱 番茄酱 番茄沙司 韭花酱 剁椒酱 山楂酱 椰子酱 果醋 醋栗', []],
  ['十三香 五香粉 孜然 调味料 复合调味料 香料', [], ['celery', 'mustard', 'sesame']],
  ['罗勒酱 青酱', ['nuts', 'milk'], ['cashews', 'walnuts']],
  ['伍斯特酱 喼汁 辣酱油', ['fish', 'barley'], ['soybeans', 'wheat', 'celery']],
  ['凯撒沙拉 凯撒酱 凯撒汁', ['eggs', 'fish', 'milk'], ['mustard', 'wheat']],
  ['芥末 芥末酱 黄芥末 法式芥末 芥子 芥末油 芥末粉 芥籽', ['mustard']],
  ['青芥辣 山葵', [], ['mustard']],
  // Brassica juncea, the brown mustard, is eaten as a vegetable
  ['芥菜 盖菜 雪菜 雪里蕻 雪里红 榨菜 儿菜 芥菜疙瘩 芥丝', ['mustard'], ['sulphites']],
  ['酸菜 梅菜 梅干菜 霉干菜 大头菜 芽菜 冬菜 咸菜 酱菜', [], ['mustard', 'soybeans', 'wheat', 'sulphites']],
  ['芥蓝 芥兰 辣根', []],
  ['芹 芹菜 西芹 香芹 药芹 旱芹 根芹 芹黄 芹菜籽', ['celery']],
  ['水芹', [], ['celery']],
  ['欧芹', []],
]
