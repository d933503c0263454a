import type { ProcedureName, Procedures } from '../contract/procedures'
import cancelBooking from './booking/cancel-booking'
import changeBooking from './booking/change-booking'
import checkIn from './booking/check-in'
import findRooms from './booking/find-rooms'
import getBooking from './booking/get-booking'
import getDayGrid from './booking/get-day-grid'
import getRoomWeek from './booking/get-room-week'
import importRooms from './booking/import-rooms'
import listMyBookings from './booking/list-my-bookings'
import listPlaces from './booking/list-places'
import listRoomRecords from './booking/list-room-records'
import listRooms from './booking/list-rooms'
import listSpecialDays from './booking/list-special-days'
import lookAtDoor from './booking/look-at-door'
import makeCalendarLink from './booking/make-calendar-link'
import previewRooms from './booking/preview-rooms'
import printDoorLabels from './booking/print-door-labels'
import renewDoorCode from './booking/renew-door-code'
import reserveRoom from './booking/reserve-room'
import retireRoom from './booking/retire-room'
import savePlace from './booking/save-place'
import saveRoom from './booking/save-room'
import saveSpecialDay from './booking/save-special-day'
import setRoomPhoto from './booking/set-room-photo'
import type { Keeper } from './keeper'
import bindByInvitation from './people/bind-by-invitation'
import bindByPhone from './people/bind-by-phone'
import changePerson from './people/change-person'
import confirmScanSignIn from './people/confirm-scan-sign-in'
import decideBinding from './people/decide-binding'
import exportRoster from './people/export-roster'
import findColleagues from './people/find-colleagues'
import finishScanSignIn from './people/finish-scan-sign-in'
import getMe from './people/get-me'
import getPerson from './people/get-person'
import importRoster from './people/import-roster'
import invitePerson from './people/invite-person'
import listAudit from './people/list-audit'
import listBindingRequests from './people/list-binding-requests'
import listDepartments from './people/list-departments'
import listNotices from './people/list-notices'
import listPeople from './people/list-people'
import previewRoster from './people/preview-roster'
import readNotices from './people/read-notices'
import requestBinding from './people/request-binding'
import signIn from './people/sign-in'
import signInAsDemo from './people/sign-in-as-demo'
import signInByLink from './people/sign-in-by-link'
import signOut from './people/sign-out'

/** A keeper for every promise; the compiler finds the missing one. */
type KeeperOfEach = { [Name in ProcedureName]: Keeper<Procedures[Name]> }

const each = {
  'booking.cancelBooking': cancelBooking,
  'booking.changeBooking': changeBooking,
  'booking.checkIn': checkIn,
  'booking.findRooms': findRooms,
  'booking.getBooking': getBooking,
  'booking.getDayGrid': getDayGrid,
  'booking.getRoomWeek': getRoomWeek,
  'booking.importRooms': importRooms,
  'booking.listMyBookings': listMyBookings,
  'booking.listPlaces': listPlaces,
  'booking.listRoomRecords': listRoomRecords,
  'booking.listRooms': listRooms,
  'booking.listSpecialDays': listSpecialDays,
  'booking.lookAtDoor': lookAtDoor,
  'booking.makeCalendarLink': makeCalendarLink,
  'booking.previewRooms': previewRooms,
  'booking.printDoorLabels': printDoorLabels,
  'booking.renewDoorCode': renewDoorCode,
  'booking.reserveRoom': reserveRoom,
  'booking.retireRoom': retireRoom,
  'booking.savePlace': savePlace,
  'booking.saveRoom': saveRoom,
  'booking.saveSpecialDay': saveSpecialDay,
  'booking.setRoomPhoto': setRoomPhoto,
  'people.bindByInvitation': bindByInvitation,
  'people.bindByPhone': bindByPhone,
  'people.changePerson': changePerson,
  'people.confirmScanSignIn': confirmScanSignIn,
  'people.decideBinding': decideBinding,
  'people.exportRoster': exportRoster,
  'people.findColleagues': findColleagues,
  'people.finishScanSignIn': finishScanSignIn,
  'people.getMe': getMe,
  'people.getPerson': getPerson,
  'people.importRoster': importRoster,
  'people.invitePerson': invitePerson,
  'people.listAudit': listAudit,
  'people.listBindingRequests': listBindingRequests,
  'people.listDepartments': listDepartments,
  'people.listNotices': listNotices,
  'people.listPeople': listPeople,
  'people.previewRoster': previewRoster,
  'people.readNotices': readNotices,
  'people.requestBinding': requestBinding,
  'people.signIn': signIn,
  'people.signInAsDemo': signInAsDemo,
  'people.signInByLink': signInByLink,
  'people.signOut': signOut,
} satisfies KeeperOfEach

export type Keepers = ReadonlyMap<string, Keeper>

/** Every procedure and its keeper, by the name on the wire. */
export const keepers: Keepers = new Map(Object.entries(each as unknown as Record<string, Keeper>))
