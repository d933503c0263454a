import acceptSeat from './accept-seat'
import assignTrip from './assign-trip'
import boardRider from './board-rider'
import cancelSeat from './cancel-seat'
import closeRun from './close-run'
import createTimetable from './create-timetable'
import endSeason from './end-season'
import excuseNoShow from './excuse-no-show'
import exportGtfs from './export-gtfs'
import exportRidership from './export-ridership'
import exportShuttleSheet from './export-shuttle-sheet'
import findStops from './find-stops'
import findTrips from './find-trips'
import getBoardingPass from './get-boarding-pass'
import getDepartures from './get-departures'
import getLine from './get-line'
import getManifest from './get-manifest'
import getMyRideRecord from './get-my-ride-record'
import getNextRide from './get-next-ride'
import getRidership from './get-ridership'
import getShuttleSetting from './get-shuttle-setting'
import getStopBoard from './get-stop-board'
import getTimetable from './get-timetable'
import getTimetableGrid from './get-timetable-grid'
import getTripSeats from './get-trip-seats'
import importGtfs from './import-gtfs'
import importShuttleSheet from './import-shuttle-sheet'
import listLines from './list-lines'
import listMySeasons from './list-my-seasons'
import listMySeats from './list-my-seats'
import listNoShows from './list-no-shows'
import listRuns from './list-runs'
import listShuttleNotices from './list-shuttle-notices'
import listTimetables from './list-timetables'
import markStop from './mark-stop'
import previewGtfs from './preview-gtfs'
import previewShuttleSheet from './preview-shuttle-sheet'
import publishTimetable from './publish-timetable'
import removeTimetable from './remove-timetable'
import reportDelay from './report-delay'
import reserveSeat from './reserve-seat'
import saveLineRule from './save-line-rule'
import saveRoute from './save-route'
import saveSeason from './save-season'
import saveService from './save-service'
import saveShuttleNotice from './save-shuttle-notice'
import saveShuttleSetting from './save-shuttle-setting'
import saveStop from './save-stop'
import saveTimetableGrid from './save-timetable-grid'
import saveVehicle from './save-vehicle'
import unboardRider from './unboard-rider'

/** Every shuttle promise and its keeper. */
export const shuttleKeepers = {
  'shuttle.acceptSeat': acceptSeat,
  'shuttle.assignTrip': assignTrip,
  'shuttle.boardRider': boardRider,
  'shuttle.cancelSeat': cancelSeat,
  'shuttle.closeRun': closeRun,
  'shuttle.createTimetable': createTimetable,
  'shuttle.endSeason': endSeason,
  'shuttle.excuseNoShow': excuseNoShow,
  'shuttle.exportGtfs': exportGtfs,
  'shuttle.exportRidership': exportRidership,
  'shuttle.exportShuttleSheet': exportShuttleSheet,
  'shuttle.findStops': findStops,
  'shuttle.findTrips': findTrips,
  'shuttle.getBoardingPass': getBoardingPass,
  'shuttle.getDepartures': getDepartures,
  'shuttle.getLine': getLine,
  'shuttle.getManifest': getManifest,
  'shuttle.getMyRideRecord': getMyRideRecord,
  'shuttle.getNextRide': getNextRide,
  'shuttle.getRidership': getRidership,
  'shuttle.getShuttleSetting': getShuttleSetting,
  'shuttle.getStopBoard': getStopBoard,
  'shuttle.getTimetable': getTimetable,
  'shuttle.getTimetableGrid': getTimetableGrid,
  'shuttle.getTripSeats': getTripSeats,
  'shuttle.importGtfs': importGtfs,
  'shuttle.importShuttleSheet': importShuttleSheet,
  'shuttle.listLines': listLines,
  'shuttle.listMySeasons': listMySeasons,
  'shuttle.listMySeats': listMySeats,
  'shuttle.listNoShows': listNoShows,
  'shuttle.listRuns': listRuns,
  'shuttle.listShuttleNotices': listShuttleNotices,
  'shuttle.listTimetables': listTimetables,
  'shuttle.markStop': markStop,
  'shuttle.previewGtfs': previewGtfs,
  'shuttle.previewShuttleSheet': previewShuttleSheet,
  'shuttle.publishTimetable': publishTimetable,
  'shuttle.removeTimetable': removeTimetable,
  'shuttle.reportDelay': reportDelay,
  'shuttle.reserveSeat': reserveSeat,
  'shuttle.saveLineRule': saveLineRule,
  'shuttle.saveRoute': saveRoute,
  'shuttle.saveSeason': saveSeason,
  'shuttle.saveService': saveService,
  'shuttle.saveShuttleNotice': saveShuttleNotice,
  'shuttle.saveShuttleSetting': saveShuttleSetting,
  'shuttle.saveStop': saveStop,
  'shuttle.saveTimetableGrid': saveTimetableGrid,
  'shuttle.saveVehicle': saveVehicle,
  'shuttle.unboardRider': unboardRider,
}
