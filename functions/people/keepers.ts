import bindByInvitation from './bind-by-invitation'
import bindByPhone from './bind-by-phone'
import changePerson from './change-person'
import confirmScanSignIn from './confirm-scan-sign-in'
import decideBinding from './decide-binding'
import exportRoster from './export-roster'
import findColleagues from './find-colleagues'
import finishScanSignIn from './finish-scan-sign-in'
import getMe from './get-me'
import getPerson from './get-person'
import importRoster from './import-roster'
import invitePerson from './invite-person'
import listAudit from './list-audit'
import listBindingRequests from './list-binding-requests'
import listDepartments from './list-departments'
import listNotices from './list-notices'
import listPeople from './list-people'
import previewRoster from './preview-roster'
import readNotices from './read-notices'
import requestBinding from './request-binding'
import signIn from './sign-in'
import signInAsDemo from './sign-in-as-demo'
import signInByLink from './sign-in-by-link'
import signOut from './sign-out'

/** Who answers what is asked of people, by the name on the wire. */
export const peopleKeepers = {
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
}
