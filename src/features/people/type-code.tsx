import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { readEntry } from '../../entry'
import { goTo } from '../../go-to'
import { linkBase } from '../../platform/link-base'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { Page } from '../../ui/page'

/** 输入房间码: where there is no camera, the six characters printed below the code on the door. */
export default function TypeCode() {
  const typed = useRef('')
  const [problem, setProblem] = useState<string>()
  const open = async () => {
    const entry = readEntry(typed.current, linkBase)
    if (entry.kind !== 'door') {
      setProblem('码是二维码下面的六位字符，请核对')
      return
    }
    setProblem(undefined)
    await goTo('door', { token: entry.token }, 'replace')
  }
  return (
    <Page>
      <Card>
        <View>请输入门上、墙上或设备上二维码下面的六位字符。也可以直接用手机相机扫描二维码。</View>
        <View>
          <Field
            label='房间码'
            maxLength={22}
            placeholder='例如 7K3M9Q'
            problem={problem}
            onText={(text) => (typed.current = text)}
            onDone={open}
          />
        </View>
        <Button onTap={open}>打开</Button>
      </Card>
    </Page>
  )
}
