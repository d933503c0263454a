import acceptTicket from './accept-ticket'
import addPhoto from './add-photo'
import assignTicket from './assign-ticket'
import bounceTicket from './bounce-ticket'
import cancelTicket from './cancel-ticket'
import classifyTicket from './classify-ticket'
import commentTicket from './comment-ticket'
import confirmTicket from './confirm-ticket'
import editTicket from './edit-ticket'
import exportRepairReport from './export-repair-report'
import exportTickets from './export-tickets'
import findPlaces from './find-places'
import finishTicket from './finish-ticket'
import getBoard from './get-board'
import getPhoto from './get-photo'
import getRepairReport from './get-repair-report'
import getRepairSetting from './get-repair-setting'
import getTicket from './get-ticket'
import grabTicket from './grab-ticket'
import hangTicket from './hang-ticket'
import importHistory from './import-history'
import joinTicket from './join-ticket'
import listAssets from './list-assets'
import listCategories from './list-categories'
import listJobs from './list-jobs'
import listMyTickets from './list-my-tickets'
import listPlaceRecords from './list-place-records'
import listTechnicians from './list-technicians'
import listTickets from './list-tickets'
import listViews from './list-views'
import listVisits from './list-visits'
import lookAtPlace from './look-at-place'
import mergeTicket from './merge-ticket'
import planTicket from './plan-ticket'
import previewHistory from './preview-history'
import printPlaceLabels from './print-place-labels'
import rateTicket from './rate-ticket'
import recordVisit from './record-visit'
import refuseTicket from './refuse-ticket'
import removePhoto from './remove-photo'
import removeView from './remove-view'
import renewPlaceCode from './renew-place-code'
import reopenTicket from './reopen-ticket'
import reportTicket from './report-ticket'
import resumeTicket from './resume-ticket'
import saveAsset from './save-asset'
import saveCategory from './save-category'
import savePlaceRecord from './save-place-record'
import saveRepairSetting from './save-repair-setting'
import saveTechnician from './save-technician'
import saveView from './save-view'
import solveBySelf from './solve-by-self'
import startTicket from './start-ticket'
import suggestTechnicians from './suggest-technicians'
import transferTicket from './transfer-ticket'
import unmergeTicket from './unmerge-ticket'

/** Who answers what is asked of repair, by the name on the wire. */
export const repairKeepers = {
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
}
