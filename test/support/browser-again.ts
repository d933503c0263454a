// A browser on a busy machine: what fails is tried once more, and its first failure is printed. It is a race all the
// same, in the product or in the test; `LATE_ANSWERS=700` finds it.
jest.retryTimes(1, { logErrorsBeforeRetry: true })
