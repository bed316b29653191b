import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DomainError } from '@/lib/kernel/domain-error'

/** Two texts of one piece: which one goes on? Yours is in the fields, theirs beside them. */
export function SaveConflict({
  error,
  studioPath,
  onTakeTheirs,
}: {
  error: DomainError
  studioPath: string
  onTakeTheirs: () => void
}) {
  return (
    <Notice kind="error" title="Two texts of one piece">
      <p>{error.message}</p>
      <p>
        Yours is in the fields, theirs beside it. You can also take over single sentences first, and then keep
        yours.
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button name="intent" value="save">
          Keep mine
        </Button>
        <ButtonLink
          href={studioPath}
          onClick={(event) => {
            event.preventDefault()
            onTakeTheirs()
          }}
        >
          Take theirs
        </ButtonLink>
      </div>
    </Notice>
  )
}
