import cancelBooking from './cancel-booking'
import changeBooking from './change-booking'
import checkIn from './check-in'
import findRooms from './find-rooms'
import getBooking from './get-booking'
import getDayGrid from './get-day-grid'
import getRoomWeek from './get-room-week'
import importRooms from './import-rooms'
import listMyBookings from './list-my-bookings'
import listPlaces from './list-places'
import listRoomRecords from './list-room-records'
import listRooms from './list-rooms'
import listSpecialDays from './list-special-days'
import lookAtDoor from './look-at-door'
import makeCalendarLink from './make-calendar-link'
import previewRooms from './preview-rooms'
import printDoorLabels from './print-door-labels'
import renewDoorCode from './renew-door-code'
import reserveRoom from './reserve-room'
import retireRoom from './retire-room'
import savePlace from './save-place'
import saveRoom from './save-room'
import saveSpecialDay from './save-special-day'
import setRoomPhoto from './set-room-photo'

/** Who answers what is asked of booking, by the name on the wire. */
export const bookingKeepers = {
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
}
