import { derive, readWords } from '../contract/canteen-lexicon'
import { timesSlower } from './support/slower'

const of = (name: string, ...ingredients: string[]) => derive({ name, ingredients, isNameFigurative: false })
const codes = (name: string) => of(name).contains.map(({ what }) => what)
const may = (name: string) => of(name).may.map(({ what }) => what)
const origins = (name: string) => of(name).origins.map(({ what }) => what)
const words = (text: string) => readWords(text).map(({ word }) => word)
const sorted = (list: string) => list.split(' ').filter(Boolean).sort()

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
  ['牛蛙', 'animal unclean'],
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

  test('four thousand characters take no more than their length', async () => {
    const read = (times: number) => () => readWords('鱼香茄子玉米面条'.repeat(times))
    expect(await timesSlower(read(500), read(125))).toBeLessThan(10)
  })
})
