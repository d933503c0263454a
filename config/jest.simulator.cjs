/** The compiled mini-programs, run on WeChat's component engine in jsdom. `dist` is run as it is, never transformed. */
/** @type {import('jest').Config} */
module.exports = {
  displayName: 'simulator',
  rootDir: '..',
  roots: ['<rootDir>/test/simulator'],
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { url: 'https://simulator.test/' },
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
  testTimeout: 20_000,
}
