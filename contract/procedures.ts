import * as booking from './booking'
import * as bookingDoor from './booking-door'
import * as bookingRooms from './booking-rooms'
import * as canteen from './canteen'
import * as canteenDishes from './canteen-dishes'
import * as canteenFeedback from './canteen-feedback'
import * as canteenFiles from './canteen-files'
import * as canteenHeadcount from './canteen-headcount'
import * as canteenMeals from './canteen-meals'
import * as canteenMenus from './canteen-menus'
import * as canteenRatings from './canteen-ratings'
import * as people from './people'
import * as peopleSignIn from './people-sign-in'
import type { AnyProcedure } from './procedure'
import * as repair from './repair'
import * as repairCatalog from './repair-catalog'
import * as repairDesk from './repair-desk'
import * as repairPlaces from './repair-places'
import * as repairReport from './repair-report'
import * as repairRequester from './repair-requester'
import * as repairWork from './repair-work'
import * as shuttle from './shuttle'
import * as shuttleFleet from './shuttle-fleet'
import * as shuttleGrid from './shuttle-grid'
import * as shuttleRide from './shuttle-ride'
import * as shuttleSeats from './shuttle-seats'
import * as shuttleTimetables from './shuttle-timetables'
import * as shuttleVehicles from './shuttle-vehicles'
import * as survey from './survey'
import * as surveyActions from './survey-actions'
import * as surveyAnswering from './survey-answering'
import * as surveyResults from './survey-results'

// a list, since two features may call a promise the same: canteen.listActions, survey.listActions
const modules = [
  people,
  peopleSignIn,
  booking,
  bookingDoor,
  bookingRooms,
  repair,
  repairPlaces,
  repairRequester,
  repairWork,
  repairDesk,
  repairCatalog,
  repairReport,
  canteen,
  canteenDishes,
  canteenFeedback,
  canteenFiles,
  canteenHeadcount,
  canteenMeals,
  canteenMenus,
  canteenRatings,
  shuttle,
  shuttleFleet,
  shuttleGrid,
  shuttleRide,
  shuttleSeats,
  shuttleTimetables,
  shuttleVehicles,
  survey,
  surveyActions,
  surveyAnswering,
  surveyResults,
] as const

type ProcedureIn<Module> = Module extends unknown ? Extract<Module[keyof Module], AnyProcedure> : never
type EachProcedure = ProcedureIn<(typeof modules)[number]>
/** Every promise by its name on the wire. */
export type Procedures = { [Name in EachProcedure['name']]: Extract<EachProcedure, { name: Name }> }
export type ProcedureName = keyof Procedures

const isProcedure = (x: unknown): x is AnyProcedure =>
  typeof x === 'object' && x !== null && 'may' in x && 'refusals' in x

const all: AnyProcedure[] = []
for (const module of modules) all.push(...Object.values<unknown>(module).filter(isProcedure))
/** All promises, for the cloud's dispatcher and the listing; clients import single promises instead. */
export const procedures: readonly AnyProcedure[] = all
