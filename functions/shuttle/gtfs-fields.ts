/** How a value is written; https://gtfs.org/documentation/schedule/reference/#field-types */
export type FieldType =
  | 'text'
  | 'id'
  | 'url'
  | 'email'
  | 'timezone'
  | 'language'
  | 'currency'
  | 'color'
  | 'date'
  | 'time'
  | 'integer'
  | 'float'
  | 'enum'

/** What the standard says of one column. */
export interface FieldRule {
  type: FieldType
  need?: 'required' | 'recommended'
  /** Smallest and largest number, or the values of an enum. */
  from?: number
  to?: number
  /** Its values are ids of this file, known as `stops.txt stop_id`. */
  refersTo?: { file: string; ids: string }
}

/** What the standard says of one file. */
export interface FileRule {
  need?: 'required' | 'recommended'
  /** Columns whose values together occur once. */
  key?: readonly string[]
  columns: Record<string, FieldRule>
  /** What is written here becomes the timetable; other files are kept as they came. */
  isRead?: boolean
}

type Rest = Omit<FieldRule, 'type'>
const a = (type: FieldType, rest: Rest = {}): FieldRule => ({ type, ...rest })
const must = (type: FieldType, rest: Rest = {}): FieldRule => ({ type, need: 'required', ...rest })
/** Optional columns of one type that nothing more is said of. */
const these = (type: FieldType, names: string) => Object.fromEntries(names.split(' ').map((name) => [name, a(type)]))
const oneOf = (from: number, to: number): FieldRule => ({ type: 'enum', from, to })
const one: FieldRule = { type: 'enum', need: 'required', from: 0, to: 1 }
const ref = (ids: string, need?: 'required'): FieldRule => {
  return { type: 'id', refersTo: { file: ids.split(' ')[0] ?? '', ids }, need }
}
const count: FieldRule = a('integer', { from: 0 })
const distance: FieldRule = a('float', { from: 0 })
const lat = { from: -90, to: 90 }
const lon = { from: -180, to: 180 }
const service = ref('calendar.txt service_id', 'required')

/** Monday first, as ISO counts them. */
export const weekdayColumns = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The files that are read or looked through, in the order in which they are: what is referred to comes first. */
export const gtfsFiles: Record<string, FileRule> = {
  'agency.txt': {
    need: 'required',
    key: ['agency_id'],
    isRead: true,
    columns: {
      agency_id: a('id'),
      agency_name: must('text'),
      agency_url: must('url'),
      agency_timezone: must('timezone'),
      agency_lang: a('language'),
      agency_phone: a('text'),
      agency_fare_url: a('url'),
      agency_email: a('email'),
    },
  },
  'feed_info.txt': {
    need: 'recommended',
    columns: {
      feed_publisher_name: must('text'),
      feed_publisher_url: must('url'),
      feed_lang: must('language'),
      default_lang: a('language'),
      ...these('date', 'feed_start_date feed_end_date'),
      feed_version: a('text'),
      feed_contact_email: a('email'),
      feed_contact_url: a('url'),
    },
  },
  'levels.txt': {
    key: ['level_id'],
    columns: { level_id: must('id'), level_index: must('float'), level_name: a('text') },
  },
  'stops.txt': {
    need: 'required',
    key: ['stop_id'],
    isRead: true,
    columns: {
      stop_id: must('id'),
      ...these('text', 'stop_code stop_name tts_stop_name stop_desc platform_code'),
      stop_lat: a('float', lat),
      stop_lon: a('float', lon),
      zone_id: a('id'),
      stop_url: a('url'),
      location_type: oneOf(0, 4),
      parent_station: ref('stops.txt stop_id'),
      stop_timezone: a('timezone'),
      wheelchair_boarding: oneOf(0, 2),
      level_id: ref('levels.txt level_id'),
      stop_access: oneOf(0, 1),
    },
  },
  'routes.txt': {
    need: 'required',
    key: ['route_id'],
    isRead: true,
    columns: {
      route_id: must('id'),
      agency_id: ref('agency.txt agency_id'),
      ...these('text', 'route_short_name route_long_name route_desc'),
      route_type: must('integer', { from: 0, to: 1799 }),
      route_url: a('url'),
      route_color: a('color'),
      route_text_color: a('color'),
      route_sort_order: count,
      continuous_pickup: oneOf(0, 3),
      continuous_drop_off: oneOf(0, 3),
      network_id: a('id'),
      cemv_support: oneOf(0, 2),
    },
  },
  'calendar.txt': {
    key: ['service_id'],
    isRead: true,
    columns: {
      service_id: must('id'),
      service_name: a('text'),
      ...Object.fromEntries(weekdayColumns.map((day) => [day, one])),
      start_date: must('date'),
      end_date: must('date'),
    },
  },
  'calendar_dates.txt': {
    key: ['service_id', 'date'],
    isRead: true,
    columns: {
      service_id: must('id'),
      date: must('date'),
      exception_type: { type: 'enum', need: 'required', from: 1, to: 2 },
    },
  },
  'shapes.txt': {
    columns: {
      shape_id: must('id'),
      shape_pt_lat: must('float', lat),
      shape_pt_lon: must('float', lon),
      shape_pt_sequence: must('integer', { from: 0 }),
      shape_dist_traveled: distance,
    },
  },
  'trips.txt': {
    need: 'required',
    key: ['trip_id'],
    isRead: true,
    columns: {
      route_id: ref('routes.txt route_id', 'required'),
      service_id: service,
      trip_id: must('id'),
      ...these('text', 'trip_headsign trip_short_name'),
      direction_id: oneOf(0, 1),
      block_id: a('id'),
      shape_id: ref('shapes.txt shape_id'),
      wheelchair_accessible: oneOf(0, 2),
      bikes_allowed: oneOf(0, 2),
      cars_allowed: oneOf(0, 2),
    },
  },
  'stop_times.txt': {
    need: 'required',
    key: ['trip_id', 'stop_sequence'],
    isRead: true,
    columns: {
      trip_id: ref('trips.txt trip_id', 'required'),
      ...these('time', 'arrival_time departure_time start_pickup_drop_off_window end_pickup_drop_off_window'),
      stop_id: ref('stops.txt stop_id', 'required'),
      stop_sequence: must('integer', { from: 0 }),
      stop_headsign: a('text'),
      pickup_type: oneOf(0, 3),
      drop_off_type: oneOf(0, 3),
      continuous_pickup: oneOf(0, 3),
      continuous_drop_off: oneOf(0, 3),
      shape_dist_traveled: distance,
      timepoint: oneOf(0, 1),
      ...these('id', 'location_group_id location_id pickup_booking_rule_id drop_off_booking_rule_id'),
    },
  },
  'frequencies.txt': {
    key: ['trip_id', 'start_time'],
    isRead: true,
    columns: {
      trip_id: ref('trips.txt trip_id', 'required'),
      start_time: must('time'),
      end_time: must('time'),
      headway_secs: must('integer', { from: 1 }),
      exact_times: oneOf(0, 1),
    },
  },
  'fare_attributes.txt': {
    key: ['fare_id'],
    columns: {
      fare_id: must('id'),
      price: must('float', { from: 0 }),
      currency_type: must('currency'),
      payment_method: one,
      transfers: oneOf(0, 2),
      agency_id: ref('agency.txt agency_id'),
      transfer_duration: count,
    },
  },
  'fare_rules.txt': {
    columns: {
      fare_id: ref('fare_attributes.txt fare_id', 'required'),
      route_id: ref('routes.txt route_id'),
      ...these('id', 'origin_id destination_id contains_id'),
    },
  },
  'transfers.txt': {
    columns: {
      from_stop_id: ref('stops.txt stop_id'),
      to_stop_id: ref('stops.txt stop_id'),
      from_route_id: ref('routes.txt route_id'),
      to_route_id: ref('routes.txt route_id'),
      from_trip_id: ref('trips.txt trip_id'),
      to_trip_id: ref('trips.txt trip_id'),
      transfer_type: oneOf(0, 5),
      min_transfer_time: count,
    },
  },
}

const others =
  'attributions areas stop_areas networks route_networks timeframes rider_categories fare_media fare_products fare_leg_rules fare_leg_join_rules fare_transfer_rules pathways location_groups location_group_stops booking_rules translations'
/** Files of the standard that are only kept. */
export const otherFiles: ReadonlySet<string> = new Set([
  ...others.split(' ').map((name) => `${name}.txt`),
  'locations.geojson',
])
