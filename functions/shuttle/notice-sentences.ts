import type { FeedNotice } from '../../contract/shuttle-timetables'

type Severity = FeedNotice['severity']

// {field}, {value} and {more} are filled in.
const errors = {
  missing_required_file: '缺少必需的文件 {more}，请补上后重新打包。',
  missing_calendar_and_calendar_date_files:
    '没有 calendar.txt，也没有 calendar_dates.txt：不知道班次哪天开行，请至少补上一个。',
  empty_file: '文件是空的，请填好内容，或从压缩包里去掉它。',
  missing_required_column: '缺少必需的列 {field}，请补上这一列。',
  empty_column_name: '表头有一列没有名称，请补上列名或删掉这一列。',
  duplicated_column: '列 {field} 出现了两次，请只保留一列。',
  csv_parsing_failed: '引号没有配对，这一行读不出来，请检查双引号。',
  invalid_row_length: '这一行有 {value} 个值，表头是 {more} 列，请对齐。',
  invalid_character: '{field} 里有不是 UTF-8 的字符，请把文件另存为 UTF-8 编码。',
  new_line_in_value: '{field} 的内容里有换行，请改成一行。',
  missing_required_field: '{field} 没有填写，这一列不能为空。',
  duplicate_key: '{field} 为「{value}」的记录在第 {more} 行已经有了，请去掉重复的。',
  foreign_key_violation: '{field} 写的「{value}」在 {more} 里找不到，请核对编号。',
  invalid_date: '「{value}」不是日期，请写成 20260901 这样的八位数字。',
  invalid_time: '「{value}」不是时刻，请写成 07:30:00；过了零点写 25:10:00，最多 72 小时。',
  invalid_color: '「{value}」不是颜色，请写成六位十六进制数，例如 0077D1。',
  invalid_timezone: '「{value}」不是时区名，请写成 Asia/Shanghai 这样的名称。',
  invalid_language_code: '「{value}」不是语言代码，请写成 zh 或 en 这样的代码。',
  invalid_currency: '「{value}」不是货币代码，请写成 CNY 这样的三个字母。',
  invalid_url: '「{value}」不是完整的网址，请以 http:// 或 https:// 开头。',
  invalid_email: '「{value}」不是邮箱地址，请核对。',
  invalid_integer: '「{value}」不是整数，请只填数字。',
  invalid_float: '「{value}」不是数字，请核对。',
  number_out_of_range: '「{value}」超出了允许的范围（{more}）。',
  inconsistent_agency_timezone: '时区「{value}」与第一家机构的「{more}」不同，一份时刻表只能有一个时区。',
  more_than_one_entity: '这个文件只能有一行内容，请去掉多余的行。',
  route_both_short_and_long_name_missing: '线路「{value}」既没有简称也没有全称，请至少填一个。',
  point_near_origin: '坐标 {value} 在经纬度零点附近，多半没有填对。',
  point_near_pole: '坐标 {value} 在南北极附近，多半没有填对。',
  station_with_parent_station: '「{value}」本身是车站，不能再属于另一个车站，请清空 parent_station。',
  location_without_parent_station: '「{value}」是出入口、通道或上车区，必须写明属于哪个车站（parent_station）。',
  wrong_parent_location_type: '「{value}」所属的「{more}」类型不对：站台属于车站，上车区属于站台。',
  start_and_end_range_out_of_order: '结束「{value}」早于开始「{more}」，请核对先后。',
  start_and_end_range_equal: '开始和结束都是「{value}」，请核对。',
  overlapping_frequency: '班次「{value}」从这里开始的间隔发车与到 {more} 为止的上一段重叠，请改开时间。',
  stop_time_with_only_arrival_or_departure_time: '只填了到站或离站中的一个，请两个都填，或都不填。',
  stop_time_with_arrival_before_previous_departure_time: '{value} 到站早于上一站 {more} 离站，请核对时刻。',
  stop_time_with_departure_before_arrival_time: '{value} 离站早于 {more} 到站，请核对时刻。',
  missing_trip_edge: '班次「{value}」的首站或末站没有时刻，两头必须填写。',
  decreasing_or_equal_stop_time_distance: 'shape_dist_traveled 为 {value}，没有比上一站的 {more} 增加，请核对里程。',
  decreasing_shape_distance: 'shape_dist_traveled 为 {value}，比上一点的 {more} 还小，请核对里程。',
  id_too_long: '编号「{value}」太长，最多 120 个字符。',
  too_many_rows: '这个文件的错误太多，第 {value} 行之后没有再读，请先改正前面的。',
} as const

const warnings = {
  invalid_input_files_in_subfolder: '时刻表文件放在了文件夹「{value}」里，已照常读取；下次请直接压缩文件本身。',
  missing_recommended_file: '没有 {more}，建议补上，写明由谁发布、有效到哪天。',
  missing_recommended_field: '{field} 没有填写，建议补上。',
  empty_row: '这一行是空的，已跳过。',
  leading_or_trailing_whitespaces: '「{value}」前后有空格，已去掉。',
  non_ascii_or_non_printable_char: '编号「{value}」里有英文字母、数字和常用符号以外的字符，有些软件读不了。',
  unexpected_enum_value: '{field} 的「{value}」不是标准里的取值，已按没有填写处理。',
  // an error for the public validator; a stop typed in by hand has no place on the map yet and is a good stop
  stop_without_location: '站点「{value}」没有坐标，地图上找不到它，建议补上 stop_lat 和 stop_lon。',
  unusable_trip: '班次「{value}」不到两站，乘客没法乘坐。',
  unused_trip: '班次「{value}」没有任何停站时刻。',
  unused_shape: '走向「{value}」没有班次使用。',
  stop_without_stop_time: '站点「{value}」没有任何班次停靠。',
  fast_travel_between_consecutive_stops: '从上一站到这里平均每小时 {value} 公里（{more}），请核对时刻或坐标。',
  route_color_contrast: '线路颜色与文字颜色（{value}）太接近，字会看不清。',
  duplicate_route_name: '线路名「{value}」与第 {more} 行的线路相同，乘客分不清。',
  same_name_and_description_for_route: '线路说明与名称「{value}」一样，可以不填。',
  route_short_name_too_long: '线路简称「{value}」超过 12 个字符，站牌上放不下，建议缩短。',
  same_route_and_agency_url: '线路网址与机构网址「{value}」一样，可以不填。',
  same_stop_and_agency_url: '站点网址与机构网址「{value}」一样，可以不填。',
  expired_calendar: '运行日「{value}」在 {more} 已经结束，不会再开行。',
} as const

const infos = {
  unknown_file: '标准里没有这个文件：只原样保存，导出时带上。',
  unknown_column: '标准里没有列 {field}：内容原样保存，导出时带上。',
  unused_station: '车站「{value}」没有站台。',
  future_service: '运行日「{value}」从 {more} 才开始。',
} as const

export type NoticeCode = keyof typeof errors | keyof typeof warnings | keyof typeof infos

const sentences: Record<string, string> = { ...errors, ...warnings, ...infos }

/** How grave a notice is: an error keeps the feed out, as the public validator has it. */
export function severityOf(code: NoticeCode): Severity {
  return code in errors ? 'error' : code in warnings ? 'warning' : 'info'
}

/** What people read of a notice. */
export function sentenceOf(code: NoticeCode, said: { field: string; value: string; more: string }): string {
  return (sentences[code] ?? '').replace(/\{(field|value|more)\}/g, (_, name: keyof typeof said) => said[name])
}
