import { listCategories } from '../../contract/repair-catalog'
import { keeper } from '../keeper'
import { catalogOf } from './catalog'

export default keeper(listCategories, async ({ withRetired }, asked) => {
  const { categories, categoryOf, setting } = await catalogOf(asked)
  // a category whose group is retired cannot be reached by anybody who reports
  const isOffered = ({ parentId, isRetired }: (typeof categories)[number]) =>
    !isRetired && !(parentId && categoryOf.get(parentId)?.isRetired)
  return { categories: withRetired ? [...categories] : categories.filter(isOffered), dutyPhone: setting.dutyPhone }
})
