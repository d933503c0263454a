import { Alert, Segmented, Table, Tag } from 'antd'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import type { FeedNotice, previewGtfs } from '../../contract/shuttle-timetables'
import { countText } from '../ui/report/figures'

type Read = ValueOf<typeof previewGtfs>
type Severity = FeedNotice['severity']

const severities = {
  error: { word: '错误', colour: 'red' },
  warning: { word: '警告', colour: 'orange' },
  info: { word: '提示', colour: 'default' },
} satisfies Record<Severity, { word: string; colour: string }>

/** What a feed holds, which of its files are read, and what is wrong with it by code, file and line. */
export function FeedPreview({ read, fileName }: { read: Read; fileName: string }) {
  const [severity, setSeverity] = useState<Severity | 'all'>('all')
  const [code, setCode] = useState<string>()
  const { counts, files, notices, counted, firstDay, lastDay, agencyName, timezone } = read
  const fits = (of: string) => severity === 'all' || of === severity
  const shown = notices.filter((notice) => fits(notice.severity) && (!code || notice.code === code))
  const all = (of: Severity | 'all') =>
    counted.reduce((sum, each) => sum + (of === 'all' || each.severity === of ? each.count : 0), 0)
  const facts = [
    ['线路', counts.routes],
    ['站点', counts.stops],
    ['班次', counts.trips],
    ['到发时间', counts.stopTimes],
    ['运行日', counts.services],
    ['间隔发车', counts.frequencies],
  ] as const

  return (
    <>
      <p>
        <b>{fileName}</b>
        {agencyName && `　${agencyName}`}
        {timezone && `　${timezone}`}
        {firstDay && lastDay && `　${firstDay} 至 ${lastDay}`}
      </p>
      <dl className='run-counts'>
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{countText(count)}</b>
            </dd>
          </div>
        ))}
      </dl>
      <p className='quiet feed-files'>
        读取的文件：
        {files
          .filter(({ isRead }) => isRead)
          .map(({ name, rows }) => `${name}（${countText(rows)} 行）`)
          .join('、') || '没有'}
        {files.some(({ isRead }) => !isRead) &&
          `；没有用到：${files
            .filter(({ isRead }) => !isRead)
            .map(({ name }) => name)
            .join('、')}`}
      </p>
      {counted.length === 0 ? (
        <Alert type='success' showIcon message='没有发现问题，可以导入。' style={{ marginBottom: 16 }} />
      ) : (
        <>
          <div className='shuttle-bar'>
            <Segmented<Severity | 'all'>
              aria-label='按轻重筛选'
              value={severity}
              onChange={(next) => {
                setSeverity(next)
                setCode(undefined)
              }}
              options={[
                { value: 'all', label: `全部 ${all('all')}` },
                ...(Object.keys(severities) as Severity[]).map((value) => ({
                  value,
                  label: `${severities[value].word} ${all(value)}`,
                })),
              ]}
            />
          </div>
          <div className='feed-codes'>
            {counted
              .filter((each) => fits(each.severity))
              .map((each) => (
                <Tag.CheckableTag
                  key={each.code + each.severity}
                  checked={code === each.code}
                  onChange={(isChosen) => setCode(isChosen ? each.code : undefined)}
                >
                  {each.code} {countText(each.count)}
                </Tag.CheckableTag>
              ))}
          </div>
          <Table<FeedNotice>
            size='small'
            aria-label='问题'
            rowKey={(notice) =>
              JSON.stringify([notice.code, notice.file, notice.line, notice.field, notice.value, notice.message])
            }
            dataSource={shown}
            scroll={{ x: true }}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: '这一类没有问题' }}
            columns={[
              {
                title: '轻重',
                render: (_, notice) => (
                  <Tag color={severities[notice.severity].colour}>{severities[notice.severity].word}</Tag>
                ),
              },
              {
                title: '位置',
                className: 'whole-line',
                render: (_, { file, line }) => <code>{line === undefined ? file : `${file}:${line}`}</code>,
              },
              { title: '字段', className: 'whole-line', render: (_, { field }) => field && <code>{field}</code> },
              { title: '内容', render: (_, { value }) => value && <code className='feed-value'>{value}</code> },
              {
                title: '说明',
                className: 'broad-cell',
                render: (_, notice) => (
                  <>
                    {notice.message}
                    <div className='quiet run-note'>{notice.code}</div>
                  </>
                ),
              },
            ]}
          />
          {notices.length < all('all') && <p className='quiet'>只列出前 {notices.length} 处，每一种的总数写在上面。</p>}
        </>
      )}
    </>
  )
}
