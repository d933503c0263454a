import type { HistoryField } from '../../contract/repair-report'
import type { FieldWords } from '../documents/find-table'

/** What the columns of a history are for; several may make up one field of the contract. */
export type HistoryColumn =
  | 'created'
  | 'createdClock'
  | 'closed'
  | 'closedClock'
  | 'closedElse'
  | 'updated'
  | 'due'
  | 'dueClock'
  | 'category'
  | 'detail'
  | 'place'
  | 'building'
  | 'floor'
  | 'room'
  | 'number'
  | 'status'

// Of a 报修日期 beside a 报修时间 the first is the day and the second its time of day; alone, a 报修时间 is both. So a
// clock's words stand behind all words of its day, whose column is taken first.
const never = /(?!)/
const behind = (...words: RegExp[]): RegExp[] => [never, never, never, never, never, never, ...words]

const when = '(日期|时间|日期[/及和]?时间|年月日|日)'
const on = '(at|on|date|time|datetime|dt|ts|timestamp|datetimelocal)'
const of = (stems: string, ends: string) => new RegExp(`^(工单|报修单|维修单)?(${stems})的?${ends}$`)

const either = (...words: RegExp[]) => new RegExp(words.map((word) => word.source).join('|'))
/** 'Created', 'created_at', 'Date Created'; of what could head something else too only those that say it is a time. */
const english = (alone: string, withTime: string) =>
  new RegExp(`^(${alone})${on}?$|^(${withTime})${on}$|^(date|datetime|time)(${alone}|${withTime})$`)

const reported = '报修|报障|报事|报检|申报|提报|上报|报告|反映|反馈|来电|诉求|故障|发现|报单'
const made = '创建|提交|建单|下单|发起|申请|开单|生成|录入|发单|工单|立案'
const taken = '登记|受理|接单|接报|接收|开始|派单|接件|发生|填报|填写'
const finished =
  '完成|完工|修复|修好|解决|办结|竣工|完修|维修完成|维修完毕|处理完成|处理完毕|实际完成|修理完成|结束|维修结束'
const closed = '关闭|结单|结案|关单|销单|销号|验收|归档|回单|确认|交付|完结'
const wanted = '要求|应|应当|规定|承诺|期望|预计|预期|计划|限定|约定|目标|最迟|最晚|拟|sla|标准|限期'

/** How a history's columns may be headed, the surest words first: Chinese office sheets, helpdesks, 311 and Open311. */
export const historyColumns: Readonly<Record<HistoryColumn, FieldWords>> = {
  created: {
    words: [
      of(reported, '(日期|年月日|日期时间)'),
      either(
        of(reported, when),
        english('created|opened|requested|reported|submitted|logged|entered', 'creation|request|report'),
      ),
      either(
        of(made, when),
        english('createdon', 'open|opening|create|submission|received|entry|issue|call|start|started|log'),
      ),
      of(taken, when),
      /^(日期|date|datetime|timestamp|年月日)$/,
      /^时间$/,
    ],
  },
  createdClock: { words: behind(of(`${reported}|${made}`, '(时间|时刻|时分|钟点)'), /^(时间|时刻|time)$/) },
  closed: {
    words: [
      of(finished, '(日期|年月日|日期时间)'),
      either(
        of(finished, when),
        english('resolved|solved|completed|finished', 'fixed|actualcompletion|actualfinish'),
        /^(resolution|completion)(at|on|date|datetime|dt|timestamp)$/,
      ),
      either(of(closed, when), english('closed', 'close|closing|closure|end|ended')),
      of('维修|处理|修理|检修', when),
    ],
  },
  closedClock: { words: behind(of(finished, '(时间|时刻|时分|钟点)')) },
  closedElse: { words: behind(either(of(closed, when), english('closed', 'close|closing|closure'))) },
  updated: {
    words: [
      either(
        new RegExp(`^(更新|修改|最后更新)${when}$`),
        english('updated', 'lastupdated|lastmodified|modified|lastupdate'),
      ),
    ],
  },
  due: {
    words: [
      new RegExp(`^(${wanted})(的)?(完成|解决|修复|处理|办结|完工|办理|维修)?的?(日期|时间|期限|时限|日|完成日)$`),
      /^(完成|解决|处理|办理|办结|维修|修复|响应)?(截止|到期|逾期|超时|限期|期限|时限|限时)(日期|时间|日)?$|^(完成|处理|办理|维修)(期限|时限)(要求)?$/,
      either(
        english(
          'due|dueby|deadline',
          'expected|estimated|target|sla|sladue|slatarget|promised|required|resolutiondue|resolveby',
        ),
        /^(duebytime|timetoresolve|estimatedcompletiondate|expectedclosuredate|targetresolutiondate)$/,
      ),
    ],
  },
  dueClock: { words: behind(new RegExp(`^(${wanted})(完成|解决|修复|处理|办结)?(时间|时刻|时分)$`)) },
  category: {
    words: [
      /^(报修|维修|工单|服务|故障|事件|问题|报障|诉求|业务|设备|任务|申报|需求|维保)?(类别|大类|一级分类|一级类别|一级类目|分类|类目)(名称)?$/,
      /^(报修|维修|工单|服务|故障|事件|问题|报障|诉求|业务|任务|需求)(类型|种类|性质|专业|工种)(名称)?$|^(类型|种类|工种|专业)$/,
      /^(complainttype|problem|category|servicename|requesttype|issuetype|tickettype|casetype|srtype|problemtype|type|worktype|helptopic|topic|categoryname|servicecategory|casecategory|requestcategory|servicetype)$/,
      /^(报修|维修|服务|故障)?(项目|事项)(名称)?$|^(service|servicerequesttype|casetitle)$/,
    ],
  },
  detail: {
    words: [
      /^(报修|维修|工单|服务|故障|事件|问题)?(小类|子类|细类|子类别|子分类|二级分类|二级类别|二级类目|具体类别|具体类型|明细)(名称)?$/,
      /^(descriptor|subcategory|subtype|servicesubtype|requestdetails|requestsubtype|secondarycategory|casesubtype|item|problemdetail)$/,
      never,
      never,
      /^(报修|维修|服务|故障|问题)(类型|种类|项目|内容分类)$/,
      /^(类型|type)$/,
    ],
  },
  place: {
    words: [
      /^(报修|维修|故障|事件|问题|发生|服务|设备|报障)?(地点|位置|地址|场所|区域|具体地点|具体位置|详细地址|详细位置|部位)(名称|描述)?$/,
      /^(incidentaddress|address|streetaddress|addressstring|locationaddress|location|locationname|site|place|fulladdress|requestaddress)$/,
      /^(所在|安装)(地点|位置)$|^(使用|报修|申报|所属|所在)?(科室|部门|单位)(名称)?$|^(locationstreetname|streetname|neighborhood)$/,
    ],
  },
  building: { words: [/^(所在|报修)?(楼宇|楼栋|楼号|大楼|楼|栋|栋号|建筑|建筑物|楼名|building|buildingname)(名称)?$/] },
  floor: { words: [/^(所在)?(楼层|层|层数|floor|level)$/] },
  room: { words: [/^(报修)?(房间|房号|房间号|门牌|门牌号|室号|室|房间名称|room|roomno|roomnumber|roomname)$/] },
  number: {
    words: [
      /^(工单|报修单?|维修单?|派工单?|受理|单据|任务|流水|事件|案件|服务单?|业务)(单号|编号|号|号码|流水号|id)$|^(单号|流水号)$/,
      /^(uniquekey|srnumber|servicerequestid|servicerequestnumber|ticketid|ticketnumber|ticketno|caseid|caseenquiryid|caseno|casenumber|requestid|requestnumber|incidentnumber|incidentid|issuekey|workorder|workorderid|workordernumber|wonumber)$/,
      /^(编号|number|id|key|ticket|incident|sr)$/,
    ],
  },
  status: {
    words: [
      /^(工单|处理|维修|报修|当前|办理|完成|任务)?(状态|进度|状况|情况)$|^(status|state|ticketstatus|casestatus|srstatus)$/,
    ],
  },
}

/** What a column is to the contract. */
export const fieldOfColumn: Readonly<Record<HistoryColumn, HistoryField>> = {
  created: 'created',
  createdClock: 'created',
  closed: 'closed',
  closedClock: 'closed',
  closedElse: 'closed',
  updated: 'closed',
  due: 'due',
  dueClock: 'due',
  category: 'category',
  detail: 'category',
  place: 'place',
  building: 'place',
  floor: 'place',
  room: 'place',
  number: 'number',
  status: 'status',
}

const tellsMore: readonly HistoryColumn[] = ['closed', 'due', 'category', 'place', 'building', 'room', 'status']

/** A row heads a history when it says when something was reported, and anything else of it. */
export const isHistoryHeader = (found: ReadonlySet<HistoryColumn>) =>
  found.has('created') && tellsMore.some((column) => found.has(column))
