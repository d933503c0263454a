import type { ReactNode } from 'react'

/** The heading of a part of a drawer. */
export function Section({ children }: { children: ReactNode }) {
  return <h2 className='section'>{children}</h2>
}
