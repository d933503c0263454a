/** The lists picked from each item, one after the other. `Array.flatMap` is younger than the oldest phones. */
export function allOf<Item, Picked>(items: readonly Item[], pick: (item: Item) => readonly Picked[]): Picked[] {
  return items.reduce<Picked[]>((all, item) => all.concat(pick(item)), [])
}
