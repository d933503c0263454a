/** H5 and console in a real Chromium, against the built server. */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/browser-setup.ts',
  globalTeardown: '<rootDir>/test/support/browser-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/browser-again.ts'],
  testMatch: ['<rootDir>/test/browser/*.test.ts'],
  testTimeout: 240_000,
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
}
