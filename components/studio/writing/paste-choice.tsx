import { Button } from '@/components/ui/button'
import type { Pasted } from './paste-plugin'

const leftOut = (pictures: number): string =>
  pictures === 0
    ? ''
    : ` ${pictures === 1 ? 'A picture' : `${pictures} pictures`} from elsewhere left out: save and drop them here.`

/** What was pasted keeps its formatting, unless somebody says otherwise before typing on. */
export function PasteChoice({ pasted }: { pasted: Pasted }) {
  return (
    <div className="paste-choice" role="group" aria-label="What was pasted">
      <span role="status">
        Pasted with its formatting.
        {leftOut(pasted.picturesLeftOut)}
      </span>
      <Button type="button" onClick={() => pasted.keep()}>
        Keep formatting
      </Button>
      <Button type="button" onClick={() => pasted.asPlain()}>
        Plain
      </Button>
    </div>
  )
}
