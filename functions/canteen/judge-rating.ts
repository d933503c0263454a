/** What somebody thinks of a dish. */
export interface Opinion {
  stars: number
  chips: readonly string[]
  words: string
}

/** Things of a kitchen whose names hold a word of hygiene and mean nothing by it. */
const harmless =
  /臭(?:豆腐|鳜鱼|桂鱼|干子?|鸡蛋)|虫草|霉(?:干菜|豆腐|苋菜)|(?:内|心|肝|肾)脏|脏脏包|塑料(?:袋|盒|餐盒|勺|打包盒)/g
/** Says that there is none of it. A question (有没有) or a double no (不是没有) does not. */
const denial =
  '(?<!有|不是|难道|怎么)(?:没有|没|没见|没见到|没看到|没看见|没吃到|没吃出|没发现|无|毫无)(?:任何|什么|一点|一根|一只)?'
const flatDenial = '(?<!有|是)(?:一点也|一点都|并|也|都)?不'
const flatlyDenied = ['脏', '臭', '馊', '霉']

const isNoWord = /[.*+?^${}()|[\]\\]/g

/** Whether a text speaks of hygiene. It alarms rather once too often: only a plain denial is taken for one. */
export function speaksOfHygiene(words: string, hygieneWords: readonly string[]): boolean {
  const plain = words.replace(harmless, '')
  return hygieneWords.some((word) => {
    if (!plain.includes(word)) return false
    const said = word.replace(isNoWord, '\\$&')
    const denied = flatlyDenied.includes(word) ? `(?:${denial}|${flatDenial})${said}` : `${denial}${said}`
    return plain.replace(new RegExp(denied, 'g'), '').includes(word)
  })
}

/** Whether the duty manager hears of it at once. Five stars and 卫生 without a word of it is praise. */
export function isUrgent({ stars, chips, words }: Opinion, hygieneWords: readonly string[]): boolean {
  return stars <= 2 || (chips.includes('hygiene') && stars < 5) || speaksOfHygiene(words, hygieneWords)
}

/** Whether a rating wants the kitchen's answer: something was written or shown, or it is urgent. */
export function wantsAnswer(opinion: Opinion, hygieneWords: readonly string[], photos: number): boolean {
  return opinion.words !== '' || photos > 0 || isUrgent(opinion, hygieneWords)
}
