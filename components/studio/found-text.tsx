import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Found } from './use-autosave'

/** Typed on this device, and the page ended before the server had it. */
export function FoundText({ found, onTake }: { found: Found; onTake: (found: Found) => void }) {
  return (
    <div className="pt-4">
      <Notice kind="waiting" title="There is text on this device that was not saved">
        <p>It was typed here at {new Date(found.at).toLocaleString('en-GB')}.</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button type="button" onClick={() => onTake(found)}>
            Go on with it
          </Button>
          <Button type="button" kind="quiet" onClick={found.forget}>
            Throw it away
          </Button>
        </div>
      </Notice>
    </div>
  )
}
