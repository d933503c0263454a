import type { confirmLabels, listLabelHistory, saveCanteen, saveDish } from '../../contract/canteen-dishes'
import type { exportMenu, exportOpenMensa, importMenu, previewMenu } from '../../contract/canteen-files'
import type { getHeadcount, listOvertime, markSoldOut, recordServed } from '../../contract/canteen-headcount'
import type { copyMenuWeek, getMenuDraft, publishMenu, saveMenuDay } from '../../contract/canteen-menus'
import type { Sentences } from '../ui/trouble'

export const noSuchCanteen = '没有这个食堂，可能刚刚被停用；请刷新后重新选择。'
export const noSuchPerson = '花名册里没有这个人，可能已离开；请重新选择。'
export const noSuchDish = '有的菜刚刚被停用或删除；请刷新后重新选择这道菜。'
const noSuchWindow = '有的档口刚刚被停用；请刷新后把菜放到别的档口。'
export const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'
const noSuchServing = '这道菜已经不在当天的菜单上，可能刚刚被换掉；请刷新后再看。'
const noSuchSitting = '这一餐已经不在菜单上，可能刚刚被取消；请刷新后再看。'

export const noRefusals = {} satisfies Record<never, string>

export const canteenSentences = { NO_SUCH_CANTEEN: noSuchCanteen } satisfies Sentences<
  typeof getMenuDraft & typeof getHeadcount & typeof listOvertime
>

export const saveDaySentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  NO_SUCH_WINDOW: noSuchWindow,
  NO_SUCH_DISH: noSuchDish,
  DOUBLED_DISH: '同一餐、同一档口里有一道菜出现了两次，请删去一个，其余改动会一起保存。',
  PAST_DAY: '这一天已经过去，菜单只能查看，改动没有保存。',
  CHANGED_MEANWHILE: '这一天刚刚被别人改过。已经载入最新的内容，您刚才对这一天的改动没有保存，请核对后再改。',
} satisfies Sentences<typeof saveMenuDay>

export const copyWeekSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  NOTHING_TO_COPY: '这一周还没有菜，没有可以复制的内容。请换一周，或先排好这一周。',
  SAME_WEEK: '两边是同一周，请选择另一周。',
} satisfies Sentences<typeof copyMenuWeek>

export const publishSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  PAST_DAY: '所选的日期里有已经过去的，不能再发布。请去掉它们再试。',
  NOTHING_TO_PUBLISH: '所选的日期没有需要发布的改动。',
  NO_HOURS: '有的餐次还没有设置供餐时间。请在「食堂与餐次」里填好，再来发布。',
  LABELS_BLOCK: '下面这些菜的标签还不能发布。逐个改好以后再发布；一道菜没改好，所选的日期都不会发布。',
} satisfies Sentences<typeof publishMenu>

export const saveDishSentences = {
  NO_SUCH_DISH: '没有这道菜，可能刚刚被删除；请刷新后再试。',
  NAME_TAKEN: '已经有同名的菜，请直接使用那一道，或者换个菜名。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof saveDish>

export const confirmLabelsSentences = {
  NO_SUCH_DISH: saveDishSentences.NO_SUCH_DISH,
  LABELS_CHANGED: '这道菜的配料或标签刚刚被别人改过，没有确认。请载入最新内容，核对后再确认。',
} satisfies Sentences<typeof confirmLabels>

export const labelHistorySentences = { NO_SUCH_DISH: saveDishSentences.NO_SUCH_DISH } satisfies Sentences<
  typeof listLabelHistory
>

export const previewMenuSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  UNREADABLE_FILE:
    '这个文件打不开。请用 Excel（.xlsx）、逗号分隔（.csv）或 OpenMensa（.xml）格式重新选择；旧的 .xls 需要另存。',
  NO_HEADER_ROW: '没有找到表头。表里需要有一行写着“日期”“餐次”和各档口（或“档口”“菜名”），下面才是菜。',
  TOO_MANY_ROWS: '内容超过了 10000 行，请按周或按月拆成几个文件。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof previewMenu>

export const importMenuSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  NOTHING_TO_IMPORT: '没有可以导入的内容：所选的行都在过去的日子里，过去的菜单不会改动。',
  DOUBLED_DISH: '同一天、同一餐、同一档口里有重复的菜，没有导入任何一行。请去掉重复的行。',
  CLOSED_AND_OPEN: '有的日子既写了停餐又有菜，没有导入任何一行。请去掉那一天的菜，或不导入停餐。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof importMenu>

export const exportMenuSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof exportMenu & typeof exportOpenMensa> & Sentences<typeof exportMenu>

export const recordServedSentences = {
  NO_SUCH_SITTING: noSuchSitting,
  NOT_YET_OPEN: '这一餐还没有开始，开餐以后再登记实际人数。',
} satisfies Sentences<typeof recordServed>

export const soldOutSentences = { NO_SUCH_SERVING: noSuchServing } satisfies Sentences<typeof markSoldOut>

export const saveCanteenSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  NO_SUCH_WINDOW: '有的档口刚刚被别人删除；请刷新后再改。',
  NO_SUCH_PERSON: noSuchPerson,
  NO_SUCH_PLACE: '没有这个院区，可能刚刚被改动；请刷新后重新选择。',
  NAME_TAKEN: '已经有同名的食堂或档口，请换一个名称。',
  HOURS_INVALID: '供餐时间有误：结束须晚于开始，截止须早于开餐。',
} satisfies Sentences<typeof saveCanteen>
