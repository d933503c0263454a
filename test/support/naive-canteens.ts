import fc from 'fast-check'

/** One thing that somebody does, or the kitchen. */
export type Step =
  | { person: number; canteen: number; dishes: number[]; eats: boolean }
  | { canteen: number; mealPlaces: number | null; dishPlaces: (number | null)[] }

/** Mostly answers, now and then another number of places. */
export const canteenStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      person: fc.nat({ max: 4 }),
      canteen: fc.nat({ max: 1 }),
      dishes: fc.uniqueArray(fc.nat({ max: 1 }), { maxLength: 2 }),
      eats: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      canteen: fc.nat({ max: 1 }),
      mealPlaces: fc.option(fc.integer({ min: 1, max: 3 })),
      dishPlaces: fc.tuple(fc.option(fc.integer({ min: 1, max: 2 })), fc.option(fc.integer({ min: 1, max: 2 }))),
    }),
  },
)

/** Two canteens with two dishes: what the rules come to when everybody comes one after the other and somebody counts heads. */
export class NaiveCanteens {
  private readonly eaters = new Map<number, { canteen: number; dishes: number[] }>()
  private readonly limits = [0, 1].map(() => ({
    meal: null as number | null,
    dishes: [null, null] as (number | null)[],
  }))

  private others(person: number, isIt: (at: { canteen: number; dishes: number[] }) => boolean): number {
    return [...this.eaters].filter(([who, at]) => who !== person && isIt(at)).length
  }

  answer({ person, canteen, dishes, eats }: Extract<Step, { person: number }>): string {
    if (!eats) {
      this.eaters.delete(person)
      return 'skips'
    }
    const limit = this.limits[canteen]
    const inMeal = this.others(person, (at) => at.canteen === canteen)
    const isFull = (places: number | null | undefined, taken: number) => typeof places === 'number' && taken >= places
    const hasNone = dishes.some((dish) =>
      isFull(
        limit?.dishes[dish],
        this.others(person, (at) => at.canteen === canteen && at.dishes.includes(dish)),
      ),
    )
    if (hasNone || isFull(limit?.meal, inMeal)) return 'NO_PLACES_LEFT'
    this.eaters.set(person, { canteen, dishes })
    return 'eats'
  }

  limit({ canteen, mealPlaces, dishPlaces }: Extract<Step, { mealPlaces: number | null }>): void {
    const atLeast = (places: number | null, taken: number) => (places === null ? null : Math.max(places, taken))
    this.limits[canteen] = {
      meal: atLeast(
        mealPlaces,
        this.others(-1, (at) => at.canteen === canteen),
      ),
      dishes: dishPlaces.map((places, dish) =>
        atLeast(
          places,
          this.others(-1, (at) => at.canteen === canteen && at.dishes.includes(dish)),
        ),
      ),
    }
  }
}
