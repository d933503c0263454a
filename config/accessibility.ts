import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { spoken } from './accessibility-runtime'

interface MiniTemplate {
  mergeComponents(ctx: IPluginContext, components: typeof spoken): void
  replacePropName(name: string, ...rest: unknown[]): string
}
interface MiniPlatform {
  runtimePath: string | string[]
  template?: MiniTemplate
}

/**
 * Taro drops `aria-*` and `role` on mini-programs without a word. This adds them to the templates of the parts we use,
 * and to the table the running program reads (`accessibility-runtime`), which must agree with the templates.
 */
export default function accessibility(ctx: IPluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'accessibility-runtime')].flat()
      if (process.env.TARO_ENV !== 'weapp') return
      const original = template.replacePropName.bind(template)
      // WeChat calls it aria-role; Alipay and browsers call it role.
      template.replacePropName = (name, ...rest) => (name === 'role' ? 'aria-role' : original(name, ...rest))
    },
  })
}
