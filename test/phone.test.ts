import { maskPhone } from '../functions/phone'

test.each([
  ['13812345678', '138****5678'],
  ['+86 138 1234 5678', '138****5678'],
  ['138-1234-5678', '138****5678'],
  ['１３８１２３４５６７８', '138****5678'],
  ['010-55501234', '010****1234'],
  // whatever else somebody wrote: of two numbers the second would be read whole
  ['13812345678/13987654321', '****21'],
  ['王芳 13812345678', '****78'],
  ['8001', '****01'],
  [' ', ''],
])('%s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})
