import { View } from '@tarojs/components'
import type { TicketKind } from '../../../contract/repair-lifecycle'
import { type Category, fullNameOf, groupsOf, type Leaf, likelyOf } from './categories'
import { lastCategories } from './last-used'
import './report-categories.scss'

interface ReportCategoriesProps {
  categories: readonly Category[]
  kind: TicketKind
  chosen: Category | undefined
  /** Categories of what stands here. */
  proposed: readonly (string | undefined)[]
  onChoose: (categoryId: string | undefined) => void
}

const mostLikely = 3
/** With so few there is nothing to put first. */
const fewLeaves = 6

function Tiles({ leaves, onChoose }: { leaves: readonly Leaf[]; onChoose: (categoryId: string) => void }) {
  return (
    <View className='lfs'>
      {leaves.map(({ categoryId, name }) => (
        <View key={categoryId} className='lf' hoverClass='lfp' onClick={() => onChoose(categoryId)} role='button'>
          {name}
        </View>
      ))}
    </View>
  )
}

/**
 * Everything that can be reported as one page of tiles, in groups, the likeliest first: one tap for two levels. What is
 * chosen takes the tiles' place; they stay underneath, because sending them again would cost the most of all taps.
 */
export function ReportCategories({ categories, kind, chosen, proposed, onChoose }: ReportCategoriesProps) {
  const groups = groupsOf(categories, kind)
  const count = groups.reduce((sum, { leaves }) => sum + leaves.length, 0)
  const likely = count > fewLeaves ? likelyOf(categories, kind, [...proposed, ...lastCategories()], mostLikely) : []
  return (
    <View className='report-categories'>
      <View className={chosen ? 'report-chosen' : 'report-chosen report-away'}>
        <View className='report-chosen-name'>{chosen ? `✓ ${fullNameOf(categories, chosen)}` : ''}</View>
        <View className='report-chosen-change' hoverClass='lfp' onClick={() => onChoose(undefined)} role='button'>
          换一个
        </View>
      </View>
      <View className={chosen ? 'report-away' : ''}>
        <View>
          {likely.length > 0 ? (
            <View>
              <View className='lfg'>最可能是</View>
              <Tiles leaves={likely} onChoose={onChoose} />
            </View>
          ) : null}
        </View>
        {groups.map(({ name, leaves }) => (
          <View key={name}>
            {groups.length > 1 ? <View className='lfg'>{name}</View> : null}
            <Tiles leaves={leaves} onChoose={onChoose} />
          </View>
        ))}
      </View>
    </View>
  )
}
