import { plainSigns } from '../documents/plain-text'

/** What a column, or a row of a table that runs across, may be headed with. */
export type SheetField =
  | 'route'
  | 'direction'
  | 'stops'
  | 'departure'
  | 'arrival'
  | 'headway'
  | 'days'
  | 'plate'
  | 'seats'
  | 'driver'
  | 'phone'
  | 'note'
  | 'trip'

const words: Record<SheetField, RegExp> = {
  route: /^(班车|通勤|运行)?(线路|路线|班线|线别)(名称?|编号|号)?$/,
  direction: /^(运行|行车|行驶)?(方向|去向|上下行|开往)$/,
  stops:
    /^(途经|停靠|经停|沿途|主要|中途|途径|乘车|候车|上下车)*(站点|站名|停靠站|车站|站|起止站|起讫站|起止点|地点|行车路线|行驶路线|运行路线)(名称)?(及|和|与|\/)?(发车|到站|停靠)?(时间|时刻)?$/,
  departure: /^(发车|开车|出发|始发|起始|上车)(时间|时刻|点)?$|^时间$|^时刻$/,
  arrival: /^(到达|到站|抵达|终到)(时间|时刻)?$/,
  headway: /^(发车)?(间隔|频次|频率|班次间隔)(时间|分钟)?$/,
  days: /^(运行|开行|运营|适用|发车|行车|执行)(日|日期|星期)$|^(日期|星期|班期|开行日|运行日|适用日)$/,
  plate: /^(车牌|车号|车牌号码?|车辆|车型|车辆信息|车辆号牌|牌照)$/,
  seats: /^(座位|座位数|座数|核载|核载人数|载客|载客数|载客人数|车辆座位)$/,
  driver: /^(司机|驾驶员|驾驶人|师傅|司机姓名|随车司机|司乘)(及?(电话|联系方式|手机))?$/,
  phone: /^(司机|联系|驾驶员|手机)?(电话|联系方式|手机|手机号|电话号码)$/,
  note: /^(备注|说明|注|其他|其它|备考)$/,
  trip: /^(班次|车次|序号|趟次|班次号|班次编号|编号|no|#)$/i,
}

/** The field that a head means; undefined when it is none, such as the name of a stop. */
export function fieldOf(cell: string): SheetField | undefined {
  if (cell === '' || cell.length > 24) return undefined
  const key = plainSigns(cell)
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s:*]/g, '')
  return (Object.keys(words) as SheetField[]).find((field) => words[field].test(key))
}

/** The heads of an exported table besides its stops, the first before them and the others behind. */
export const ownHeads: readonly string[] = ['运行日', '间隔', '车牌', '座位', '司机']
