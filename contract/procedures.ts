import * as booking from './booking'
import * as bookingDoor from './booking-door'
import * as bookingRooms from './booking-rooms'
import * as people from './people'
import * as peopleSignIn from './people-sign-in'
import type { AnyProcedure } from './procedure'

const modules = { ...people, ...peopleSignIn, ...booking, ...bookingDoor, ...bookingRooms }
type Modules = typeof modules

type ProcedureKey = { [K in keyof Modules]: Modules[K] extends AnyProcedure ? K : never }[keyof Modules]
/** Every promise by its name on the wire. */
export type Procedures = { [K in ProcedureKey as Modules[K]['name']]: Modules[K] }
export type ProcedureName = keyof Procedures

const isProcedure = (x: object): x is AnyProcedure => 'may' in x && 'refusals' in x

/** All promises, for the cloud's dispatcher and the listing; clients import single promises instead. */
export const procedures: readonly AnyProcedure[] = Object.values<object>(modules).filter(isProcedure)
