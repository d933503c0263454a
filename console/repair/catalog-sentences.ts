import type {
  printPlaceLabels,
  renewPlaceCode,
  saveAsset,
  saveCategory,
  savePlaceRecord,
  saveRepairSetting,
  saveTechnician,
} from '../../contract/repair-catalog'
import type { Sentences } from '../ui/trouble'

const noSuchPlace = '没有这个地点或楼宇，可能刚刚被别人改动；请刷新后重新选择。'
const noSuchAsset = '没有这台设备，可能刚刚被别人改动；请刷新后再试。'
const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'

export const saveCategorySentences = {
  NO_SUCH_CATEGORY: '没有这个类别或分组，可能刚刚被别人改动；请刷新后再试。',
  NAME_TAKEN: '这个分组里已有同名的类别，请换一个名称。',
  TOO_DEEP: '类别只有两级：分组和分组里的类别，请另选一个分组。',
  HAS_CATEGORIES: '这个分组里还有类别，不能放进别的分组。请先把里面的类别移走。',
} satisfies Sentences<typeof saveCategory>

export const savePlaceSentences = {
  NO_SUCH_PLACE: noSuchPlace,
  NAME_TAKEN: '同一楼宇同一楼层已有同名的地点，请换一个名称。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof savePlaceRecord>

export const saveAssetSentences = {
  NO_SUCH_ASSET: noSuchAsset,
  NO_SUCH_PLACE: noSuchPlace,
  NO_SUCH_CATEGORY: '没有这个类别，可能刚刚被停用；请重新选择。',
  NUMBER_TAKEN: '已有设备用了这个资产编号，请核对编号。',
} satisfies Sentences<typeof saveAsset>

export const renewCodeSentences = { NO_SUCH_PLACE: noSuchPlace, NO_SUCH_ASSET: noSuchAsset } satisfies Sentences<
  typeof renewPlaceCode
>

export const printLabelsSentences = { ...renewCodeSentences, NEEDS_CONSOLE: needsConsole } satisfies Sentences<
  typeof printPlaceLabels
>

export const saveTechnicianSentences = {
  NOT_A_TECHNICIAN: '这位同事已经没有维修职责，可能刚刚被调整；请刷新后再试。',
  NO_SUCH_PLACE: noSuchPlace,
  HOURS_INVALID: '值班时间有误：每段须结束晚于开始、互不重叠。',
  ENDS_BEFORE_START: '离岗的最后一天不能早于第一天。',
} satisfies Sentences<typeof saveTechnician>

export const saveSettingSentences = {
  HOURS_INVALID: '服务时间有误：每段须结束晚于开始、互不重叠，一周中至少有一段。',
} satisfies Sentences<typeof saveRepairSetting>
