import type { Instance } from '../engine/exparser-types'
import { passPrivacyGate } from '../platform/privacy'
import type { World } from '../platform/world'
import {
  controlAround,
  controlsInside,
  emit,
  isOn,
  onTap,
  type Part,
  property,
  setControl,
  shown,
  textOf,
} from './part'
import { surroundingsOf } from './surroundings'

const SUBMITTED = ['input', 'textarea', 'switch', 'slider', 'picker', 'radio-group', 'checkbox-group']

const ROUTES: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

/** Parts that do something when tapped: button, form, navigator. */
export const actions: Record<string, Part> = {
  button: {
    properties: {
      type: shown(String, 'default', 'type'),
      size: shown(String, 'default', 'size'),
      plain: shown(Boolean, false, 'plain'),
      disabled: shown(Boolean, false, 'disabled'),
      loading: shown(Boolean, false, 'loading'),
      openType: shown(String, '', 'open-type'),
      formType: property(String, ''),
      hoverClass: property(String, 'button-hover'),
    },
    created: (self) => onTap(self, () => press(self), true),
  },

  form: {
    created(self) {
      const fields = () => controlsInside(self, SUBMITTED).filter((control) => control.name() !== '')
      setControl(self, {
        name: () => '',
        isDisabled: () => false,
        value: () => Object.fromEntries(fields().map((control) => [control.name(), control.value()])),
        reset() {
          for (const control of fields()) control.reset()
          emit(self, 'reset')
        },
        toggle() {
          emit(self, 'submit', { value: this.value(), formId: '' })
        },
      })
    },
  },

  navigator: {
    properties: { url: property(String, ''), openType: property(String, 'navigate'), delta: property(Number, 1) },
    created: (self) =>
      onTap(self, () => {
        const route = ROUTES[textOf(self.data.openType)]
        const options = route === 'navigateBack' ? { delta: self.data.delta } : { url: self.data.url }
        if (route) surroundingsOf(self.$$).call(route, options)
      }),
  },
}

/** A disabled button keeps the tap from everyone; others act for their form or their `open-type` first. */
function press(self: Instance): unknown {
  if (isOn(self.data.disabled)) return false
  const form = controlAround(self, 'form')
  if (self.data.formType === 'submit') form?.toggle?.()
  if (self.data.formType === 'reset') form?.reset()
  const { world } = surroundingsOf(self.$$)
  const openType = textOf(self.data.openType)
  if (openType === 'getPhoneNumber') void givePhoneNumber(self, world)
  if (openType === 'getAuthorize') emit(self, 'getauthorize', { scope: 'phoneNumber' })
  if (openType === 'chooseAvatar') emit(self, 'chooseavatar', { avatarUrl: 'wxfile://avatar.png' })
  if (openType === 'agreePrivacyAuthorization') emit(self, 'agreeprivacyauthorization', { errMsg: 'ok' })
  return undefined
}

async function givePhoneNumber(self: Instance, world: World): Promise<void> {
  await world.answering('getPhoneNumber', async () => {
    const code = world.script.phoneCode()
    const isAllowed = await passPrivacyGate(world, 'getPhoneNumber').then(
      () => true,
      () => false,
    )
    const detail =
      code === 'deny' || !isAllowed
        ? { errMsg: 'getPhoneNumber:fail user deny' }
        : { errMsg: 'getPhoneNumber:ok', code }
    emit(self, 'getphonenumber', detail)
  })
}
