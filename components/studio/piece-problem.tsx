import { Notice } from '@/components/ui/notice'
import type { DomainError } from '@/lib/kernel/domain-error'

/** Why the last post was refused. Sentences about fields stand beside the fields. */
export function PieceProblem({ error }: { error: DomainError }) {
  if (error.code === 'unauthenticated')
    return (
      <Notice kind="error" title="You are signed out by now">
        <p>
          What you typed is still here, but not saved.{' '}
          <a href="/login?next=/studio" target="_blank" rel="noopener">
            Sign in in a new tab
          </a>
          , then come back to this one and save again.
        </p>
      </Notice>
    )
  return (
    <Notice kind="error" title="That did not work">
      <p>{error.message}</p>
    </Notice>
  )
}
