import { Notice } from '@/components/ui/notice'
import type { DomainError } from '@/lib/kernel/domain-error'

/** Why the last post was refused. Sentences about fields stand beside the fields. */
export function PieceProblem({
  error,
  articleId,
  saved = false,
}: {
  error: DomainError
  articleId?: string
  saved?: boolean
}) {
  const signedOut = error.code === 'unauthenticated'
  return (
    <div className="mt-4 outline-none" tabIndex={-1} data-problem>
      {signedOut ? (
        <Notice kind="error" title="You are signed out by now">
          <p>
            What you typed is still here, but not saved.{' '}
            <a href="/login?next=/studio" target="_blank" rel="noopener">
              Sign in in a new tab
            </a>
            , then come back to this one and save again.
          </p>
        </Notice>
      ) : (
        <Notice
          kind="error"
          title={saved ? 'Your text is saved, but no more than that' : 'This was not saved'}
        >
          <p>
            {error.message}
            {error.details?.checks && articleId ? (
              <>
                {' '}
                <a href={`/studio/${articleId}/publish`}>Open the checklist</a>
              </>
            ) : null}
          </p>
        </Notice>
      )}
    </div>
  )
}
