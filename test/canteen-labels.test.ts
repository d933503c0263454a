import { type AllergenCode, gb8Codes, matchDish, stateOf } from '../contract/canteen-allergens'
import { describeDerived, type LabelledDish, labelsOf, problemsOf } from '../contract/canteen-labels'

/** A dish without any problem: rice, all eight declared free, confirmed. */
const rice: LabelledDish = {
  name: '白米饭',
  ingredients: ['大米'],
  isNameFigurative: false,
  contains: [],
  free: gb8Codes,
  diets: [],
  isConfirmed: true,
}
const dish = (some: Partial<LabelledDish>): LabelledDish => ({ ...rice, ...some })
const freeBut = (...codes: AllergenCode[]) => gb8Codes.filter((code) => !codes.includes(code))
const messages = (some: Partial<LabelledDish>) => problemsOf(dish(some)).map(({ message }) => message)
const contradictions = (some: Partial<LabelledDish>) =>
  problemsOf(dish(some)).filter(({ kind }) => kind === 'contradiction')

test('a dish that is fully and rightly labelled has no problem, and its labels say so', () => {
  expect(problemsOf(rice)).toEqual([])
  expect(problemsOf(dish({ diets: ['vegetarian', 'vegan', 'halal'] }))).toEqual([])
  expect(labelsOf(dish({ diets: ['vegan', 'halal'] }))).toEqual({
    contains: [],
    free: ['gluten', 'crustaceans', 'eggs', 'fish', 'peanuts', 'soybeans', 'milk', 'nuts'],
    conflicts: [],
    diets: ['vegan', 'halal'],
  })
})

describe('a diet that the dish contradicts is not shown and not published', () => {
  test.each<[string, LabelledDish['diets'][number], string, AllergenCode[]]>([
    ['vegan with egg', 'vegan', '鸡蛋', ['eggs']],
    ['vegan with milk', 'vegan', '黄油', ['milk']],
    ['vegan with honey', 'vegan', '蜂蜜', []],
    ['vegan with gelatine', 'vegan', '吉利丁', []],
    ['vegan with oyster sauce', 'vegan', '蚝油', []],
    ['vegan with insects', 'vegan', '蚕蛹', []],
    ['vegan with chicken essence', 'vegan', '鸡精', []],
    ['vegan with an unlisted fish', 'vegan', '武昌鱼', ['fish']],
    ['vegetarian with gelatine', 'vegetarian', '明胶', []],
    ['vegetarian with lard', 'vegetarian', '猪油', []],
    ['vegetarian with dried shrimps', 'vegetarian', '虾皮', ['crustaceans']],
    ['vegetarian with scallops', 'vegetarian', '干贝', []],
    ['vegetarian with frog', 'vegetarian', '牛蛙', []],
    ['halal with cooking wine', 'halal', '料酒', []],
    ['halal with pork', 'halal', '五花肉', []],
    ['halal with lard', 'halal', '猪油', []],
    ['halal with gelatine of unknown origin', 'halal', '明胶', []],
    ['halal with blood', 'halal', '鸭血', []],
    ['halal with donkey', 'halal', '驴肉', []],
    ['halal with bullfrog', 'halal', '牛蛙', []],
  ])('%s', (_what, diet, ingredient, contained) => {
    const wrong = dish({ ingredients: ['大米', ingredient], diets: [diet], free: freeBut(...contained) })
    expect(problemsOf(wrong)).toEqual([
      expect.objectContaining({ kind: 'contradiction', diet, because: expect.arrayContaining([expect.any(String)]) }),
    ])
    expect(labelsOf(wrong).diets).toEqual([])
  })

  test('by the name alone', () => {
    expect(
      contradictions({ name: '韭菜炒鸡蛋', ingredients: ['韭菜'], diets: ['vegan'], free: freeBut('eggs') }),
    ).toHaveLength(1)
  })

  test('by what the kitchen itself declares contained', () => {
    const some: Partial<LabelledDish> = { contains: ['eggs'], diets: ['vegan'], free: freeBut('eggs') }
    expect(messages(some)).toEqual(['标了“纯素”，但又标了含有蛋类：请去掉“纯素”标记，或改配料。'])
  })

  test('the sentence says which word, what it is and what to do', () => {
    expect(messages({ ingredients: ['面条', '鸡蛋'], diets: ['vegan'], free: freeBut('gluten', 'eggs') })).toEqual([
      '标了“纯素”，但名称或配料中的“鸡蛋”属于蛋类：请去掉“纯素”标记，或改配料。',
    ])
  })

  test('eggs and honey leave a dish vegetarian', () => {
    const some = dish({ ingredients: ['鸡蛋', '牛奶', '蜂蜜'], diets: ['vegetarian'], free: freeBut('eggs', 'milk') })
    expect([problemsOf(some), labelsOf(some).diets]).toEqual([[], ['vegetarian']])
  })

  test('what only may break a diet is no contradiction, but the diet is not shown', () => {
    const some = dish({ ingredients: ['辣白菜'], diets: ['vegan'], free: freeBut('fish', 'crustaceans') })
    expect([contradictions(some), labelsOf(some).diets]).toEqual([[], []])
  })
})

describe('declared free', () => {
  test('and contained by a word: in conflict, never free, with a sentence', () => {
    const wrong = dish({ ingredients: ['生抽', '青菜'] })
    expect(labelsOf(wrong)).toMatchObject({
      contains: ['gluten', 'wheat', 'soybeans'],
      conflicts: ['gluten', 'wheat', 'soybeans'],
    })
    expect(labelsOf(wrong).free).not.toContain('gluten')
    expect(problemsOf(wrong).map(({ codes, because }) => ({ codes, because }))).toEqual([
      { codes: ['gluten', 'wheat'], because: ['生抽'] },
      { codes: ['soybeans'], because: ['生抽'] },
    ])
    expect(messages({ ingredients: ['花生碎'] })).toEqual([
      '标了“不含花生”，但名称或配料中的“花生碎”含花生：请改标“含有”，或改配料。',
    ])
  })

  test('and declared contained as well: in conflict', () => {
    expect(labelsOf(dish({ contains: ['milk'] })).conflicts).toEqual(['milk'])
    expect(messages({ contains: ['milk'] })).toEqual(['“乳类”同时标了“含有”和“不含”：请核对后只留一个。'])
  })

  test('as an item, with a part declared contained', () => {
    expect(labelsOf(dish({ contains: ['walnuts'] }))).toMatchObject({ conflicts: ['nuts', 'walnuts'] })
    expect(problemsOf(dish({ contains: ['walnuts'] }))).toHaveLength(1)
  })

  test('as a part, beside another part that is contained: both hold', () => {
    const some = dish({ ingredients: ['核桃'], contains: ['walnuts'], free: [...freeBut('nuts'), 'almonds'] })
    expect(problemsOf(some)).toEqual([])
    expect([stateOf(labelsOf(some), 'almonds'), stateOf(labelsOf(some), 'nuts')]).toEqual(['free', 'contains'])
  })

  test('and only may be in a word: unknown, and no contradiction', () => {
    const some = dish({ ingredients: ['麦芽糖'] })
    expect(problemsOf(some)).toEqual([])
    expect(stateOf(labelsOf(some), 'gluten')).toBe('unknown')
    expect(stateOf(labelsOf(some), 'rye')).toBe('unknown')
    expect(stateOf(labelsOf(some), 'milk')).toBe('free')
  })

  test('but not confirmed: unknown, while what is contained stays contained', () => {
    const some = dish({ ingredients: ['鸡蛋'], contains: ['fish'], isConfirmed: false, diets: ['vegetarian'] })
    expect(labelsOf(some)).toMatchObject({ contains: ['eggs', 'fish'], free: [], diets: [] })
    expect(matchDish(labelsOf(some), { allergens: ['milk'], diets: [] }).level).toBe('amber')
  })
})

describe('missing', () => {
  test('one of the eight of which nothing is said', () => {
    expect(problemsOf(dish({ free: freeBut('peanuts', 'milk') }))).toEqual([
      {
        kind: 'missing',
        codes: ['peanuts', 'milk'],
        because: [],
        message: '还没有说明是否含有花生、乳类：请逐项标“含有”或“不含”。',
      },
    ])
  })

  test('one part of gluten said is gluten said; parts declared free are not', () => {
    expect(problemsOf(dish({ free: freeBut('gluten'), contains: ['rye'] }))).toEqual([])
    expect(problemsOf(dish({ free: [...freeBut('gluten'), 'wheat', 'rye'] }))).toHaveLength(1)
  })

  test('what a word says need not be said again', () => {
    expect(problemsOf(dish({ ingredients: ['鸡蛋'], free: freeBut('eggs') }))).toEqual([])
  })

  test('celery, alcohol and the like may stay unsaid: the eight are what the law wants', () => {
    expect(stateOf(labelsOf(rice), 'celery')).toBe('unknown')
  })

  test('the confirmation', () => {
    expect(messages({ isConfirmed: false })).toEqual(['过敏原标签还没有人确认：请对照配料核对后点“确认”。'])
  })

  test('a new dish with nothing filled in lacks both', () => {
    const kinds = problemsOf(dish({ ingredients: [], free: [], isConfirmed: false })).map(({ kind }) => kind)
    expect(kinds).toEqual(['missing', 'missing'])
  })
})

describe('figurative names', () => {
  const ants: Partial<LabelledDish> = { name: '蚂蚁上树', ingredients: ['粉丝', '素肉末'], free: freeBut('soybeans') }

  test('are read unless a person says otherwise', () => {
    expect(labelsOf(dish({ ...ants })).contains).toContain('pork')
    expect(labelsOf(dish({ ...ants, isNameFigurative: true })).contains).toEqual(['soybeans'])
  })

  test('the ingredients are read all the same', () => {
    const some = dish({ name: '全家福', ingredients: ['鹌鹑蛋'], isNameFigurative: true, free: freeBut('eggs') })
    expect(labelsOf(some).contains).toEqual(['eggs'])
  })
})

test('the label editor is told which words said what, and whether for certain', () => {
  expect(describeDerived({ name: '蚝油生菜', ingredients: ['生菜', '蚝油', '生抽'], isNameFigurative: false })).toEqual(
    [
      { code: 'gluten', words: ['生抽'], isCertain: true },
      { code: 'wheat', words: ['生抽'], isCertain: true },
      { code: 'soybeans', words: ['生抽'], isCertain: true },
      { code: 'molluscs', words: ['蚝油'], isCertain: true },
    ],
  )
  expect(describeDerived({ name: '糖饼盒', ingredients: ['麦芽糖'], isNameFigurative: true })).toEqual([
    { code: 'gluten', words: ['麦芽糖'], isCertain: false },
    { code: 'wheat', words: ['麦芽糖'], isCertain: false },
    { code: 'barley', words: ['麦芽糖'], isCertain: false },
  ])
})
