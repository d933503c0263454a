import { exportMenu, exportOpenMensa, importMenu, previewMenu } from '../../contract/canteen-files'
import { publishMenu } from '../../contract/canteen-menus'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { givenOrg, signedInAs } from './given'
import { givenCanteen } from './given-canteen'
import { fileOf } from './sheet-file'
import type { TestCloud } from './start-cloud'

type Preview = ValueOf<typeof previewMenu>
type Import = Omit<InputOf<typeof importMenu>, 'canteenId'>

/** An institution with a canteen and its kitchen, and what they do with files of menus. */
export async function menuOffice(house: TestCloud, windows: readonly string[] = ['一号窗口']) {
  const org = await givenOrg(house)
  const { token } = await signedInAs(house, org, ['kitchen'])
  const { canteenId } = await givenCanteen(house, org, { windows })
  const tryPreview = (bytes: Buffer, fileName = 'menu.xlsx') =>
    house.call(previewMenu, { canteenId, ...fileOf(fileName, bytes) }, { token })
  const preview = async (bytes: Buffer, fileName?: string) => {
    const answered = await tryPreview(bytes, fileName)
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const tryWrite = (read: Import) => house.call(importMenu, { canteenId, ...read }, { token })
  const write = async ({ rows, closedDays, dayNotes }: Preview | Import) => {
    const answered = await tryWrite({ rows, closedDays, dayNotes })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const bytesOf = (answered: { value?: { content: string } }) => Buffer.from(answered.value?.content ?? '', 'base64')
  const range = { canteenId, from: '2025-01-01', until: '2027-12-31' }
  const workbook = async () => bytesOf(await house.call(exportMenu, range, { token }))
  const feed = async (isDraft = true) => bytesOf(await house.call(exportOpenMensa, { ...range, isDraft }, { token }))
  const publish = (days: string[]) => house.call(publishMenu, { canteenId, days }, { token })
  return { org, token, canteenId, tryPreview, preview, tryWrite, write, workbook, feed, publish }
}
export type MenuOffice = Awaited<ReturnType<typeof menuOffice>>

/** What a preview says of the menu, without where in the file it stands and how it compares. */
export function menuOf({ rows, closedDays, dayNotes }: Preview) {
  return {
    rows: rows.map(({ line: _line, sheet: _sheet, change: _change, changedFields: _fields, ...row }) => row),
    closedDays: closedDays.map(({ day, note }) => ({ day, note })),
    dayNotes: dayNotes.map(({ day, note }) => ({ day, note })),
  }
}

/** A menu's rows in short: day, meal, window and dish. */
export const inShort = (rows: Preview['rows']) =>
  rows.map(({ day, meal, window, dish }) => `${day.slice(5)} ${meal} ${window} ${dish}`)

/** An OpenMensa v2 feed with these days, as somebody else's program writes it. */
export const feedOf = (days: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}\n<openmensa version="2.1" xmlns="http://openmensa.org/open-mensa-v2">\n<canteen>\n${days}\n</canteen>\n</openmensa>\n`

/** How many rows every table has, the traces of calls aside. */
export async function rowCounts({ cloud: { pool } }: TestCloud): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('command', 'audit_entry', 'session') ORDER BY 1",
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::integer AS n FROM "${name}"`)
    counts[name] = rows[0]?.n ?? 0
  }
  return counts
}
