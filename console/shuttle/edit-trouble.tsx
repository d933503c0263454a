import { Button } from 'antd'
import type { Trouble } from '../ui/trouble'
import { TroubleNote } from '../ui/trouble-note'

interface Props {
  trouble?: Trouble
  /** Loads what others have changed; what was typed here is lost. */
  onReload: () => void
}

/** Trouble with an edit of a draft; where somebody else was faster, the newest can be loaded. */
export function EditTrouble({ trouble, onReload }: Props) {
  return (
    <TroubleNote trouble={trouble}>
      {trouble?.refusal === 'CHANGED_SINCE' && (
        <div>
          <Button size='small' onClick={onReload}>
            载入最新内容
          </Button>
        </div>
      )}
    </TroubleNote>
  )
}
