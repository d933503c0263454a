import { gunzipSync } from 'node:zlib'
import { listPeople } from '../contract/people'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenRiders } from './support/given-riders'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let token: string

beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
  token = (await signedInAs(house, org, ['admin'])).token
  await givenRiders(house, org, 100)
})
afterAll(() => house.end())

const ask = (limit: number, acceptEncoding?: string) =>
  house.fetch(`/api/${listPeople.name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(acceptEncoding ? { 'accept-encoding': acceptEncoding } : {}),
    },
    body: JSON.stringify({ limit }),
  })

describe('an answer', () => {
  test('that is large goes packed to whoever can unpack it, and says the same', async () => {
    const plain = await ask(100)
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = await plain.text()
    const packed = await ask(100, 'br;q=1, gzip;q=0.8')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    const bytes = Buffer.from(await packed.arrayBuffer())
    expect(bytes.length).toBeLessThan(text.length / 2)
    expect(gunzipSync(bytes).toString()).toBe(text)
  })

  test('that is small goes as it is', async () => {
    const answer = await ask(1, 'gzip')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.json()).toMatchObject({ value: { items: [{}] } })
  })
})
