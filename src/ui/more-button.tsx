import { Button } from './button'
import { Stack } from './stack'

interface MoreButtonProps {
  /** What comes with the next page: 更多预订. */
  label: string
  hasMore: boolean
  /** Why the next page did not come, as a sentence. */
  problem?: string
  more: () => unknown
}

/** Below a list that comes in pages: the next one, or asking for it again. */
export function MoreButton({ label, hasMore, problem, more }: MoreButtonProps) {
  return (
    <Stack>
      {hasMore ? (
        <Button kind='link' onTap={more}>
          {problem ? `${problem}，点此重试` : label}
        </Button>
      ) : null}
    </Stack>
  )
}
