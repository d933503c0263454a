/** The three deployments of the cloud, by the name of their folder in `dist/functions`. */
export type FunctionName = 'api' | 'tick' | 'web'

const timer = { name: 'every-minute', type: 'timer', config: '0 */1 * * * * *' }

/** `config.json` of each function, as WeChat DevTools reads it. The platform's 3 s are too short for a cold start. */
export const functionConfigs = {
  api: { timeout: 10, permissions: { openapi: ['phonenumber.getPhoneNumber'] } },
  tick: { timeout: 10, triggers: [timer] },
  web: { timeout: 10 },
} satisfies Record<FunctionName, object>

const runtime = 'Nodejs20.19'
/** Filled in by whoever deploys: CloudBase puts them into the functions' environment. */
const envVariables = {
  DATABASE_URL: '{{env.DATABASE_URL}}',
  PUBLIC_URL: '{{env.PUBLIC_URL}}',
  SURVEY_KEY: '{{env.SURVEY_KEY}}',
  DEMO: '0',
}

/** `cloudbaserc.json`, for `tcb fn deploy`: event functions are bundled whole, `web` installs its one native package. */
export const cloudbaserc = {
  version: '2.0',
  envId: '{{env.CLOUDBASE_ENV}}',
  functionRoot: '.',
  functions: [
    {
      name: 'api',
      type: 'event',
      handler: 'index.main',
      runtime,
      timeout: 10,
      memorySize: 256,
      installDependency: false,
      envVariables,
    },
    {
      name: 'tick',
      type: 'event',
      handler: 'index.main',
      runtime,
      timeout: 10,
      memorySize: 256,
      installDependency: false,
      envVariables,
      triggers: [timer],
    },
    { name: 'web', type: 'HTTP', runtime, timeout: 10, memorySize: 512, installDependency: true, envVariables },
  ],
}
