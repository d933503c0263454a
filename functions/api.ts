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
import acceptTicket from './repair/accept-ticket'
import addPhoto from './repair/add-photo'
import assignTicket from './repair/assign-ticket'
import bounceTicket from './repair/bounce-ticket'
import cancelTicket from './repair/cancel-ticket'
import classifyTicket from './repair/classify-ticket'
import commentTicket from './repair/comment-ticket'
import confirmTicket from './repair/confirm-ticket'
import editTicket from './repair/edit-ticket'
import exportRepairReport from './repair/export-repair-report'
import exportTickets from './repair/export-tickets'
import findPlaces from './repair/find-places'
import finishTicket from './repair/finish-ticket'
import getBoard from './repair/get-board'
import getPhoto from './repair/get-photo'
import getRepairReport from './repair/get-repair-report'
import getRepairSetting from './repair/get-repair-setting'
import getTicket from './repair/get-ticket'
import grabTicket from './repair/grab-ticket'
import hangTicket from './repair/hang-ticket'
import importHistory from './repair/import-history'
import joinTicket from './repair/join-ticket'
import listAssets from './repair/list-assets'
import listCategories from './repair/list-categories'
import listJobs from './repair/list-jobs'
import listMyTickets from './repair/list-my-tickets'
import listPlaceRecords from './repair/list-place-records'
import listTechnicians from './repair/list-technicians'
import listTickets from './repair/list-tickets'
import listViews from './repair/list-views'
import listVisits from './repair/list-visits'
import lookAtPlace from './repair/look-at-place'
import mergeTicket from './repair/merge-ticket'
import planTicket from './repair/plan-ticket'
import previewHistory from './repair/preview-history'
import printPlaceLabels from './repair/print-place-labels'
import rateTicket from './repair/rate-ticket'
import recordVisit from './repair/record-visit'
import refuseTicket from './repair/refuse-ticket'
import removePhoto from './repair/remove-photo'
import removeView from './repair/remove-view'
import renewPlaceCode from './repair/renew-place-code'
import reopenTicket from './repair/reopen-ticket'
import reportTicket from './repair/report-ticket'
import resumeTicket from './repair/resume-ticket'
import saveAsset from './repair/save-asset'
import saveCategory from './repair/save-category'
import savePlaceRecord from './repair/save-place-record'
import saveRepairSetting from './repair/save-repair-setting'
import saveTechnician from './repair/save-technician'
import saveView from './repair/save-view'
import solveBySelf from './repair/solve-by-self'
import startTicket from './repair/start-ticket'
import suggestTechnicians from './repair/suggest-technicians'
import transferTicket from './repair/transfer-ticket'
import unmergeTicket from './repair/unmerge-ticket'

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
  'repair.acceptTicket': acceptTicket,
  'repair.addPhoto': addPhoto,
  'repair.assignTicket': assignTicket,
  'repair.bounceTicket': bounceTicket,
  'repair.cancelTicket': cancelTicket,
  'repair.classifyTicket': classifyTicket,
  'repair.commentTicket': commentTicket,
  'repair.confirmTicket': confirmTicket,
  'repair.editTicket': editTicket,
  'repair.exportRepairReport': exportRepairReport,
  'repair.exportTickets': exportTickets,
  'repair.findPlaces': findPlaces,
  'repair.finishTicket': finishTicket,
  'repair.getBoard': getBoard,
  'repair.getPhoto': getPhoto,
  'repair.getRepairReport': getRepairReport,
  'repair.getRepairSetting': getRepairSetting,
  'repair.getTicket': getTicket,
  'repair.grabTicket': grabTicket,
  'repair.hangTicket': hangTicket,
  'repair.importHistory': importHistory,
  'repair.joinTicket': joinTicket,
  'repair.listAssets': listAssets,
  'repair.listCategories': listCategories,
  'repair.listJobs': listJobs,
  'repair.listMyTickets': listMyTickets,
  'repair.listPlaceRecords': listPlaceRecords,
  'repair.listTechnicians': listTechnicians,
  'repair.listTickets': listTickets,
  'repair.listViews': listViews,
  'repair.listVisits': listVisits,
  'repair.lookAtPlace': lookAtPlace,
  'repair.mergeTicket': mergeTicket,
  'repair.planTicket': planTicket,
  'repair.previewHistory': previewHistory,
  'repair.printPlaceLabels': printPlaceLabels,
  'repair.rateTicket': rateTicket,
  'repair.recordVisit': recordVisit,
  'repair.refuseTicket': refuseTicket,
  'repair.removePhoto': removePhoto,
  'repair.removeView': removeView,
  'repair.renewPlaceCode': renewPlaceCode,
  'repair.reopenTicket': reopenTicket,
  'repair.reportTicket': reportTicket,
  'repair.resumeTicket': resumeTicket,
  'repair.saveAsset': saveAsset,
  'repair.saveCategory': saveCategory,
  'repair.savePlaceRecord': savePlaceRecord,
  'repair.saveRepairSetting': saveRepairSetting,
  'repair.saveTechnician': saveTechnician,
  'repair.saveView': saveView,
  'repair.solveBySelf': solveBySelf,
  'repair.startTicket': startTicket,
  'repair.suggestTechnicians': suggestTechnicians,
  'repair.transferTicket': transferTicket,
  'repair.unmergeTicket': unmergeTicket,
} satisfies KeeperOfEach

export type Keepers = ReadonlyMap<string, Keeper>

/** Every procedure and its keeper, by the name on the wire. */
export const keepers: Keepers = new Map(Object.entries(each as unknown as Record<string, Keeper>))
