import { randomUUID } from 'node:crypto'
import type { Room } from '../../contract/booking'
import { listPlaces, type RoomRecord, saveRoom } from '../../contract/booking-rooms'
import { signInAsDemo, signInByLink } from '../../contract/people-sign-in'
import type { Answer, AnyProcedure, Duty, InputOf, ValueOf } from '../../contract/procedure'
import { connect, type Database } from '../../database/connect'
import { makeSignInLink } from '../../functions/people/sign-in-link'

/** Where the built server answers, without a slash at the end. */
export const builtServer = (): string => process.env.BUILT_SERVER ?? ''

/** Letters and digits that nobody else has drawn. */
export const unique = () => randomUUID().slice(0, 8).toUpperCase()

/** Asks the built server as a client does; a fault is thrown. */
export async function ask<P extends AnyProcedure>(procedure: P, input: InputOf<P>, token?: string): Promise<Answer<P>> {
  const response = await fetch(`${builtServer()}/api/${procedure.name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(procedure.writes ? { 'idempotency-key': randomUUID() } : {}),
    },
  })
  const answer = (await response.json()) as Answer<P>
  if (response.status !== 200) throw new Error(`${procedure.name}: ${JSON.stringify(answer)}`)
  return answer
}

/** The value of an answer that must be no refusal. */
export async function get<P extends AnyProcedure>(
  procedure: P,
  input: InputOf<P>,
  token?: string,
): Promise<ValueOf<P>> {
  const answer = await ask(procedure, input, token)
  if ('value' in answer) return answer.value as ValueOf<P>
  throw new Error(`${procedure.name}: ${JSON.stringify(answer)}`)
}

/** Somebody of the demo institution whom no other test knows, in a department of their own. */
export interface Visitor {
  name: string
  personId: string
  departmentId: string
  department: string
  token: string
  /** A new one-time link's secret: what `npm run sign-in-link` prints at the end of its addresses. */
  link(): Promise<string>
}

async function onDatabase<T>(use: (db: Database['db']) => Promise<T>): Promise<T> {
  const { db, close } = connect(JSON.parse(process.env.BUILT_SERVER_DATABASE ?? '{}'), 1)
  return use(db).finally(close)
}

/** Puts somebody on the demo's roster, or on that of the second institution (2). */
export async function givenVisitor(duties: Duty[] = [], orgId = 1): Promise<Visitor> {
  const number = unique()
  const [name, department, departmentId] = [`访客${number}`, `访客部${number}`, randomUUID()]
  const personId = await onDatabase(async (db) => {
    await db
      .insertInto('department')
      .values({ orgId, departmentId, parentId: null, name: department, path: [department], pathIds: [departmentId] })
      .execute()
    const person = await db
      .insertInto('person')
      .values({ orgId, staffNumber: `V${number}`, name, pinyin: 'fangke', initials: 'fk', departmentId, duties })
      .returning('personId')
      .executeTakeFirstOrThrow()
    return person.personId
  })
  const link = () => onDatabase((db) => makeSignInLink(db, Date.now(), { orgId, personId }))
  const { token } = await get(signInByLink, { link: await link() })
  return { name, personId, departmentId, department, token, link }
}

/** A room for these visitors alone, open day and night on every day, with no waiting time between meetings. */
export async function givenRoomFor(
  visitors: readonly Visitor[],
  rules: Partial<Room['rules']> = {},
): Promise<RoomRecord> {
  const admin = await get(signInAsDemo, { persona: 'admin' })
  const { sites } = await get(listPlaces, {}, admin.token)
  const name = `访客室${unique()}`
  return get(
    saveRoom,
    {
      buildingId: sites[0]?.buildings[0]?.buildingId ?? '',
      name,
      floor: '3层',
      equipment: ['projector'],
      rules: {
        isBookable: true,
        capacity: 12,
        opening: Array.from({ length: 7 }, () => [[0, 1440] as [number, number]]),
        openToDepartmentIds: visitors.map(({ departmentId }) => departmentId),
        windows: [],
        minMinutes: 30,
        maxMinutes: 240,
        daysAhead: 30,
        turnoverMinutes: 0,
        cancelUntilMinutes: 0,
        ...rules,
      },
    },
    admin.token,
  )
}
