import { Notice } from '@/components/ui/notice'
import type { DomainError } from '@/lib/kernel/domain-error'

/** A form that was refused, after a page load: what happened, and that nothing was overwritten. */
export function Refusal({ error }: { error: DomainError }) {
  const isConflict = error.code === 'conflict'
  return (
    <div tabIndex={-1} autoFocus className="mt-4 outline-none">
      <Notice kind="error" title={isConflict ? 'Somebody was faster' : 'That did not work'}>
        <p>{error.message}</p>
        {isConflict ? <p>Nothing was overwritten. Below is the queue as it is now.</p> : null}
      </Notice>
    </div>
  )
}
