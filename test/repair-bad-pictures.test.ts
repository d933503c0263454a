import sharp from 'sharp'
import { getTicket } from '../contract/repair'
import { addPhoto, getPhoto } from '../contract/repair-requester'
import { writeWorkbook } from '../functions/documents/write-workbook'
import { drawn } from './support/drawn-picture'
import { givenOrg, signedInAs } from './support/given'
import { givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let staff: { token: string; personId: string }
let report: () => ReturnType<typeof givenTicket>
let jpeg: Buffer
let png: Buffer
let webp: Buffer

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
  const org = await givenOrg(house)
  staff = await signedInAs(house, org)
  report = () => givenTicket(house, org, { token: staff.token })
  jpeg = await drawn().jpeg().toBuffer()
  png = await drawn().png().toBuffer()
  webp = await drawn().webp().toBuffer()
})
afterAll(() => house.end())

const add = (ticketId: string, bytes: Buffer, { fileName = '照片.jpg' } = {}) =>
  house.call(addPhoto, { ticketId, fileName, content: bytes.toString('base64') }, { token: staff.token })

describe('refused with a word of its own:', () => {
  let ticketId: string
  beforeAll(async () => {
    ticketId = (await report()).ticketId
  })
  afterAll(async () =>
    expect((await house.call(getTicket, { ticketId }, { token: staff.token })).value?.photos).toEqual([]),
  )

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'
  test.each([
    ['nothing at all', () => Buffer.alloc(0)],
    ['an SVG that is called .jpg', () => Buffer.from(svg)],
    ['a GIF', () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a program', () => Buffer.from('MZ\x90\0')],
    ['three bytes of a JPEG', () => jpeg.subarray(0, 3)],
    ['half a JPEG', () => jpeg.subarray(0, jpeg.length / 2)],
    ['a JPEG without its last byte', () => jpeg.subarray(0, -1)],
    ['half a PNG', () => png.subarray(0, png.length / 2)],
    ['a PNG without its end', () => png.subarray(0, -12)],
    ['half a WebP', () => webp.subarray(0, webp.length / 2)],
    ['a JPEG with a hole', () => Buffer.concat([jpeg.subarray(0, 300), jpeg.subarray(900)])],
  ])('%s is no picture', async (_what, bytes) => {
    expect((await add(ticketId, bytes())).refusal).toBe('NOT_A_PICTURE')
  })

  /** A JPEG with a comment right after its beginning. */
  const withComment = (text: string) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(text.length + 2)
    return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, Buffer.from(text), jpeg.subarray(2)])
  }
  const sheet = () => writeWorkbook([{ name: '表', header: ['列'], rows: [['值']] }])
  test.each([
    ['a ZIP after it', async () => Buffer.concat([jpeg, await sheet()])],
    [
      'a ZIP with a comment after it',
      async () => {
        const zip = Buffer.concat([await sheet(), Buffer.from('note')])
        zip.writeUInt16LE(4, zip.length - 6)
        return Buffer.concat([png, zip])
      },
    ],
    ['a ZIP between two pictures', async () => Buffer.concat([jpeg, await sheet(), jpeg])],
    ['an empty ZIP', async () => Buffer.concat([jpeg, Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ['a PDF', async () => withComment('%PDF-1.4 1 0 obj')],
    ['a script after it', async () => Buffer.concat([webp, Buffer.from('<script>alert(1)</script>')])],
    ['a script in a comment', async () => withComment('<SCRIPT src=//x>')],
    ['PHP', async () => withComment("<?php system($_GET['c']); ?>")],
    ['a web page', async () => Buffer.concat([png, Buffer.from('<html><body>登录</body></html>')])],
    ['an SVG after it', async () => Buffer.concat([jpeg, Buffer.from(svg)])],
  ])('a picture that hides %s', async (_what, bytes) => {
    expect((await add(ticketId, await bytes())).refusal).toBe('HIDDEN_CONTENT')
  })

  test.each([
    '../../etc/passwd.jpg',
    'a/b.jpg',
    'C:\\照片.jpg',
    '..',
    'a\u0000.jpg',
    'a\n.jpg',
    'a\u202egpj.exe',
    ' ',
    `${'长'.repeat(250)}.jpg`,
  ])('the name %j', async (fileName) => {
    expect((await add(ticketId, jpeg, { fileName })).refusal).toBe('BAD_FILE_NAME')
  })

  test('more than 5 MB', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)])
    expect((await add(ticketId, large)).refusal).toBe('TOO_LARGE_PHOTO')
  })

  test('and what is just as large as may be is looked at', async () => {
    const largest = Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024 - jpeg.length)])
    const { value } = await add((await report()).ticketId, largest)
    const kept = await house.call(getPhoto, { photoId: value?.photoId ?? '' }, { token: staff.token })
    expect((await sharp(Buffer.from(kept.value?.content ?? '', 'base64')).metadata()).width).toBe(640)
  })

  test('fifty megabytes, before they are read as anything', async () => {
    const body = JSON.stringify({ ticketId, fileName: 'a.jpg', content: 'A'.repeat(50 * 1024 * 1024) })
    const headers = { authorization: `Bearer ${staff.token}`, 'idempotency-key': crypto.randomUUID() }
    const answer = await house.fetch('/api/repair.addPhoto', { method: 'POST', body, headers })
    expect([answer.status, await answer.json()]).toEqual([413, { fault: 'TOO_LARGE' }])
  })

  test('a host without documents', async () => {
    const { documents } = house.cloud
    house.cloud.documents = undefined
    expect((await add(ticketId, jpeg)).refusal).toBe('NEEDS_CONSOLE')
    house.cloud.documents = documents
  })
})
