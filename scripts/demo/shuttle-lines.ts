/** A trip by the clock of its first stop; the line says how long it takes. */
export interface TripOutline {
  departs: string
  service: 'worked' | 'rest'
}

/** One direction of a line: its stops with the minutes from the first one. */
export interface DirectionOutline {
  headsign: string
  stops: readonly (readonly [stop: string, minutes: number])[]
  trips: readonly TripOutline[]
  /** Every so many minutes between two clocks. */
  headways?: readonly { from: string; until: string; minutes: number }[]
}

export interface LineOutline {
  routeId: string
  longName: string
  color: string
  /** Seats are reserved. */
  isReservable: boolean
  directions: readonly [DirectionOutline, DirectionOutline]
}

/** Where the stops are (WGS 84), and the number on the pole. */
export const stopPlaces: Readonly<Record<string, readonly [code: string, lat: number, lon: number]>> = {
  综合楼: ['01', 34.7712, 113.6873],
  花园路口: ['02', 34.7806, 113.6759],
  农业路: ['03', 34.7884, 113.6731],
  东风渠: ['04', 34.7975, 113.6702],
  火车站: ['05', 34.7459, 113.6527],
  南院: ['06', 34.7218, 113.6644],
  会议中心: ['07', 34.7591, 113.7428],
  实验楼: ['08', 34.7623, 113.7361],
}

const worked = (...clocks: string[]): TripOutline[] => clocks.map((departs) => ({ departs, service: 'worked' }))
const rest = (...clocks: string[]): TripOutline[] => clocks.map((departs) => ({ departs, service: 'rest' }))

export const demoLines: readonly LineOutline[] = [
  {
    routeId: '1号线',
    longName: '东风渠 — 综合楼',
    color: '1668A8',
    isReservable: true,
    directions: [
      {
        headsign: '综合楼',
        stops: [
          ['东风渠', 0],
          ['农业路', 8],
          ['花园路口', 15],
          ['综合楼', 40],
        ],
        trips: worked('7:10', '7:40'),
      },
      {
        headsign: '东风渠',
        stops: [
          ['综合楼', 0],
          ['花园路口', 25],
          ['农业路', 32],
          ['东风渠', 40],
        ],
        trips: worked('17:40', '18:30'),
      },
    ],
  },
  {
    routeId: '2号线',
    longName: '南院 — 火车站 — 综合楼',
    color: 'B54708',
    isReservable: true,
    directions: [
      {
        headsign: '综合楼',
        stops: [
          ['南院', 0],
          ['火车站', 20],
          ['综合楼', 55],
        ],
        trips: worked('7:00'),
      },
      {
        headsign: '南院',
        stops: [
          ['综合楼', 0],
          ['火车站', 35],
          ['南院', 45],
        ],
        // the last one arrives after midnight
        trips: worked('17:40', '21:00', '23:50'),
      },
    ],
  },
  {
    routeId: '区间车',
    longName: '综合楼 ⇄ 东湖院区',
    color: '18794E',
    isReservable: false,
    directions: [
      {
        headsign: '会议中心',
        stops: [
          ['综合楼', 0],
          ['实验楼', 12],
          ['会议中心', 16],
        ],
        trips: rest('9:00', '14:00'),
        headways: [
          { from: '8:30', until: '12:00', minutes: 30 },
          { from: '13:30', until: '17:30', minutes: 30 },
        ],
      },
      {
        headsign: '综合楼',
        stops: [
          ['会议中心', 0],
          ['实验楼', 4],
          ['综合楼', 16],
        ],
        trips: rest('11:30', '17:00'),
        headways: [
          { from: '8:45', until: '12:15', minutes: 30 },
          { from: '13:45', until: '17:45', minutes: 30 },
        ],
      },
    ],
  },
]

export const demoVehicles = [
  { plate: '豫A·K1234', name: '大巴', seats: 45, wheelchairPlaces: 1, lines: ['1号线'] },
  { plate: '豫A·K5678', name: '中巴', seats: 19, wheelchairPlaces: 1, lines: ['2号线'] },
] as const
