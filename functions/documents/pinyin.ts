import type { pinyin as pinyinOfText } from 'pinyin-pro'

let loaded: typeof pinyinOfText | undefined

/** The dictionary takes 50 ms to load: whoever imports no names does not pay for it. */
function dictionary(): typeof pinyinOfText {
  loaded ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin
  return loaded
}

/** Two to four Chinese characters that do not end like a place are taken for a person: 单 is Shan there. */
const isLikeName = /^\p{Script=Han}{2,4}$/u
const isLikePlace = /[室厅楼堂馆间处部所院科组]$/

/**
 * Full pinyin and initials of a Chinese text, lower case without tones; ü is v, as it is typed. Letters and digits stay,
 * spaces and punctuation go, rare characters without a reading stay as they are.
 */
export function pinyinOf(text: string): { pinyin: string; initials: string } {
  const surname = isLikeName.test(text) && !isLikePlace.test(text) ? 'head' : 'off'
  const syllables = dictionary()(text, { toneType: 'none', type: 'array', v: true, surname })
  const kept = syllables.map((syllable) =>
    syllable
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
  return { pinyin: kept.join(''), initials: kept.map((syllable) => [...syllable][0] ?? '').join('') }
}
