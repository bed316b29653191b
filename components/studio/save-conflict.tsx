import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { DomainError } from '@/lib/kernel/domain-error'

/** Two texts of one piece: which one goes on? Yours is in the fields, theirs beside them. */
export function SaveConflict({ error, theirs }: { error: DomainError; theirs: StudioArticleView }) {
  return (
    <div className="mt-4 outline-none" tabIndex={-1} data-problem>
      <Notice kind="error" title="There are two texts of this piece now">
        <p>{error.message}</p>
        <p>
          Yours is in the fields, <a href="#theirs">theirs</a> next to it. You can also copy from theirs into
          yours first.
        </p>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button name="intent" value="keep">
            Keep mine
          </Button>
          <Button name="intent" value="settle">
            Take theirs
          </Button>
          <ButtonLink href={`/studio/${theirs.id}/conflict`}>Choose place by place</ButtonLink>
        </div>
      </Notice>
    </div>
  )
}
