/** The compiled mini-programs, run on WeChat's component engine in jsdom. `dist` is run as it is, never transformed. */
/** @type {import('jest').Config} */
module.exports = {
  displayName: 'simulator',
  rootDir: '..',
  roots: ['<rootDir>/test/simulator'],
  testEnvironment: '<rootDir>/config/phone-environment.cjs',
  testEnvironmentOptions: { url: 'https://simulator.test/', customExportConditions: ['node', 'node-addons'] },
  setupFilesAfterEnv: ['<rootDir>/test/simulator/jest-setup.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 240_000,
}
