import type {
  createTimetable,
  getTimetable,
  getTimetableGrid,
  saveRoute,
  saveService,
  saveStop,
  saveTimetableGrid,
} from '../../contract/shuttle-grid'
import type {
  exportGtfs,
  exportShuttleSheet,
  importGtfs,
  importShuttleSheet,
  previewGtfs,
  previewShuttleSheet,
  publishTimetable,
  removeTimetable,
} from '../../contract/shuttle-timetables'
import type { Sentences } from '../ui/trouble'

const noTimetable = '这份时刻表已经被删除，请回到时刻表列表刷新。'
const needsConsole = '这个功能要在电脑上使用，请用网页管理台打开。'

const edit = {
  NO_SUCH_TIMETABLE: noTimetable,
  NOT_A_DRAFT: '这份时刻表已经发布或停用，不能直接改。请回到列表，用“修改”复制一份草稿。',
  CHANGED_SINCE: '这份时刻表刚刚被别人改过，您的改动没有保存。请载入最新内容，再改一次。',
}

const feed = {
  UNREADABLE_FILE: '这个文件打不开，或者不是 GTFS 压缩包。请选择 .zip 文件，里面直接放着 stops.txt、trips.txt 等文件。',
  TOO_LARGE_FEED: '压缩包里的文件太大，没有解开。请确认文件没有损坏，或按线路拆成几份。',
  UNSAFE_FEED: '压缩包里有指向外面的路径，没有解开。请重新打包：各个 .txt 文件直接放在压缩包里。',
  NEEDS_CONSOLE: needsConsole,
}

export const createSentences = { NO_SUCH_TIMETABLE: noTimetable } satisfies Sentences<typeof createTimetable>
export const getTimetableSentences = { NO_SUCH_TIMETABLE: noTimetable } satisfies Sentences<typeof getTimetable>

export const gridSentences = {
  NO_SUCH_TIMETABLE: noTimetable,
  NO_SUCH_LINE: '这条线路已经不在这份时刻表里，请刷新后重新选择。',
  TOO_LARGE_GRID: '这个方向的班次或站点太多，表格放不下。请导出 GTFS，在别的软件里改好再导入。',
} satisfies Sentences<typeof getTimetableGrid>

export const saveGridSentences = {
  ...edit,
  NO_SUCH_LINE: gridSentences.NO_SUCH_LINE,
  TOO_LARGE_GRID: '这个方向的班次或站点太多，没有保存。最多 500 班、100 站，请拆成两条线路。',
  NO_SUCH_STOP: '有的站点已经被删除，没有保存。请载入最新内容后再改。',
  NO_SUCH_SERVICE: '有的班次用的运行日已经被删除，没有保存。请重新选择运行日。',
  NO_SUCH_TRIP: '有的班次已经被别人删除，没有保存。请载入最新内容后再改。',
  TIMES_DECREASE: '有的班次时间倒退了，没有保存。请改好标红的时间。',
  TOO_FEW_STOPS: '有的班次不足两站，没有保存。请填上时间，或删除这一班。',
} satisfies Sentences<typeof saveTimetableGrid>

export const saveRouteSentences = {
  ...edit,
  NO_SUCH_LINE: gridSentences.NO_SUCH_LINE,
} satisfies Sentences<typeof saveRoute>

export const saveStopSentences = {
  ...edit,
  NO_SUCH_STOP: '这个站点已经被删除，请刷新。',
  STOP_IN_USE: '还有班次在这一站停，不能删除。请先在班次表里去掉这一站。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof saveStop>

export const saveServiceSentences = {
  ...edit,
  NO_SUCH_SERVICE: '这个运行日已经被删除，请刷新。',
  SERVICE_IN_USE: '还有班次用这个运行日，不能删除。请先给那些班次换一个。',
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
} satisfies Sentences<typeof saveService>

export const previewGtfsSentences = feed satisfies Sentences<typeof previewGtfs>

export const importGtfsSentences = {
  ...feed,
  FEED_INVALID: '这份 GTFS 有错误，没有写入任何内容。请按下面的说明改好，再重新选择文件。',
} satisfies Sentences<typeof importGtfs>

export const previewSheetSentences = {
  UNREADABLE_FILE: '这个文件打不开。请用 Excel（.xlsx）或逗号分隔（.csv）格式重新选择；旧的 .xls 需要另存。',
  NO_TIMETABLE_FOUND:
    '没有找到班次。表里需要有一行写着线路、站点或“发车时间”，下面是各班的时间；站点排在左边的，第一列写“站点”，右边一列一班。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof previewShuttleSheet>

export const importSheetSentences = {
  ENDS_BEFORE_START: '停用日期早于启用日期，请重新选择。',
  TIMES_DECREASE: '有的班次时间倒退了，没有写入任何内容。请改好这一班的时间，或不导入它。',
  TOO_FEW_STOPS: '有的班次不足两站，没有写入任何内容。请补上站点，或不导入它。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof importShuttleSheet>

export const exportTimetableSentences = {
  NO_SUCH_TIMETABLE: noTimetable,
  TOO_LARGE_TIMETABLE: '这份时刻表太大，放不进一个 Excel 文件。请改用“导出 GTFS”。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof exportShuttleSheet> & Sentences<typeof exportGtfs>

export const publishSentences = {
  NO_SUCH_TIMETABLE: noTimetable,
  NOTHING_TO_PUBLISH: '这份时刻表里还没有班次，发布以后没有车可坐。请先加上班次。',
} satisfies Sentences<typeof publishTimetable>

export const removeSentences = {
  NO_SUCH_TIMETABLE: noTimetable,
  IN_FORCE: '这份时刻表正在使用，不能删除。请先发布另一份来代替它。',
} satisfies Sentences<typeof removeTimetable>
