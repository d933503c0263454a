import { DatePicker, Input, InputNumber, Radio, Select, Space, Switch, TreeSelect } from 'antd'
import { listPlaces } from '../../contract/booking-rooms'
import { listDepartments } from '../../contract/people'
import type { Audience } from '../../contract/survey'
import { useZone } from '../session'
import { departmentTree } from '../ui/departments'
import { useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'
import type { SurveyContent, SurveyDraft } from './use-survey-draft'
import { audienceNames, serviceNames } from './words'
import { instantOf, wallOf } from './zone-time'

interface AudienceProps {
  audience: Audience
  onChange: (audience: Audience) => void
}

type ServiceWord = keyof typeof serviceNames

function starting(kind: Audience['kind']): Audience {
  if (kind === 'departments') return { kind, departmentIds: [] }
  if (kind === 'sites') return { kind, siteIds: [] }
  return kind === 'users' ? { kind, service: 'canteen', days: 30 } : { kind }
}

function AudienceFields({ audience, onChange }: AudienceProps) {
  const departments = useAsk(listDepartments, audience.kind === 'departments' ? {} : undefined, noRefusals)
  const places = useAsk(listPlaces, audience.kind === 'sites' ? {} : undefined, noRefusals)
  return (
    <Space wrap>
      <Select<Audience['kind']>
        aria-label='调查对象'
        style={{ width: 180 }}
        value={audience.kind}
        options={(Object.keys(audienceNames) as Audience['kind'][]).map((value) => ({
          value,
          label: audienceNames[value],
        }))}
        onChange={(kind) => onChange(starting(kind))}
      />
      {audience.kind === 'departments' && (
        <TreeSelect
          aria-label='哪些部门'
          style={{ width: 520 }}
          maxTagCount={3}
          multiple
          treeDefaultExpandAll
          showSearch
          treeNodeFilterProp='title'
          placeholder='选择部门，下级部门也算在内'
          status={audience.departmentIds.length === 0 ? 'error' : undefined}
          loading={departments.isLoading}
          treeData={departmentTree(departments.value?.departments ?? [])}
          value={audience.departmentIds}
          onChange={(departmentIds) => onChange({ kind: 'departments', departmentIds })}
        />
      )}
      {audience.kind === 'sites' && (
        <Select
          aria-label='哪些院区'
          style={{ width: 340 }}
          mode='multiple'
          placeholder='选择院区'
          status={audience.siteIds.length === 0 ? 'error' : undefined}
          loading={places.isLoading}
          options={places.value?.sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
          value={audience.siteIds}
          onChange={(siteIds) => onChange({ kind: 'sites', siteIds })}
        />
      )}
      {audience.kind === 'users' && (
        <>
          最近
          <InputNumber
            aria-label='最近多少天'
            style={{ width: 70 }}
            min={1}
            max={365}
            precision={0}
            value={audience.days}
            onChange={(days) => days && onChange({ ...audience, days })}
          />
          天用过
          <Select<ServiceWord>
            aria-label='哪项服务'
            style={{ width: 100 }}
            value={audience.service}
            options={(Object.keys(serviceNames) as ServiceWord[]).map((value) => ({
              value,
              label: serviceNames[value],
            }))}
            onChange={(service) => onChange({ ...audience, service })}
          />
          的人
        </>
      )}
    </Space>
  )
}

interface Props {
  content: SurveyContent
  onEdit: SurveyDraft['edit']
}

/** Title and words around the questions, whom it is for, anonymous or not, from when until when, who reads results. */
export function SettingsPanel({ content, onEdit }: Props) {
  const zone = useZone()
  const { definition, audience, isAnonymous, opensAt, closesAt, resultsWhen, isOpenToStaff } = content
  const word = (part: Partial<typeof definition>, field: string) =>
    onEdit({ definition: { ...definition, ...part } }, field)
  return (
    <section className='sheet survey-settings' aria-label='问卷设置'>
      <dl>
        <dt>标题</dt>
        <dd>
          <Input
            aria-label='标题'
            maxLength={60}
            showCount
            status={definition.title.trim() === '' ? 'error' : undefined}
            value={definition.title}
            onChange={({ target }) => word({ title: target.value }, 'title')}
          />
        </dd>
        <dt>开头的话</dt>
        <dd>
          <Input.TextArea
            aria-label='开头的话'
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            placeholder='说明为什么问、要多久、结果怎么用'
            value={definition.intro}
            onChange={({ target }) => word({ intro: target.value }, 'intro')}
          />
        </dd>
        <dt>结束的话</dt>
        <dd>
          <Input
            aria-label='结束的话'
            maxLength={200}
            placeholder='例如：谢谢！结果和改进会在“你说，我们改”里公布'
            value={definition.thanks}
            onChange={({ target }) => word({ thanks: target.value }, 'thanks')}
          />
        </dd>
        <dt>调查对象</dt>
        <dd>
          <AudienceFields audience={audience} onChange={(next) => onEdit({ audience: next }, 'audience')} />
        </dd>
        <dt>时间</dt>
        <dd>
          <Space wrap>
            <DatePicker
              aria-label='开始时间'
              showTime={{ format: 'HH:mm', minuteStep: 5 }}
              format='YYYY-MM-DD HH:mm'
              placeholder='发布后立即开始'
              value={wallOf(opensAt, zone)}
              onChange={(wall) => onEdit({ opensAt: instantOf(wall, zone) })}
            />
            至
            <DatePicker
              aria-label='结束时间'
              showTime={{ format: 'HH:mm', minuteStep: 5 }}
              format='YYYY-MM-DD HH:mm'
              placeholder='开始一周后结束'
              value={wallOf(closesAt, zone)}
              onChange={(wall) => onEdit({ closesAt: instantOf(wall, zone) })}
            />
          </Space>
        </dd>
        <dt>匿名</dt>
        <dd>
          <Switch
            aria-label='匿名'
            checked={isAnonymous}
            checkedChildren='匿名'
            unCheckedChildren='实名'
            onChange={(isSet) => onEdit({ isAnonymous: isSet })}
          />
          <span className='quiet survey-beside'>
            {isAnonymous
              ? '只知道谁答过，查不到谁答了什么；发布以后不能改。'
              : '答卷上有姓名。人们对实名问卷更谨慎，除非要逐个回复，请用匿名。'}
          </span>
        </dd>
        <dt>结果</dt>
        <dd>
          <Space wrap>
            <Radio.Group
              aria-label='什么时候能看'
              value={resultsWhen}
              options={[
                { value: 'closed', label: '结束以后看' },
                { value: 'tenAnswers', label: '满 10 份答卷就能看' },
              ]}
              onChange={({ target }) => onEdit({ resultsWhen: target.value })}
            />
            <span>
              <Switch
                size='small'
                aria-label='职工也能看结果'
                checked={isOpenToStaff}
                onChange={(isSet) => onEdit({ isOpenToStaff: isSet })}
              />{' '}
              职工也能看结果
            </span>
          </Space>
        </dd>
      </dl>
    </section>
  )
}
