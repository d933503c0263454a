import type { FeedNotice } from '../../contract/shuttle-timetables'

export type Change = (text: string) => string
/** Changes one piece of a file, which must be there. */
export const replace =
  (from: string | RegExp, to: string): Change =>
  (text) => {
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`nothing to replace: ${from}`)
    return changed
  }
const append =
  (lines: string): Change =>
  (text) =>
    `${text}${lines}\n`
const shapes = 'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled\n'

/** Code, severity, what is done to which file of the small feed, and where the notice points: line, field, value. */
export const feedFaults: [string, 'error' | 'warning' | 'info', string, Change | undefined, Partial<FeedNotice>][] = [
  ['missing_required_file', 'error', 'routes.txt', undefined, {}],
  ['missing_recommended_file', 'warning', 'feed_info.txt', undefined, {}],
  ['empty_file', 'error', 'stops.txt', () => '', {}],
  ['missing_required_column', 'error', 'routes.txt', replace('route_type', 'x'), { line: 1, field: 'route_type' }],
  ['unknown_column', 'info', 'routes.txt', replace('route_color', 'colour'), { line: 1, field: 'colour' }],
  ['duplicated_column', 'error', 'stops.txt', replace('stop_code', 'stop_name'), { line: 1, field: 'stop_name' }],
  ['empty_column_name', 'error', 'stops.txt', replace('stop_code', ''), { line: 1 }],
  ['unknown_file', 'info', 'times.txt', () => 'a\n', {}],
  ['empty_row', 'warning', 'stops.txt', replace('\nlab', '\n\nlab'), { line: 5 }],
  ['invalid_row_length', 'error', 'routes.txt', replace(',3,,', ',3,'), { line: 3, value: '6' }],
  ['missing_required_field', 'error', 'trips.txt', replace('L2,work', 'L2,'), { line: 5, field: 'service_id' }],
  ['missing_required_field', 'error', 'stops.txt', replace('实验楼', ''), { line: 5, field: 'stop_name' }],
  ['missing_required_field', 'error', 'stop_times.txt', replace('lab,3', 'lab,'), { line: 4, field: 'stop_sequence' }],
  [
    'duplicate_key',
    'error',
    'stops.txt',
    append('gate,,又一个南门,31,121,,,'),
    { line: 7, field: 'stop_id', value: 'gate' },
  ],
  ['duplicate_key', 'error', 'calendar_dates.txt', append('work,20261001,1'), { line: 4, value: 'work 20261001' }],
  ['duplicate_key', 'error', 'stop_times.txt', replace('lab,3', 'lab,2'), { line: 4, value: 't1 2' }],
  [
    'foreign_key_violation',
    'error',
    'trips.txt',
    replace('L2,work', 'L9,work'),
    { line: 5, field: 'route_id', value: 'L9' },
  ],
  [
    'foreign_key_violation',
    'error',
    'trips.txt',
    replace('L2,work', 'L2,play'),
    { line: 5, field: 'service_id', value: 'play' },
  ],
  [
    'foreign_key_violation',
    'error',
    'stop_times.txt',
    append('t9,,,gate,1,,,'),
    { line: 14, field: 'trip_id', value: 't9' },
  ],
  [
    'foreign_key_violation',
    'error',
    'stop_times.txt',
    replace('lab,3', 'lob,3'),
    { line: 4, field: 'stop_id', value: 'lob' },
  ],
  ['foreign_key_violation', 'error', 'stops.txt', replace('0,hub,2', '0,hob,2'), { line: 4, field: 'parent_station' }],
  [
    'foreign_key_violation',
    'error',
    'frequencies.txt',
    append('t9,09:00:00,10:00:00,60,0'),
    { line: 4, field: 'trip_id' },
  ],
  [
    'invalid_date',
    'error',
    'calendar.txt',
    replace('20260901', '20260931'),
    { line: 2, field: 'start_date', value: '20260931' },
  ],
  ['invalid_time', 'error', 'stop_times.txt', replace('8:41:00', '8:61:00'), { line: 6, field: 'departure_time' }],
  ['invalid_time', 'error', 'stop_times.txt', replace('25:10:00', '99:10:00'), { line: 10, field: 'arrival_time' }],
  ['invalid_color', 'error', 'routes.txt', replace('0077D1', '#0077D'), { line: 2, field: 'route_color' }],
  [
    'invalid_timezone',
    'error',
    'agency.txt',
    replace('Asia/Shanghai', 'Asia/Pekingg'),
    { line: 2, field: 'agency_timezone' },
  ],
  ['invalid_language_code', 'error', 'agency.txt', replace('zh', '中文'), { line: 2, field: 'agency_lang' }],
  ['invalid_url', 'error', 'agency.txt', replace('https://', ''), { line: 2, field: 'agency_url' }],
  ['invalid_integer', 'error', 'routes.txt', replace(',3,0077D1', ',bus,0077D1'), { line: 2, field: 'route_type' }],
  ['invalid_integer', 'error', 'stop_times.txt', replace('lab,3', 'lab,3.5'), { line: 4, field: 'stop_sequence' }],
  ['invalid_float', 'error', 'stops.txt', replace('31.2501', '31°15'), { line: 5, field: 'stop_lat', value: '31°15' }],
  ['number_out_of_range', 'error', 'stops.txt', replace('121.4901', '221.4901'), { line: 5, field: 'stop_lon' }],
  ['number_out_of_range', 'error', 'frequencies.txt', replace(',600,', ',0,'), { line: 2, field: 'headway_secs' }],
  [
    'unexpected_enum_value',
    'warning',
    'stops.txt',
    replace('hub,,枢纽,31.2401,121.4801,1,,', 'hub,,枢纽,31.2401,121.4801,1,,7'),
    { line: 3, field: 'wheelchair_boarding', value: '7' },
  ],
  [
    'unexpected_enum_value',
    'warning',
    'stop_times.txt',
    replace('dorm,5,1', 'dorm,5,8'),
    { line: 5, field: 'pickup_type' },
  ],
  [
    'leading_or_trailing_whitespaces',
    'warning',
    'stops.txt',
    replace('实验楼', '实验楼 '),
    { line: 5, value: '实验楼 ' },
  ],
  ['non_ascii_or_non_printable_char', 'warning', 'routes.txt', append('三,bus,3号线,,3,,'), { line: 4, value: '三' }],
  ['id_too_long', 'error', 'routes.txt', append(`${'x'.repeat(121)},bus,3号线,,3,,`), { line: 4, field: 'route_id' }],
  [
    'inconsistent_agency_timezone',
    'error',
    'agency.txt',
    append('other,乙,https://b.cn,Asia/Tokyo,ja'),
    { line: 3, value: 'Asia/Tokyo' },
  ],
  [
    'route_both_short_and_long_name_missing',
    'error',
    'routes.txt',
    replace('2号线,环线', ','),
    { line: 3, value: 'L2' },
  ],
  ['duplicate_route_name', 'warning', 'routes.txt', append('L3,bus,2号线,环线,3,,'), { line: 4, value: '2号线' }],
  ['route_color_contrast', 'warning', 'routes.txt', replace('FFFFFF', '0077D0'), { line: 2, value: '0077D1, 0077D0' }],
  ['route_short_name_too_long', 'warning', 'routes.txt', replace('2号线', '从南门到宿舍的环线二号车路'), { line: 3 }],
  ['stop_without_location', 'warning', 'stops.txt', replace('31.2501,121.4901', ','), { line: 5, value: 'lab' }],
  ['point_near_origin', 'error', 'stops.txt', replace('31.2501,121.4901', '0.1,0.1'), { line: 5 }],
  ['point_near_pole', 'error', 'stops.txt', replace('31.2501', '89.9'), { line: 5 }],
  ['station_with_parent_station', 'error', 'stops.txt', replace('121.4801,1,,', '121.4801,1,hub,'), { line: 3 }],
  [
    'location_without_parent_station',
    'error',
    'stops.txt',
    append('door,,门,31.24,121.48,2,,'),
    { line: 7, value: 'door' },
  ],
  ['wrong_parent_location_type', 'error', 'stops.txt', replace('0,hub,2', '0,lab,2'), { line: 4, value: 'hub-a' }],
  ['unused_station', 'info', 'stops.txt', replace('0,hub,2', '0,,2'), { line: 3, value: 'hub' }],
  ['stop_without_stop_time', 'warning', 'stops.txt', append('far,,远处,31.24,121.48,,,'), { line: 7, value: 'far' }],
  ['expired_calendar', 'warning', 'calendar.txt', replace('20271231', '20260919'), { value: 'work' }],
  [
    'start_and_end_range_out_of_order',
    'error',
    'calendar.txt',
    replace('20271231', '20250101'),
    { line: 2, field: 'end_date' },
  ],
  ['start_and_end_range_out_of_order', 'error', 'frequencies.txt', replace('12:00:00', '08:00:00'), { line: 2 }],
  ['start_and_end_range_equal', 'error', 'frequencies.txt', replace('12:00:00', '09:00:00'), { line: 2 }],
  ['overlapping_frequency', 'error', 'frequencies.txt', replace('13:00:00', '11:30:00'), { line: 3, value: 'loop' }],
  [
    'stop_time_with_arrival_before_previous_departure_time',
    'error',
    'stop_times.txt',
    replace('08:50:00,08:50:00', '08:40:00,08:50:00'),
    { line: 7, value: '08:40:00' },
  ],
  [
    'stop_time_with_departure_before_arrival_time',
    'error',
    'stop_times.txt',
    replace('8:41:00', '8:39:00'),
    { line: 6 },
  ],
  [
    'stop_time_with_only_arrival_or_departure_time',
    'error',
    'stop_times.txt',
    replace('08:50:00,08:50:00', '08:50:00,'),
    { line: 7, field: 'departure_time' },
  ],
  ['missing_trip_edge', 'error', 'stop_times.txt', replace('08:10:00,08:10:00', ','), { line: 5, value: 't1' }],
  [
    'unusable_trip',
    'warning',
    'stop_times.txt',
    replace(/night,24.*\n/, ''),
    { file: 'trips.txt', line: 4, value: 'night' },
  ],
  ['unused_trip', 'warning', 'trips.txt', append('L2,work,spare,,,'), { line: 6, value: 'spare' }],
  [
    'fast_travel_between_consecutive_stops',
    'warning',
    'stop_times.txt',
    replace('25:10:00,25:10:00', '24:50:00,24:50:00'),
    { line: 10 },
  ],
  [
    'decreasing_or_equal_stop_time_distance',
    'error',
    'stop_times.txt',
    (text) =>
      text
        .replace('stop_headsign', 'shape_dist_traveled')
        .replace('经枢纽', '9')
        .replace('hub-a,2,,,\nt2', 'hub-a,2,,,7\nt2'),
    { line: 7, value: '7' },
  ],
  [
    'decreasing_shape_distance',
    'error',
    'shapes.txt',
    () => `${shapes}s,31,121,1,0\ns,31,121,2,5\ns,31,121,3,4\n`,
    { line: 4, value: '4' },
  ],
  ['unused_shape', 'warning', 'shapes.txt', () => `${shapes}s,31,121,1,0\n`, { line: 2, value: 's' }],
  ['more_than_one_entity', 'error', 'feed_info.txt', append('另一家,https://b.cn,zh'), {}],
]
