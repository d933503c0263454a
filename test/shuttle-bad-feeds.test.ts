import { type FeedOffice, feedOffice, feedZip, smallFeed } from './support/feed-office'
import { rowCounts } from './support/menu-office'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let office: FeedOffice
beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 8, 20, 4) })
  office = await feedOffice(house)
  await office.write(smallFeed, '已有的时刻表')
})
afterAll(() => house.end())

/** Looks at a feed and tries to import it; no table has a row more or less afterwards. */
async function bothRefuse(zip: Buffer) {
  const before = await rowCounts(house)
  const looked = await office.tryPreview(zip)
  const wrote = await office.tryWrite(zip)
  expect(await rowCounts(house)).toEqual(before)
  expect([looked.status, wrote.status]).toEqual([200, 200])
  return { looked, wrote }
}

/** Says the same of a feed whether it is looked at or imported: this refusal, with this in its detail. */
async function isRefused(zip: Buffer, refusal: string, detail: object = {}) {
  const { looked, wrote } = await bothRefuse(zip)
  for (const answered of [looked, wrote]) {
    expect(answered).toMatchObject({ refusal, detail: expect.objectContaining(detail) })
  }
}

/** Is looked at with these codes as errors, and not imported. */
async function isInvalid(files: Record<string, string | Buffer> | Buffer, ...codes: string[]) {
  const { looked, wrote } = await bothRefuse(Buffer.isBuffer(files) ? files : feedZip(files))
  expect(looked.value?.canImport).toBe(false)
  const errors = looked.value?.counted.filter(({ severity }) => severity === 'error').map(({ code }) => code) ?? []
  expect(errors.sort()).toEqual([...codes].sort())
  expect(wrote.refusal).toBe('FEED_INVALID')
  const { notices } = wrote.detail as { notices: { code: string; severity: string }[] }
  expect(notices.length).toBeLessThanOrEqual(50)
  expect(codes).toContain(notices[0]?.code)
  return looked.value?.notices ?? []
}

/** Where the table of contents of a zip speaks of a part. */
const entryOf = (zip: Buffer, name: string) => {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1)) {
    if (zip.toString('latin1', at + 46, at + 46 + zip.readUInt16LE(at + 28)) === name) return at
  }
  throw new Error(`no ${name}`)
}

function declaring(zip: Buffer, name: string, bytes: number): Buffer {
  const forged = Buffer.from(zip)
  forged.writeUInt32LE(bytes, entryOf(zip, name) + 24)
  return forged
}

/** The small feed with one more part that claims to be this large. */
function withPart(name: string, body: Buffer, declared = body.length): Buffer {
  return declaring(feedZip({ ...smallFeed, [name]: body }), name, declared)
}

describe('a file that is no feed', () => {
  test('text, a picture, half a zip, an empty zip and a locked one are refused with what to do', async () => {
    const whole = feedZip(smallFeed)
    const locked = Buffer.from(whole)
    locked.writeUInt16LE(1, entryOf(locked, 'stops.txt') + 8)
    const beyond = Buffer.from(whole)
    beyond.writeUInt32LE(whole.length * 2, entryOf(beyond, 'stops.txt') + 42)
    const huge = declaring(whole, 'stops.txt', 0xffffffff)
    const files: [Buffer, RegExp][] = [
      [Buffer.from('route_id,service_id,trip_id\n'), /不是完整的 zip/],
      [Buffer.from('89504e470d0a1a0a', 'hex'), /不是完整的 zip/],
      [whole.subarray(0, whole.length / 2), /不是完整的 zip/],
      [whole.subarray(100), /不是完整的 zip/],
      [Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), /没有时刻表文件/],
      [locked, /设了密码/],
      [beyond, /不是完整的 zip/],
      [huge, /zip64/],
    ]
    for (const [bytes, reason] of files) {
      await isRefused(bytes, 'UNREADABLE_FILE', { reason: expect.stringMatching(reason) })
    }
  })

  test('stop times that claim a gigabyte are refused by their size, before anything is unpacked', async () => {
    // nothing in it could be unpacked at all
    const forged = withPart('stop_times.txt', Buffer.from('no deflate stream'), 1_000_000_000)
    await isRefused(forged, 'TOO_LARGE_FEED', { file: 'stop_times.txt', bytes: 1_000_000_000, most: 400_000_000 })
    const many = [1, 2, 3].reduce(
      (zip, n) => declaring(zip, `part${n}.txt`, 79_000_000),
      feedZip({ ...smallFeed, 'part1.txt': 'a', 'part2.txt': 'a', 'part3.txt': 'a' }),
    )
    await isRefused(many, 'TOO_LARGE_FEED', { file: 'part1.txt' })
  })

  test('a bomb that says what it is, and one that lies, are not unpacked to their end', async () => {
    const honest = withPart('shapes.txt', Buffer.alloc(12_000_000, 0x30))
    await isRefused(honest, 'TOO_LARGE_FEED', { file: 'shapes.txt', bytes: 12_000_000 })
    for (const name of ['stop_times.txt', 'shapes.txt', 'notes.txt', 'map.bin']) {
      const lying = withPart(name, Buffer.alloc(12_000_000, 0x30), 900_000)
      await isRefused(lying, 'UNREADABLE_FILE', { file: name })
    }
  })

  test('a part that is shorter than it says, damaged, or there twice is refused', async () => {
    const whole = feedZip(smallFeed)
    await isRefused(declaring(whole, 'stops.txt', 5000), 'UNREADABLE_FILE', { file: 'stops.txt' })
    const damaged = Buffer.from(whole)
    damaged.writeUInt32LE(1, entryOf(damaged, 'trips.txt') + 16)
    await isRefused(damaged, 'UNREADABLE_FILE', { file: 'trips.txt' })
    const torn = Buffer.from(whole)
    torn.fill(0xff, torn.indexOf('stops.txt') + 12, torn.indexOf('stops.txt') + 40)
    await isRefused(torn, 'UNREADABLE_FILE', { file: 'stops.txt' })
    const twice = Buffer.from(
      feedZip({ ...smallFeed, 'stopz.txt': 'a' })
        .toString('latin1')
        .replaceAll('stopz', 'stops'),
      'latin1',
    )
    await isRefused(twice, 'UNREADABLE_FILE', { reason: expect.stringMatching(/两个 stops.txt/) })
  })

  test('a path that leaves the archive is refused, whatever else is in it', async () => {
    for (const name of [
      '../stops.txt',
      'a/../../x.txt',
      '/etc/passwd',
      '..\\x.txt',
      'C:/x.txt',
      '\\\\host\\x.txt',
      '..',
    ]) {
      await isRefused(feedZip({ ...smallFeed, [name]: 'a' }), 'UNSAFE_FEED', { file: name })
    }
  })
})

describe('a feed with faults', () => {
  test('missing files are named, each of them', async () => {
    const { 'stops.txt': _stops, 'calendar.txt': _calendar, 'calendar_dates.txt': _dates, ...rest } = smallFeed
    const notices = await isInvalid(
      rest,
      'missing_required_file',
      'missing_calendar_and_calendar_date_files',
      'foreign_key_violation',
    )
    expect(notices.find(({ code }) => code === 'missing_required_file')).toMatchObject({
      file: 'stops.txt',
      message: '缺少必需的文件 stops.txt，请补上后重新打包。',
    })
    await isInvalid({ 'readme.txt': 'hello\n' }, 'missing_required_file', 'missing_calendar_and_calendar_date_files')
  })

  test('line breaks inside quotes are read as part of the value, and said with their line', async () => {
    const stops = (smallFeed['stops.txt'] ?? '').replace('实验楼', '"实验\r\n楼"').replace('宿舍', '"宿""舍"')
    const notices = await isInvalid({ ...smallFeed, 'stops.txt': stops }, 'new_line_in_value')
    expect(notices[0]).toMatchObject({ file: 'stops.txt', line: 5, field: 'stop_name', value: '实验  楼' })
    const times = (smallFeed['stop_times.txt'] ?? '')
      .replace('经枢纽', '"经\n枢纽"')
      .replace('loop,09:20:00', 'loop,9:20')
    const said = await isInvalid({ ...smallFeed, 'stop_times.txt': times }, 'new_line_in_value', 'invalid_time')
    // the line break before it counts
    expect(said.map(({ line }) => line).slice(0, 2)).toEqual([6, 14])
  })

  test('a quote that is never closed does not take the rest of the file along unsaid', async () => {
    const stops = (smallFeed['stops.txt'] ?? '').replace('实验楼', '"实验楼')
    const codes = ['csv_parsing_failed', 'foreign_key_violation', 'missing_trip_edge']
    await isInvalid({ ...smallFeed, 'stops.txt': stops }, ...codes)
    const endless = `${smallFeed['stop_times.txt']}t1,"${'long\n'.repeat(500_000)}`
    const packed = feedZip({ ...smallFeed, 'stop_times.txt': `${endless}${Math.random()}` })
    const { looked } = await bothRefuse(packed)
    expect(looked.value?.canImport ?? looked.refusal).not.toBe(true)
  })

  test('GBK and UTF-16 are said to be neither UTF-8 nor readable', async () => {
    // 实验楼 in GBK
    const [before = '', after = ''] = (smallFeed['stops.txt'] ?? '').split('实验楼')
    const gbk = Buffer.concat([Buffer.from(before), Buffer.from('cab5d1e9c2a5', 'hex'), Buffer.from(after)])
    const [first] = await isInvalid({ ...smallFeed, 'stops.txt': gbk }, 'invalid_character')
    expect(first).toMatchObject({ file: 'stops.txt', line: 5, field: 'stop_name' })
    expect(first?.message).toMatch(/另存为 UTF-8/)
    const utf16 = Buffer.from(`\ufeff${smallFeed['agency.txt']}`, 'utf16le')
    const notices = await isInvalid(
      { ...smallFeed, 'agency.txt': utf16 },
      'invalid_character',
      'empty_file',
      'foreign_key_violation',
    )
    expect(notices[0]).toMatchObject({ code: 'invalid_character', file: 'agency.txt', line: 1 })
  })

  test('characters that no database keeps never reach it', async () => {
    const headsign = (smallFeed['stop_times.txt'] ?? '').replace('经枢纽', '经\0枢纽')
    await isInvalid({ ...smallFeed, 'stop_times.txt': headsign }, 'invalid_character')
    const name = (smallFeed['stops.txt'] ?? '').replace('实验楼', '实验\0楼')
    await isInvalid({ ...smallFeed, 'stops.txt': name }, 'invalid_character')
  })

  test('a hundred thousand faults are counted, five hundred told, and fifty come with the refusal', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `nobody${n},x,08:00:00,nowhere,${n}`).join('\n')
    const stopTimes = `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${rows}\n`
    const zip = feedZip({ ...smallFeed, 'stop_times.txt': stopTimes })
    const { looked, wrote } = await bothRefuse(zip)
    expect(looked.value?.counted.slice(0, 2)).toEqual([
      { code: 'foreign_key_violation', severity: 'error', count: 60_000 },
      { code: 'invalid_time', severity: 'error', count: 30_000 },
    ])
    expect(looked.value?.notices).toHaveLength(500)
    expect(wrote.detail).toMatchObject({ errors: 90_000, notices: { length: 50 } })
  })
})

test('files in one folder are read all the same, and litter of other systems is left aside', async () => {
  const inFolder = Object.fromEntries(Object.entries(smallFeed).map(([name, text]) => [`gtfs/${name}`, text]))
  const preview = await office.preview(
    feedZip({ ...inFolder, '__MACOSX/gtfs/._stops.txt': 'x', 'gtfs/.DS_Store': 'x' }),
  )
  expect(preview).toMatchObject({ canImport: true, counts: { stopTimes: 12 } })
  expect(preview.counted).toContainEqual({ code: 'invalid_input_files_in_subfolder', severity: 'warning', count: 1 })
})
