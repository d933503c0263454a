import type { Asynchronous, CallOptions } from './asynchronous'
import type { World } from './world'

/** WeChat's own panels: toast, loading, modal, action sheet. Their answers are the script's. */
export function wxDialogs(world: World): Record<string, Asynchronous> {
  const show = { work: ({ title }: CallOptions) => world.showToast(String(title ?? '')) }
  const hide = { work: () => world.showToast(null) }
  return {
    showToast: show,
    showLoading: show,
    hideToast: hide,
    hideLoading: hide,
    showModal: {
      work: async (options) => {
        const answer = await world.script.modal({
          title: String(options.title ?? ''),
          content: String(options.content ?? ''),
          confirmText: String(options.confirmText ?? '确定'),
          cancelText: String(options.cancelText ?? '取消'),
          hasCancel: options.showCancel !== false,
        })
        const confirm = answer !== 'cancel'
        const typed = options.editable === true && confirm && answer !== 'confirm' ? { content: answer } : {}
        return { confirm, cancel: !confirm, ...typed }
      },
    },
    showActionSheet: {
      work: async (options) => {
        const tapIndex = await world.script.actionSheet(options.itemList as string[])
        if (tapIndex === 'cancel') throw new Error('cancel')
        return { tapIndex }
      },
    },
  }
}
