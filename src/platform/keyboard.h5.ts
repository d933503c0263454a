const tappable = '[role="button"], [role="tab"], [role="radio"], [role="checkbox"], [role="switch"]'

function makeReachable(root: ParentNode): void {
  root.querySelectorAll(tappable).forEach((element) => {
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '0')
  })
}

/**
 * What a finger taps can be reached by Tab and pressed by Enter or the space bar too. Our parts are plain elements with a
 * role, which browsers leave out of the order of Tab.
 */
export function bringKeyboard(): void {
  makeReachable(document)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      addedNodes.forEach((node) => {
        if (node instanceof Element) makeReachable(node.parentElement ?? document)
      })
    }
  }).observe(document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', (event) => {
    const { activeElement } = document
    if ((event.key !== 'Enter' && event.key !== ' ') || !activeElement?.matches(tappable)) return
    event.preventDefault()
    ;(activeElement as HTMLElement).click()
  })
}
