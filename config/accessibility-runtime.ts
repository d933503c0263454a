import { mergeInternalComponents } from '@tarojs/shared'

const always = { 'aria-label': '', role: '' }
const stateful = { ...always, 'aria-hidden': '', 'aria-selected': '', 'aria-checked': '', 'aria-disabled': '' }

/** The attributes a screen reader needs, per component; an empty default means "leave out when not given". */
export const spoken = {
  View: { ...stateful, 'aria-live': '' },
  Text: stateful,
  Button: stateful,
  Image: always,
  Input: always,
  Textarea: always,
  Switch: always,
  ScrollView: always,
}

mergeInternalComponents(spoken)
