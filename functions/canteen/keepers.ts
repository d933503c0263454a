import addRatingPhoto from './add-rating-photo'
import assignFeedback from './assign-feedback'
import confirmLabels from './confirm-labels'
import copyMenuWeek from './copy-menu-week'
import declineMeal from './decline-meal'
import editRating from './edit-rating'
import exportCanteenReport from './export-canteen-report'
import exportMenu from './export-menu'
import exportOpenMensa from './export-open-mensa'
import getCanteenReport from './get-canteen-report'
import getCanteenSetting from './get-canteen-setting'
import getDish from './get-dish'
import getHeadcount from './get-headcount'
import getMenuDraft from './get-menu-draft'
import getMenuWeek from './get-menu-week'
import getMyMeals from './get-my-meals'
import getMyRating from './get-my-rating'
import getRatingPhoto from './get-rating-photo'
import importMenu from './import-menu'
import listActions from './list-actions'
import listCanteens from './list-canteens'
import listComments from './list-comments'
import listDishRecords from './list-dish-records'
import listDishes from './list-dishes'
import listFeedback from './list-feedback'
import listLabelHistory from './list-label-history'
import listMyMeals from './list-my-meals'
import listMyRatings from './list-my-ratings'
import listOvertime from './list-overtime'
import markFavourite from './mark-favourite'
import markSoldOut from './mark-sold-out'
import moderateRating from './moderate-rating'
import moveAction from './move-action'
import previewMenu from './preview-menu'
import publishMenu from './publish-menu'
import rateServing from './rate-serving'
import recordServed from './record-served'
import replyRating from './reply-rating'
import reserveMeal from './reserve-meal'
import saveAction from './save-action'
import saveCanteen from './save-canteen'
import saveCanteenSetting from './save-canteen-setting'
import saveDish from './save-dish'
import saveMenuDay from './save-menu-day'
import withdrawRating from './withdraw-rating'

/** Who answers what is asked of canteen, by the name on the wire. */
export const canteenKeepers = {
  'canteen.addRatingPhoto': addRatingPhoto,
  'canteen.assignFeedback': assignFeedback,
  'canteen.confirmLabels': confirmLabels,
  'canteen.copyMenuWeek': copyMenuWeek,
  'canteen.declineMeal': declineMeal,
  'canteen.editRating': editRating,
  'canteen.exportCanteenReport': exportCanteenReport,
  'canteen.exportMenu': exportMenu,
  'canteen.exportOpenMensa': exportOpenMensa,
  'canteen.getCanteenReport': getCanteenReport,
  'canteen.getCanteenSetting': getCanteenSetting,
  'canteen.getDish': getDish,
  'canteen.getHeadcount': getHeadcount,
  'canteen.getMenuDraft': getMenuDraft,
  'canteen.getMenuWeek': getMenuWeek,
  'canteen.getMyMeals': getMyMeals,
  'canteen.getMyRating': getMyRating,
  'canteen.getRatingPhoto': getRatingPhoto,
  'canteen.importMenu': importMenu,
  'canteen.listActions': listActions,
  'canteen.listCanteens': listCanteens,
  'canteen.listComments': listComments,
  'canteen.listDishRecords': listDishRecords,
  'canteen.listDishes': listDishes,
  'canteen.listFeedback': listFeedback,
  'canteen.listLabelHistory': listLabelHistory,
  'canteen.listMyMeals': listMyMeals,
  'canteen.listMyRatings': listMyRatings,
  'canteen.listOvertime': listOvertime,
  'canteen.markFavourite': markFavourite,
  'canteen.markSoldOut': markSoldOut,
  'canteen.moderateRating': moderateRating,
  'canteen.moveAction': moveAction,
  'canteen.previewMenu': previewMenu,
  'canteen.publishMenu': publishMenu,
  'canteen.rateServing': rateServing,
  'canteen.recordServed': recordServed,
  'canteen.replyRating': replyRating,
  'canteen.reserveMeal': reserveMeal,
  'canteen.saveAction': saveAction,
  'canteen.saveCanteen': saveCanteen,
  'canteen.saveCanteenSetting': saveCanteenSetting,
  'canteen.saveDish': saveDish,
  'canteen.saveMenuDay': saveMenuDay,
  'canteen.withdrawRating': withdrawRating,
}
