import { useEffect, useRef } from 'react'

/** As long as something is not saved, links to other pages of the console go through `leaving`, which asks first. */
export function useAskedLinks(isDirty: boolean, leaving: (go: () => void) => void) {
  const latest = useRef(leaving)
  latest.current = leaving
  useEffect(() => {
    if (!isDirty) return
    function onClick(event: MouseEvent) {
      // a new tab takes nothing away from this one
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (!link) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(() => {
        window.location.hash = link.hash
      })
    }
    document.addEventListener('click', onClick, true)
    return () => document.removeEventListener('click', onClick, true)
  }, [isDirty])
}
