/** One page: where it is, what its bar says, which package brings it, and whether it can be pulled down to refresh. */
export interface Route {
  path: string
  title: string
  /** `main` holds the tabs; any other is the subpackage `features/<name>`. */
  package: 'main' | 'people' | 'booking' | 'repair' | 'canteen' | 'shuttle' | 'survey'
  refreshes?: boolean
}

/** Every page once. The app's configuration, the build and `goTo` read this table; nothing else names a path. */
export const routes = {
  home: { path: 'pages/home', title: '首页', package: 'main', refreshes: true },
  services: { path: 'pages/all-services', title: '服务', package: 'main' },
  mine: { path: 'pages/mine', title: '我的', package: 'main', refreshes: true },
  signIn: { path: 'features/people/sign-in', title: '登录', package: 'people' },
  bind: { path: 'features/people/bind', title: '绑定工号', package: 'people' },
  confirmSignIn: { path: 'features/people/confirm-sign-in', title: '登录确认', package: 'people' },
  typeCode: { path: 'features/people/type-code', title: '输入房间码', package: 'people' },
  notices: { path: 'features/people/notices', title: '消息', package: 'people', refreshes: true },
  rooms: { path: 'features/booking/rooms', title: '会议室', package: 'booking', refreshes: true },
  room: { path: 'features/booking/room', title: '会议室', package: 'booking', refreshes: true },
  find: { path: 'features/booking/find', title: '找会议室', package: 'booking', refreshes: true },
  reserve: { path: 'features/booking/reserve', title: '预订会议室', package: 'booking' },
  myBookings: { path: 'features/booking/my-bookings', title: '我的预订', package: 'booking', refreshes: true },
  booking: { path: 'features/booking/booking', title: '预订详情', package: 'booking', refreshes: true },
  door: { path: 'features/booking/door', title: '门口', package: 'booking', refreshes: true },
  place: { path: 'features/repair/place', title: '这个地方', package: 'repair', refreshes: true },
  findPlace: { path: 'features/repair/find-place', title: '选择地点', package: 'repair' },
  report: { path: 'features/repair/report', title: '报修', package: 'repair', refreshes: true },
  myTickets: { path: 'features/repair/my-tickets', title: '我的报修', package: 'repair', refreshes: true },
  ticket: { path: 'features/repair/ticket', title: '工单', package: 'repair', refreshes: true },
  jobs: { path: 'features/repair/jobs', title: '维修任务', package: 'repair', refreshes: true },
  menu: { path: 'features/canteen/menu', title: '食堂菜单', package: 'canteen', refreshes: true },
  dishes: { path: 'features/canteen/dishes', title: '找菜', package: 'canteen', refreshes: true },
  dish: { path: 'features/canteen/dish', title: '菜品', package: 'canteen', refreshes: true },
  avoid: { path: 'features/canteen/avoid', title: '我的忌口', package: 'canteen' },
  rate: { path: 'features/canteen/rate', title: '评价', package: 'canteen', refreshes: true },
  myMeals: { path: 'features/canteen/my-meals', title: '我的用餐', package: 'canteen', refreshes: true },
  myRatings: { path: 'features/canteen/my-ratings', title: '我的评价', package: 'canteen', refreshes: true },
  myRating: { path: 'features/canteen/my-rating', title: '评价详情', package: 'canteen', refreshes: true },
  kitchen: { path: 'features/canteen/kitchen', title: '食堂当班', package: 'canteen', refreshes: true },
  departures: { path: 'features/shuttle/departures', title: '班车', package: 'shuttle', refreshes: true },
  shuttleStops: { path: 'features/shuttle/stops', title: '站点', package: 'shuttle' },
  shuttleLines: { path: 'features/shuttle/lines', title: '全部线路', package: 'shuttle', refreshes: true },
  shuttleLine: { path: 'features/shuttle/line', title: '线路', package: 'shuttle', refreshes: true },
  findTrips: { path: 'features/shuttle/find-trips', title: '从哪到哪', package: 'shuttle' },
  trip: { path: 'features/shuttle/trip', title: '班次', package: 'shuttle', refreshes: true },
  mySeats: { path: 'features/shuttle/my-seats', title: '我的座位', package: 'shuttle', refreshes: true },
  pass: { path: 'features/shuttle/pass', title: '乘车码', package: 'shuttle', refreshes: true },
  driver: { path: 'features/shuttle/driver', title: '发车当班', package: 'shuttle', refreshes: true },
  run: { path: 'features/shuttle/run', title: '本班', package: 'shuttle', refreshes: true },
  surveys: { path: 'features/survey/surveys', title: '问卷', package: 'survey', refreshes: true },
  answerSurvey: { path: 'features/survey/answer', title: '填写问卷', package: 'survey' },
  surveyPromise: { path: 'features/survey/promise', title: '匿名是怎么保证的', package: 'survey' },
  surveyResult: { path: 'features/survey/result', title: '问卷结果', package: 'survey', refreshes: true },
  board: { path: 'features/survey/board', title: '你说，我们改', package: 'survey', refreshes: true },
  suggest: { path: 'features/survey/suggest', title: '提建议', package: 'survey' },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
export type RouteParams = Record<string, string | number | boolean | undefined>

export const tabs = ['home', 'services', 'mine'] as const satisfies readonly RouteName[]

/** The address of a page with its parameters, percent-encoded: `/features/booking/door?token=…`. */
export function urlOf(name: RouteName, params: RouteParams = {}): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined)
  const query = given.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')
  return `/${routes[name].path}${query ? `?${query}` : ''}`
}
