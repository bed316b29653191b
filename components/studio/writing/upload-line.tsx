import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Uploading } from './pictures'

/** How far a picture is, with a way to stop it while there is one. */
export function UploadLine({ uploading: { name, share, place, stop } }: { uploading: Uploading }) {
  const which = place ? ` (${place})` : ''
  return (
    <div className="flex flex-wrap items-center gap-3 py-2">
      <progress max={1} value={share} aria-label={`Uploading ${name}`} />
      <span role="status">
        {share < 1 ? `Uploading ${name}${which}` : `Making ${name}${which} ready in every size`}
      </span>
      {stop ? (
        <Button type="button" kind="quiet" onClick={stop}>
          Stop
        </Button>
      ) : null}
    </div>
  )
}

/** Which pictures were not taken, and why, until somebody has read it. */
export function FailedPictures({ failed, onRead }: { failed: readonly string[]; onRead: () => void }) {
  return (
    <div className="py-2">
      <Notice kind="error">
        <ul className="grid gap-1 wrap-anywhere">
          {failed.map((words, index) => (
            <li key={index}>{words}</li>
          ))}
        </ul>
        <Button type="button" kind="quiet" className="justify-self-start" onClick={onRead}>
          Close
        </Button>
      </Notice>
    </div>
  )
}
