import type { AskedOf } from '../../contract/procedure'
import { type Category, saveCategory } from '../../contract/repair-catalog'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'

/** Holds the tree still: of two who rearrange it at once the second sees what the first has made of it. */
async function holdTree({ db, orgId }: AskedByPerson) {
  await db.selectFrom('repairSetting').select('orgId').where('orgId', '=', orgId).forUpdate().executeTakeFirst()
  return db.selectFrom('category').select(['categoryId', 'parentId', 'kind']).where('orgId', '=', orgId).execute()
}

type Tree = Awaited<ReturnType<typeof holdTree>>

/** Why a category cannot stand there: the tree has two levels, and a group and what is in it are of one kind. */
function problemOf({ categoryId, parentId, kind }: AskedOf<typeof saveCategory>, tree: Tree) {
  const known = tree.find((each) => each.categoryId === categoryId)
  if (categoryId && !known) return refuse('NO_SUCH_CATEGORY')
  const parent = tree.find((each) => each.categoryId === parentId)
  if (parentId && parent?.kind !== kind) return refuse('NO_SUCH_CATEGORY')
  if (parent?.parentId || (parent && parent === known)) return refuse('TOO_DEEP')
  const hasOthers = known !== undefined && tree.some((each) => each.parentId === known.categoryId)
  return hasOthers && (parent || kind !== known.kind) ? refuse('HAS_CATEGORIES') : undefined
}

export default keeper(saveCategory, async (input, asked) => {
  const { db, orgId, now } = asked
  const problem = problemOf(input, await holdTree(asked))
  if (problem) return problem
  const { categoryId = newId(now), parentId, questions, limits, ...plain } = input
  const values = {
    ...plain,
    parentId: parentId ?? null,
    questions: JSON.stringify(questions),
    limits: JSON.stringify(limits),
  }
  const saved = await unlessTaken(db, () =>
    db
      .insertInto('category')
      .values({ orgId, categoryId, ...values })
      .onConflict((c) => c.columns(['orgId', 'categoryId']).doUpdateSet(values))
      .returning('categoryId')
      .executeTakeFirstOrThrow(),
  )
  if (!saved) return refuse('NAME_TAKEN')
  asked.note({ categoryId, name: input.name, isNew: !input.categoryId, limits, isRetired: input.isRetired })
  const shown: Category = { ...plain, categoryId, ...(parentId ? { parentId } : {}), questions, limits }
  return shown
})
