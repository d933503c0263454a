import { saveMenuDay } from '../../contract/canteen-menus'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { showDraftDays } from './draft-days'
import { holdCanteen, lineKey, readDrafts, writeDrafts } from './menu-drafts'
import { usableParts } from './usable-parts'

export default keeper(saveMenuDay, async (input, asked) => {
  const { db, orgId, person, now } = asked
  const { canteenId, day, revision, isClosed, note, lines } = input
  if (!(await holdCanteen(db, orgId, canteenId))) return refuse('NO_SUCH_CANTEEN')
  if (day < dayOf(now, person.zone)) return refuse('PAST_DAY')
  const stored = (await readDrafts(db, orgId, canteenId, [day])).get(day)
  const present = stored?.revision ?? 0
  if (present !== revision) return refuse('CHANGED_MEANWHILE', { revision: present })

  // what was retired since may stand where it stood: publishing says what to do about it
  const standing = new Set(stored?.lines.map(lineKey))
  const added = lines.filter((line) => !standing.has(lineKey(line)))
  const usable = await usableParts(db, { orgId, canteenId }, added)
  const windowIds = added.map(({ windowId }) => windowId).filter((windowId) => !usable.windowIds.has(windowId))
  if (windowIds.length > 0) return refuse('NO_SUCH_WINDOW', { windowIds: [...new Set(windowIds)] })
  const dishIds = added.map(({ dishId }) => dishId).filter((dishId) => !usable.dishIds.has(dishId))
  if (dishIds.length > 0) return refuse('NO_SUCH_DISH', { dishIds: [...new Set(dishIds)] })
  const keys = lines.map(lineKey)
  const doubled = lines.filter((line, place) => keys.indexOf(lineKey(line)) !== place)
  if (doubled.length > 0) return refuse('DOUBLED_DISH', { dishIds: [...new Set(doubled.map(({ dishId }) => dishId))] })

  const mealPlaces = [...new Map(input.mealPlaces.map((each) => [each.meal, each])).values()]
  await writeDrafts(db, { orgId, canteenId }, new Map([[day, { isClosed, note, mealPlaces, lines }]]))
  asked.note({ canteenId, day, isClosed, lines: lines.length })
  const [shown] = await showDraftDays(asked, canteenId, [day])
  return shown ?? refuse('NO_SUCH_CANTEEN')
})
