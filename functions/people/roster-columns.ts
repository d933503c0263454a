import type { FieldWords } from '../documents/find-table'

export type RosterField =
  | 'staffNumber'
  | 'name'
  | 'departmentPath'
  | 'phone'
  | 'office'
  | 'site'
  | 'kind'
  | 'duties'
  | 'status'
  | 'note'

const unit = '(部门|科室|处室|单位|机构|组织|组织机构|院系|班组|小组|车间|中心|研究室|室|所|处|科)'
const whose = '(职工|员工|教职工|教工|人员|本人|个人|人事)?'

/** How a roster's columns may be headed, the surest words first. */
export const rosterColumns: Readonly<Record<RosterField, FieldWords>> = {
  staffNumber: {
    words: [
      new RegExp(`^${whose}工号$|^(职工|员工|教职工|教工)号$`),
      /^(职工|员工|教职工|教工|人员|人事|工作)(编号|编码|代码|号码|证号|id)$|^(staff|employee)(number|no|id)$/,
      /^(编号|编码|代码|工作证|id|no)$/,
    ],
  },
  name: { words: [new RegExp(`^${whose}姓名$|^(真实|中文)姓名$`), /^(名字|员工|职工|人员|name)$/] },
  departmentPath: {
    words: [
      new RegExp(`^(所在|所属|现|现在|工作|一级|二级|三级|四级|上级|下级|主管|下属)?${unit}(名称|全称|全路径|路径)?$`),
      new RegExp(`^(所在|所属)?${unit}([/、及和或>]|与)${unit}(名称)?$`),
      /^(第?[一二三四1-4]级|department)$/,
    ],
    isMany: true,
  },
  phone: {
    words: [
      new RegExp(`^${whose}(手机|移动电话|联系手机)(号|号码)?$`),
      new RegExp(`^${whose}(联系)?(电话|方式)(号码)?$|^(联系号码|phone|mobile|tel)$`),
      /^(办公|固定|座机|内线)?(电话|座机|分机|短号)(号码?)?$/,
    ],
  },
  office: {
    words: [
      /^(办公|工作|上班|所在)?(地点|地址|位置|场所)$/,
      /^(办公室|办公)?(房间|房号|房间号|门牌号?)$|^(办公室|办公用房|office)$/,
    ],
  },
  site: { words: [/^(所在|所属|工作|办公)?(院区|校区|园区|厂区|分院|片区)(名称)?$|^site$/] },
  kind: {
    words: [
      /^(人员|用工|职工|员工|教职工|编制|聘用|身份)(类别|类型|性质|形式|方式)$/,
      /^(类别|人员身份|编制|编制情况|身份|用工)$/,
    ],
  },
  duties: { words: [/^(系统|平台)?(职责|角色|权限)$/] },
  status: {
    words: [/^(人员|在岗|在职|工作|员工|职工|当前|任职|岗位)(状态|状况|情况)$/, /^(状态|状况|是否在岗|是否在职)$/],
  },
  note: { words: [/^(备注|备注说明|说明|附注|注|其他|其它|remark|remarks|note)$/] },
}

/** A row heads a roster when it names both what tells people apart and what they are called. */
export const isRosterHeader = (found: ReadonlySet<RosterField>) => found.has('staffNumber') && found.has('name')
