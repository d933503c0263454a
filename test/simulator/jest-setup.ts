import { closeAll } from './closing'
import { takeUnexpectedErrors, watchConsole } from './console-watch'

watchConsole()

afterEach(() => {
  const errors = takeUnexpectedErrors()
  if (errors.length > 0) throw new Error(`there was a console.error:\n${errors.join('\n')}`)
})

afterAll(() => closeAll())
