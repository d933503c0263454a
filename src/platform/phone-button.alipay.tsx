import { Button } from '@tarojs/components'
import type * as promised from './phone-button'

export const canAskPhone: typeof promised.canAskPhone = true

/** Alipay asks first and then hands over an encrypted text that only the cloud can read. */
export const PhoneButton: typeof promised.PhoneButton = ({ children, onCode, onRefused }) => (
  <Button
    className='ui-button ui-button-main'
    hoverClass='ui-button-pressed'
    openType='getAuthorize'
    scope='phoneNumber'
    onGetAuthorize={() => my.getPhoneNumber({ success: ({ response }) => onCode(response), fail: onRefused })}
    onError={onRefused}
  >
    {children}
  </Button>
)
