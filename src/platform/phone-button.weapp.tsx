import { Button } from '@tarojs/components'
import type * as promised from './phone-button'

export const canAskPhone: typeof promised.canAskPhone = true

export const PhoneButton: typeof promised.PhoneButton = ({ children, onCode, onRefused }) => (
  <Button
    className='ui-button ui-button-main'
    hoverClass='ui-button-pressed'
    openType='getPhoneNumber'
    onGetPhoneNumber={({ detail }) => {
      if (detail.code) onCode(detail.code)
      else onRefused()
    }}
  >
    {children}
  </Button>
)
