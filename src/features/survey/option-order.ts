import type { SurveyItem, SurveyOption } from '../../../contract/survey-definition'

/** A number between 0 and 1 of a seed and a text: the same each time (FNV-1a). */
function diceOf(seed: number, text: string): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0
  // the last letters only touch the lowest bits
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

const isLast = ({ isOther, isExclusive, isDontKnow }: SurveyOption): boolean =>
  Boolean(isOther || isExclusive || isDontKnow)

/** The options as this person sees them: in random order where it is wanted, 其他 and 不了解 last. */
export function optionsInOrder(item: Extract<SurveyItem, { options: unknown }>, seed: number): SurveyOption[] {
  const { options } = item
  if (!('isRandom' in item) || !item.isRandom) return options
  const dice = (option: SurveyOption) => (isLast(option) ? 2 : diceOf(seed, item.code + option.code))
  return [...options].sort((one, other) => dice(one) - dice(other))
}
