import type { FieldWords } from '../documents/find-table'

export type RoomField =
  | 'site'
  | 'building'
  | 'floor'
  | 'name'
  | 'capacity'
  | 'equipment'
  | 'opening'
  | 'isBookable'
  | 'notice'

/** How the columns of a list of rooms may be headed, the surest words first. */
export const roomColumns: Readonly<Record<RoomField, FieldWords>> = {
  site: { words: [/^(所在|所属)?(院区|校区|园区|厂区|分院|片区)(名称)?$|^site$/] },
  building: {
    words: [
      /^(所在|所属)?(楼宇|大楼|楼栋|楼号|楼名|楼|栋|幢|建筑|建筑物|building)(名称|名)?$/,
      /^(所在|会议室)?(位置|地点|地址)$/,
    ],
  },
  floor: { words: [/^(所在)?(楼层|层|层数|层号|楼层号|floor)$/] },
  name: {
    words: [
      /^(会议室|房间|会场|场地|厅室|教室)(名称|名)$/,
      /^(名称|会议室|会场|会议室名称及编号|room|name|roomname)$/,
      /^(房间|会议室|厅室|房间名|场地)(号|编号)?$|^(房号|门牌|门牌号)$/,
    ],
  },
  capacity: {
    words: [
      /^(可|最大|最多|额定|标准|会议室)?(容纳|容)(人数|人员|量|规模|人)?(\/人)?$/,
      /^(参会|座位|最大|最多|可坐|限)?(人数|座位数?|座席数?|席位数?|位数|规模)(上限|\/人)?$|^capacity$/,
    ],
  },
  equipment: {
    words: [
      /^(主要|配套|配备|会议|现有|室内|多媒体)?(设备|设施|设施设备|设备设施|配置|配备)(情况|清单|配置|名称)?$/,
      /^equipment$/,
    ],
  },
  opening: {
    words: [/^(可|对外)?(开放|使用|可用|预约|预订|服务|启用)(时间|时段|时间段)$/, /^(时间|时段|openinghours|hours)$/],
  },
  isBookable: {
    words: [
      /^(是否|可否|能否)(可|对外)?(开放|预订|预约|启用|可用|使用)$/,
      /^(接受|可|可以)(预订|预约)$|^(开放|使用|启用)?(状态|情况)$/,
    ],
  },
  notice: { words: [/^(使用|会议室)?须知$|^注意事项$/, /^(备注|备注说明|说明|附注|注|其他|其它|remark|note)$/] },
}

/** A row heads a list of rooms when it names them and says where they are or how many people they hold. */
export const isRoomHeader = (found: ReadonlySet<RoomField>) =>
  found.has('name') && (found.has('capacity') || found.has('building'))
