import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The parameters the page was opened with, read once: phones forget them when the page is hidden. Mini-programs hand them
 * over percent-encoded and browsers do not; what `urlOf` wrote comes back the same from both.
 */
export function useParams<Name extends string>(): Partial<Record<Name, string>> {
  const { params } = useRouter()
  const [read] = useState(() => {
    const given: Partial<Record<string, string>> = {}
    for (const [name, text] of Object.entries(params)) {
      if (!name.startsWith('$') && name !== 'stamp') given[name] = decoded(text ?? '')
    }
    return given
  })
  return read as Partial<Record<Name, string>>
}
