import Taro from '@tarojs/taro'

/** Opens the phone's own dialling with a number; whether the platform did it. Nobody is called before the person agrees there. */
export async function dial(number: string): Promise<boolean> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number.replace(/[\s-]/g, '') })
    return true
  } catch {
    return false
  }
}
