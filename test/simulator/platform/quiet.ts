/**
 * Functions that only change what the phone shows or does. The fakes answer yes and remember the call; what is not
 * listed here or written out in `wx.ts` or `my.ts` does not exist, so that a call of it is noticed.
 */
export const QUIET_IN_BOTH = [
  ...['showNavigationBarLoading', 'hideNavigationBarLoading', 'setBackgroundColor', 'setBackgroundTextStyle'],
  ...['pageScrollTo', 'startPullDownRefresh', 'stopPullDownRefresh', 'hideKeyboard', 'previewImage', 'openDocument'],
  ...['setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot', 'setTabBarItem', 'setTabBarStyle'],
  ...['showTabBar', 'hideTabBar', 'hideHomeButton', 'showShareMenu', 'hideShareMenu', 'vibrateShort', 'vibrateLong'],
  ...['setKeepScreenOn', 'openSetting', 'makePhoneCall', 'openLocation', 'loadFontFace', 'exitMiniProgram'],
  ...['getScreenBrightness', 'setScreenBrightness'],
  ...['navigateToMiniProgram', 'navigateBackMiniProgram', 'saveImageToPhotosAlbum', 'saveFileToDisk'],
]

export const QUIET_IN_WECHAT = [
  ...['updateShareMenu', 'checkSession', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'openPrivacyContract'],
  ...['bindEmployeeRelation', 'requestSubscribeEmployeeMessage', 'getSetting', 'openEmbeddedMiniProgram'],
]

export const QUIET_IN_ALIPAY = [
  'setNavigationBar',
  'showBackHome',
  'hideBackHome',
  'setOptionMenu',
  'vibrate',
  'getSetting',
]

/** Functions that return nothing at once. */
export const SILENT = [
  'reportEvent',
  'reportPerformance',
  'reportMonitor',
  'reportAnalytics',
  'preloadWebview',
  'setEnableDebug',
]

/** Things an app may listen to: for each, `onX` and `offX` exist, and `world.tell('x', …)` calls the listeners. */
export const LISTENABLE = [
  ...['appShow', 'appHide', 'error', 'unhandledRejection', 'pageNotFound', 'lazyLoadError', 'themeChange'],
  ...['networkStatusChange', 'windowResize', 'keyboardHeightChange', 'userCaptureScreen', 'memoryWarning'],
  ...['needPrivacyAuthorization', 'audioInterruptionBegin', 'audioInterruptionEnd', 'copyUrl'],
]
