import { derive, readWords } from '../contract/canteen-lexicon'

const of = (name: string, ...ingredients: string[]) => derive({ name, ingredients, isNameFigurative: false })
const codes = (name: string) => of(name).contains.map(({ what }) => what)
const may = (name: string) => of(name).may.map(({ what }) => what)
const origins = (name: string) => of(name).origins.map(({ what }) => what)
const words = (text: string) => readWords(text).map(({ word }) => word)
const sorted = (list: string) => list.split(' ').filter(Boolean).sort()

describe('names that say something else than their characters: exactly what is contained', () => {
  test.each<[string, string]>([
    // no fish in it
    ['鱼香肉丝', 'pork'],
    ['鱼香茄子', ''],
    ['家常鱼香茄子', ''],
    ['鱼香鸡蛋', 'eggs'],
    ['凉拌鱼腥草', ''],
    ['爆炒鱿鱼', 'molluscs'],
    ['葱烧鲍鱼', 'molluscs'],
    ['墨鱼', 'molluscs'],
    ['章鱼', 'molluscs'],
    ['八爪鱼', 'molluscs'],
    ['红烧甲鱼', ''],
    ['鳄鱼', ''],
    ['娃娃鱼', ''],
    ['鱼皮花生', 'peanuts'],
    ['蒸鱼豉油', 'soybeans wheat gluten'],
    ['墨鱼丸', 'molluscs'],
    ['鳄梨沙拉', ''],
    // no crab, no shrimp, no shell
    ['清炒蟹味菇', ''],
    ['海鲜菇', ''],
    ['海鲜酱', 'soybeans wheat gluten'],
    ['赛螃蟹', 'eggs'],
    ['蟹棒', 'fish'],
    ['蟹籽', 'fish'],
    ['素蟹粉', 'eggs'],
    ['螺旋藻', ''],
    ['螺丝椒炒土豆', ''],
    ['贝果', 'wheat gluten'],
    ['贝贝南瓜', ''],
    ['川贝雪梨', ''],
    ['鲍鱼果', 'brazilNuts nuts'],
    ['杏鲍菇', ''],
    ['海带汤', ''],
    // fish, though it sounds like flour; crab, though it sounds like bread
    ['面条鱼', 'fish'],
    ['面包蟹', 'crustaceans'],
    // no meat in it
    ['虎皮青椒', ''],
    ['素鸡', 'soybeans'],
    ['鸡枞', ''],
    ['鸡腿菇', ''],
    ['牛肝菌', ''],
    ['羊肚菌', ''],
    ['猴头菇', ''],
    ['猪肚菇', ''],
    ['虫草花', ''],
    ['牛油果', ''],
    ['清炒牛蒡', ''],
    ['蒜蓉鸡毛菜', ''],
    ['上汤娃娃菜', ''],
    ['肉桂', ''],
    ['桂圆肉', ''],
    ['鸭梨', ''],
    ['马蹄糕', ''],
    ['羊角蜜', ''],
    ['血橙', ''],
    ['排骨酱', 'soybeans wheat gluten'],
    ['驴打滚', 'soybeans'],
    ['猫耳朵', 'wheat gluten'],
    ['大白兔奶糖', 'milk'],
    // meat in it, though the name does not say so, or says another
    ['蚂蚁上树', 'pork'],
    ['狮子头', 'pork'],
    ['爆炒腰花', 'pork'],
    ['夫妻肺片', 'beefMutton peanuts sesame'],
    ['开水白菜', 'pork'],
    ['佛跳墙', 'fish molluscs eggs pork alcohol'],
    ['热狗', 'wheat gluten pork'],
    ['老婆饼', 'wheat gluten pork'],
    ['肉蟹煲', 'crustaceans'],
    ['牛蛙', ''],
    ['田鸡', ''],
    ['蜗牛', 'molluscs'],
    // no milk in it
    ['椰奶', ''],
    ['豆奶', 'soybeans'],
    ['燕麦奶', 'oats gluten'],
    ['杏仁露', 'almonds nuts'],
    ['核桃乳', 'walnuts nuts'],
    ['花生奶', 'peanuts'],
    ['可可脂', ''],
    ['植物奶油', ''],
    ['腐乳', 'soybeans'],
    ['乳鸽', ''],
    ['乳猪', 'pork'],
    ['蒜蓉奶白菜', ''],
    ['奶油生菜', ''],
    ['乳瓜', ''],
    // no egg, or egg where one does not expect it
    ['鸡蛋果', ''],
    ['日本豆腐', 'eggs'],
    ['蟹黄豆腐', 'crustaceans eggs soybeans'],
    ['鱼蛋', 'fish'],
    // no soya in it
    ['红豆沙', ''],
    ['绿豆汤', ''],
    ['酸辣土豆丝', ''],
    ['干煸豆角', ''],
    ['豌豆', ''],
    ['蚕豆', ''],
    ['四季豆', ''],
    ['绿豆芽', ''],
    ['肉豆蔻', ''],
    ['米豆腐', ''],
    ['杏仁豆腐', 'almonds nuts'],
    ['奶豆腐', 'milk'],
    ['鱼豆腐', 'fish'],
    // no wheat in it
    ['玉米面', ''],
    ['玉米面粥', ''],
    ['桂林米粉', ''],
    ['粉丝', ''],
    ['藜麦', ''],
    ['清炒油麦菜', ''],
    ['手撕包菜', ''],
    ['糯米面', ''],
    ['荞麦面', 'buckwheat wheat gluten'],
    ['牛角包', 'wheat gluten milk'],
    ['拨鱼儿', 'wheat gluten'],
    ['牛舌饼', 'wheat gluten'],
    // nuts and what only sounds like them
    ['杏', ''],
    ['杏仁', 'almonds nuts'],
    ['腰果', 'cashews nuts'],
    ['栗子南瓜', ''],
    ['榛蘑', ''],
    ['松茸', ''],
    ['芝麻菜', ''],
    ['酒鬼花生', 'peanuts'],
    ['地三鲜', ''],
    ['芥蓝', ''],
  ])('%s → %s', (name, expected) => {
    expect(codes(name).sort()).toEqual(sorted(expected))
  })
})

describe('what is contained', () => {
  test.each<[string, string]>([
    ['小麦面粉', 'wheat gluten'],
    ['面条', 'wheat gluten'],
    ['花生酱', 'peanuts'],
    ['奶油', 'milk'],
    ['黄油', 'milk'],
    ['生抽', 'soybeans wheat gluten'],
    ['老抽', 'soybeans wheat gluten'],
    ['酱油', 'soybeans wheat gluten'],
    ['蚝油', 'molluscs'],
    ['甜面酱', 'wheat gluten'],
    ['豆瓣酱', 'soybeans wheat gluten'],
    ['沙茶酱', 'peanuts sesame crustaceans fish soybeans'],
    ['XO酱', 'molluscs crustaceans pork'],
    ['xo 酱', 'molluscs crustaceans pork'],
    ['料酒', 'alcohol'],
    ['啤酒鸭', 'barley gluten alcohol'],
    ['红酒', 'alcohol sulphites'],
    ['鱼露', 'fish'],
    ['虾皮', 'crustaceans'],
    ['蟹黄', 'crustaceans'],
    ['西红柿炒鸡蛋', 'eggs'],
    ['青椒肉丝', 'pork'],
    ['宫保鸡丁', 'peanuts'],
    ['雪菜毛豆', 'mustard soybeans'],
    ['西芹百合', 'celery'],
    ['番茄牛腩', 'beefMutton'],
    ['斯佩尔特小麦面包', 'spelt wheat gluten'],
    ['山核桃', 'pecans nuts'],
    ['松仁玉米', 'nuts'],
    ['皮蛋瘦肉粥', 'eggs pork'],
    ['芝麻糊', 'sesame'],
    ['提拉米苏', 'wheat gluten eggs milk alcohol'],
    // an unlisted compound is caught by a character of its own
    ['清蒸武昌鱼', 'fish'],
    ['蒜蓉虾', 'crustaceans'],
    ['奶香小窝窝', 'milk'],
    ['裤带面', 'wheat gluten'],
    ['炒青稞', 'barley gluten'],
    ['梅花鹿肉', ''],
    // English and German, as whole words, whatever their case, accents and number
    ['Egg fried rice', 'eggs'],
    ['EGGS', 'eggs'],
    ['eggplant', ''],
    ['Vollmilch', 'milk'],
    ['Käse', 'milk'],
    ['Weizen', 'wheat gluten'],
    ['Dinkel-Brötchen', 'spelt wheat gluten'],
    ['Fisch mit Ei', 'fish eggs'],
    ['Reis', ''],
    ['soy sauce', 'soybeans wheat gluten'],
    ['coconut milk', ''],
    ['peanut butter', 'peanuts'],
    ['pork', 'pork'],
    ['ham', 'pork'],
    ['champignon', ''],
    ['egg炒饭', 'eggs'],
  ])('%s → %s', (name, expected) => {
    expect(codes(name).sort()).toEqual(sorted(expected))
  })

  test('what is often in it is may, and never what is certain', () => {
    expect(may('蟹棒')).toContain('crustaceans')
    expect(may('蚝油')).toEqual(expect.arrayContaining(['wheat', 'gluten', 'soybeans']))
    expect(may('植物奶油')).toContain('milk')
    expect(of('蛋糕', '鲜奶').may.map(({ what }) => what)).not.toContain('milk')
  })
})

test.each<[string, string]>([
  ['素鸡', ''],
  ['鸡精', 'poultry meat'],
  ['猪油', 'lard pork meat'],
  ['老婆饼', 'lard pork meat'],
  ['明胶', 'gelatine'],
  ['皮冻', 'pork gelatine meat'],
  ['蜂蜜', 'honey'],
  ['蚕蛹', 'insects'],
  ['牛蛙', 'animal'],
  ['海参', 'animal'],
  ['鸭血', 'poultry blood meat'],
  ['回锅肉', 'pork meat'],
  ['手抓肉', 'meat'],
  ['鹿茸菇', ''],
  ['乳鸽', 'poultry meat'],
])('what a diet asks: %s comes from %s', (name, expected) => {
  expect(origins(name).sort()).toEqual(sorted(expected))
})

describe('reading', () => {
  test('the longest word from left to right; what is no word is passed over', () => {
    expect(words('干锅杏鲍菇炒牛肉丝')).toEqual(['杏鲍菇', '牛肉'])
    expect(words('青椒肉丝盖饭')).toEqual(['肉丝'])
    expect(words('宫保鸡丁')).toEqual(['宫保鸡丁'])
    expect(words('')).toEqual([])
  })

  test('a trap that another word crosses is no trap for certain', () => {
    expect(codes('玉米面条')).toContain('wheat')
    expect(codes('南瓜饼干')).toContain('wheat')
    expect(codes('花生奶油')).toEqual(expect.arrayContaining(['peanuts', 'milk']))
    expect(codes('杏仁奶酪')).toContain('milk')
    expect(codes('土豆腐竹煲')).toContain('soybeans')
    expect(codes('鱼香菇汤')).toContain('fish')
    expect(codes('蚕豆花生')).toContain('peanuts')
  })

  test('鱼香 is a flavour only where a name begins with it', () => {
    expect(codes('武昌鱼香煎')).toContain('fish')
    expect(codes('鱼香三脆')).not.toContain('fish')
  })

  test('full-width, traditional, invisible and spread characters are read like typed ones', () => {
    expect(codes('ＸＯ酱')).toEqual(codes('XO酱'))
    expect(codes('蝦仁炒麵').sort()).toEqual(sorted('crustaceans wheat gluten'))
    expect(codes('魚香肉絲')).toEqual(['pork'])
    expect(codes('花\u200b生')).toEqual(['peanuts'])
    expect(codes('花　生')).toEqual(['peanuts'])
    expect(codes('牛 奶')).toContain('milk')
    expect(codes('鱼 香 菜')).toContain('fish')
    expect(words('花生 米')).toEqual(['花生'])
  })

  test('a figurative name is not read, the ingredients always are', () => {
    const found = derive({ name: '蚂蚁上树', ingredients: ['粉丝', '牛肉末'], isNameFigurative: true })
    expect(found.contains).toEqual([{ what: 'beefMutton', words: ['牛肉'] }])
  })

  test('every code comes with all the words that said so', () => {
    expect(of('豆腐鱼汤', '豆腐', '生抽').contains.find(({ what }) => what === 'soybeans')?.words).toEqual([
      '豆腐',
      '生抽',
    ])
  })

  test('four thousand characters are read at once', () => {
    const started = Date.now()
    readWords('鱼香茄子玉米面条'.repeat(500))
    expect(Date.now() - started).toBeLessThan(2_000)
  })
})
