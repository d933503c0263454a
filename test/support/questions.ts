import { newBrowser } from './as-account'
import type { GivenInstitution } from './given-institution'
import { smallestPicture } from './smallest-picture'
import type { TestCloud } from './start-cloud'
import { surveyWording } from './survey-wording'
import { inputFor, type Listed, leftOut, type Manner } from './valid-input'

/** Fields that point at something of an institution. A field that a schema says is an id and that is missing here fails the tests. */
const pointers: Record<string, (institution: GivenInstitution) => string> = {
  roomId: (institution) => institution.roomId,
  roomIds: (institution) => institution.roomId,
  bookingId: (institution) => institution.bookingId,
  personId: (institution) => institution.colleagueId,
  forPersonId: (institution) => institution.colleagueId,
  leftPersonIds: (institution) => institution.colleagueId,
  siteId: (institution) => institution.siteId,
  buildingId: (institution) => institution.buildingId,
  buildingIds: (institution) => institution.buildingId,
  departmentId: (institution) => institution.departmentId,
  openToDepartmentIds: (institution) => institution.departmentId,
  requestId: (institution) => institution.requestId,
  token: (institution) => institution.doorToken,
  ticketId: (institution) => institution.ticketId,
  intoTicketId: (institution) => institution.intoTicketId,
  categoryId: (institution) => institution.categoryId,
  parentId: (institution) => institution.groupId,
  placeId: (institution) => institution.placeId,
  placeIds: (institution) => institution.placeId,
  assetId: (institution) => institution.assetId,
  assetIds: (institution) => institution.assetId,
  photoId: (institution) => institution.photoId,
  viewId: (institution) => institution.viewId,
  toPersonId: (institution) => institution.technicianId,
  assigneeId: (institution) => institution.technicianId,
  requesterId: (institution) => institution.colleagueId,
  canteenId: (institution) => institution.canteenId,
  windowId: (institution) => institution.windowId,
  dishId: (institution) => institution.dishId,
  servingId: (institution) => institution.servingId,
  servingIds: (institution) => institution.comingServingId,
  sittingId: (institution) => institution.sittingId,
  ratingId: (institution) => institution.ratingId,
  actionId: (institution) => institution.actionId,
  ownerId: (institution) => institution.ownerId,
  dutyManagerId: (institution) => institution.ownerId,
  // of a rating; `photoId` alone is a ticket's
  'canteen.photoId': (institution) => institution.ratingPhotoId,
  timetableId: (institution) => institution.timetableId,
  copyOf: (institution) => institution.timetableId,
  routeId: (institution) => institution.routeId,
  routeIds: (institution) => institution.routeId,
  stopId: (institution) => institution.stopId,
  stopIds: (institution) => institution.stopId,
  fromStopId: (institution) => institution.stopId,
  toStopId: (institution) => institution.toStopId,
  tripId: (institution) => institution.tripId,
  serviceId: (institution) => institution.serviceId,
  vehicleId: (institution) => institution.vehicleId,
  driverId: (institution) => institution.personId,
  reservationId: (institution) => institution.reservationId,
  seasonId: (institution) => institution.seasonId,
  noticeId: (institution) => institution.shuttleNoticeId,
  surveyId: (institution) => institution.surveyId,
  ...pointersTo(['saveSurvey', 'publishSurvey', 'removeSurvey'], (institution) => institution.draftSurveyId),
  ...pointersTo(['getQuestionnaire', 'submitAnswers', 'submitPaper'], (institution) => institution.openSurveyId),
  ...pointersTo(['closeSurvey', 'remindAudience', 'getPaperQuestionnaire'], (institution) => institution.openSurveyId),
  'survey.copyOf': (institution) => institution.surveyId,
  'survey.actionId': (institution) => institution.surveyActionId,
}
/** The survey that these procedures are asked about. */
function pointersTo(procedures: string[], survey: (institution: GivenInstitution) => string) {
  return Object.fromEntries(procedures.map((name) => [`survey.${name}.surveyId`, survey]))
}
/** The items of a list of ids, not the list itself. */
const isPointer = (name: string, path: string) => name in pointers && !/s$/.test(path)
const pointerOf = (procedure: string, name: string) =>
  pointers[`${procedure}.${name}`] ?? pointers[`${procedure.split('.')[0]}.${name}`] ?? pointers[name]

const sheets: Record<string, string> = {
  'people.previewRoster': '工号,姓名,部门\nN1,新人,新部门\n',
  'booking.previewRooms': '院区,楼宇,会议室名称,容量\n新院区,新楼,新会议室,10\n',
  'repair.previewHistory': '报修时间,完成时间,类别,地点\n2026-01-05 09:00,2026-01-05 11:00,新类,新楼 1 层\n',
  'canteen.previewMenu': '日期,餐次,档口,菜名,价格\n2026-11-23,午餐,新窗口,新菜,12\n',
  'shuttle.previewGtfs': '不是时刻表',
  'shuttle.importGtfs': '不是时刻表',
  'shuttle.previewShuttleSheet': '线路,方向,停靠站及时间\n新线,上班,新站 7:10,新院 7:50\n',
  'repair.importHistory': '报修时间,完成时间,类别,地点\n2026-01-05 09:00,2026-01-05 11:00,新类,新楼 1 层\n',
}

/** What is asked besides ids. */
export interface Theme {
  institution: string
  staffNumber: string
  query: string
}

/** Fields that a schema cannot word. Proofs are well formed and nobody's. */
function plainWording(procedure: string, { institution, staffNumber, query }: Theme): Record<string, unknown> {
  return {
    institution,
    query,
    staffNumber: /^(people\.(bind|request)|survey\.)/.test(procedure) ? staffNumber : 'N1',
    account: newBrowser(),
    secret: `s${'0'.repeat(40)}`,
    code: 'C'.repeat(procedure.startsWith('shuttle.') ? 6 : 22),
    link: `1.${'0'.repeat(32)}`,
    invitationCode: '2345-2345',
    cursor: leftOut,
    scope: 'room',
    startsAt: '2026-11-23T10:00:00+08:00',
    endsAt: '2026-11-23T11:00:00+08:00',
    day: '2026-11-22',
    year: 2026,
    opening: Array(7).fill([[0, 1440]]),
    // what was retired is no longer to be asked about
    isRetired: false,
    weekly: Array(7).fill([[0, 1440]]),
    shifts: Array(7).fill([[0, 1440]]),
    wantedFrom: '2026-11-23T10:00:00+08:00',
    wantedUntil: '2026-11-23T11:00:00+08:00',
    plannedFor: '2026-11-23T10:00:00+08:00',
    promisedOn: '2026-11-24',
    awayFrom: '2026-12-01',
    awayUntil: '2026-12-02',
    fromDay: '2026-11-16',
    toDay: '2026-11-23',
    dueOn: '2026-11-30',
    ...(procedure.startsWith('canteen.')
      ? { days: ['2026-11-22'], closedDays: [], revision: 1, labelRevision: 1, status: 'doing' }
      : {}),
    ...(procedure.startsWith('shuttle.')
      ? {
          revision: 1,
          color: '336699',
          textColor: 'FFFFFF',
          times: [27_600, 28_200],
          weekdays: [1],
          addedDays: ['2026-11-22'],
          removedDays: ['2026-11-23'],
          firstDay: '2026-11-22',
          lastDay: '2026-12-31',
          startsOn: '2026-11-22',
          endsOn: '2026-12-31',
        }
      : {}),
    // moments here, elsewhere seconds or minutes
    ...(/^shuttle\.(getDepartures|findTrips)$/.test(procedure) ? { from: '2026-11-22T07:00:00+08:00' } : {}),
    ...(/^(repair|canteen)\.|^shuttle\.(saveSeason|getRidership|exportRidership|saveShuttleNotice|listNoShows)$/.test(
      procedure,
    )
      ? { from: '2026-11-01', until: '2026-11-30' }
      : {}),
    ...surveyWording(procedure),
    to: 1440,
    maxMinutes: 480,
    daysAhead: 60,
    fileName: 'sheet.csv',
    content: /^(booking.setRoomPhoto|repair.addPhoto|canteen.addRatingPhoto)$/.test(procedure)
      ? smallestPicture
      : Buffer.from(sheets[procedure] ?? '').toString('base64'),
  }
}

/** A valid input for a procedure; `whose` says for each path of an id which institution's it is. */
export function questionFor(
  { name: procedure, input }: Listed,
  theme: Theme,
  whose: (path: string) => GivenInstitution,
  manner?: Manner,
): Record<string, unknown> {
  const plain = plainWording(procedure, theme)
  const question = inputFor(
    input,
    (name, path) => (isPointer(name, path) ? pointerOf(procedure, name)?.(whose(path)) : plain[name]),
    manner,
  )
  return question as Record<string, unknown>
}

/** Asks a procedure by HTTP, as the listing names it. */
export async function ask(house: TestCloud, { name }: Listed, input: unknown, token?: string) {
  const response = await house.fetch(`/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'idempotency-key': crypto.randomUUID(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  })
  return { status: response.status, text: await response.text() }
}

/** Every procedure as `GET /api` lists it. */
export async function listProcedures(house: TestCloud): Promise<Listed[]> {
  return ((await (await house.fetch('/api')).json()) as { procedures: Listed[] }).procedures
}
