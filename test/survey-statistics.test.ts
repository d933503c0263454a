import { chiSquare, meanOf, npsOf, wilson } from '../contract/survey-statistics'

describe('the interval of a share after Wilson', () => {
  test.each([
    [18, 20, 0.699, 0.972],
    [0, 30, 0, 0.114],
    [30, 30, 0.886, 1],
  ])('of %d in %d is what is printed', (k, n, low, high) => {
    expect(wilson(k, n)?.low).toBeCloseTo(low, 3)
    expect(wilson(k, n)?.high).toBeCloseTo(high, 3)
  })

  test('of nobody is none', () => {
    expect(wilson(0, 0)).toBeUndefined()
  })
})

describe('the net promoter score', () => {
  test('of 50 promoters and 20 detractors among 100 is 30 ± 15.3', () => {
    const nps = npsOf(50, 20, 100)
    expect(nps?.value).toBeCloseTo(30, 10)
    expect((nps?.interval.high ?? 0) - 30).toBeCloseTo(15.3, 1)
    expect(30 - (nps?.interval.low ?? 0)).toBeCloseTo(15.3, 1)
  })

  test('of nobody is none', () => {
    expect(npsOf(0, 0, 0)).toBeUndefined()
  })
})

describe('χ² of independence', () => {
  test('of the printed table is 2.778 with p = 0.249', () => {
    const found = chiSquare([
      [10, 10, 20],
      [20, 20, 20],
    ])
    expect(found).toMatchObject({ freedom: 2 })
    if (typeof found === 'string') throw new Error(found)
    expect(found.value).toBeCloseTo(2.778, 3)
    expect(found.p).toBeCloseTo(0.249, 3)
  })

  test('of a strong dependence has a small p: 3.84 at one degree is 0.05', () => {
    const found = chiSquare([
      [50, 50],
      [50, 50],
    ])
    expect(found).toEqual({ value: 0, freedom: 1, p: 1 })
    const strong = chiSquare([
      [90, 10],
      [10, 90],
    ])
    if (typeof strong === 'string') throw new Error(strong)
    expect(strong.value).toBeCloseTo(128, 6)
    expect(strong.p).toBeLessThan(1e-20)
  })

  test('is not told of one row, nor where too few are expected', () => {
    expect(chiSquare([[10, 20]])).toBe('tooFewRows')
    expect(
      chiSquare([
        [1, 2],
        [3, 1],
      ]),
    ).toBe('tooFewExpected')
  })
})

describe('a mean', () => {
  test('has the interval of Student: 1 to 5 once each is 3 ± 1.963', () => {
    const mean = meanOf([1, 2, 3, 4, 5].map((value) => ({ value, count: 1 })))
    expect(mean?.value).toBe(3)
    expect((mean?.interval?.high ?? 0) - 3).toBeCloseTo(1.963, 3)
  })

  test('of many answers has nearly the normal one', () => {
    const mean = meanOf([
      { value: 0, count: 50 },
      { value: 1, count: 50 },
    ])
    expect((mean?.interval?.high ?? 0) - 0.5).toBeCloseTo(1.9842 * Math.sqrt(0.25 / 99), 4)
  })

  test('of one answer has none, of no answer is none', () => {
    expect(meanOf([{ value: 4, count: 1 }])).toEqual({ value: 4, n: 1 })
    expect(meanOf([])).toBeUndefined()
  })
})
