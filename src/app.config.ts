import { type Route, routes, tabs } from './routes'

const all: readonly Route[] = Object.values(routes)
const packages = ['people', 'booking', 'repair', 'canteen', 'shuttle', 'survey'] as const

export default defineAppConfig({
  pages: all.filter((route) => route.package === 'main').map((route) => route.path),
  subPackages: packages.map((name) => ({
    root: `features/${name}`,
    pages: all.filter((route) => route.package === name).map((route) => route.path.slice(`features/${name}/`.length)),
  })),
  preloadRule: {
    [routes.home.path]: { network: 'all', packages: packages.map((name) => `features/${name}`) },
  },
  tabBar: {
    color: '#5b6770',
    selectedColor: '#0f766e',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: tabs.map((name) => ({
      pagePath: routes[name].path,
      text: routes[name].title,
      iconPath: `icons/tab-${name}.png`,
      selectedIconPath: `icons/tab-${name}-on.png`,
    })),
  },
  window: {
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '管家',
    navigationStyle: 'default',
    backgroundColor: '#f3f5f4',
    backgroundTextStyle: 'dark',
  },
})
