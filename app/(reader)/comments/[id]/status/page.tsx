import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CommentStatus } from '@/components/reader/comment-status'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Sheet } from '@/components/reader/sheet'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { publication } from '../../../publication'
import { singleQuery } from '../../../query'
import { takeTrouble } from '../../../trouble'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Your comment', robots: { index: false } }

/** One comment by the secret link its author was given (server/routes/comment-status.ts has asked for the key already). */
export default async function CommentStatusPage({ params, searchParams }: Props) {
  await connection()
  const [{ id }, asked, { name, navigation }, trouble] = await Promise.all([
    params,
    searchParams,
    publication(),
    takeTrouble(),
  ])
  const { stet } = runtime()
  const page = await stet.comments.status({ commentId: id, key: singleQuery(asked.key) ?? '' })
  if (!page) setStatus(404)
  const standing = page?.author ? await stet.accounts.standing(page.author) : null
  return (
    <Sheet name={name} navigation={navigation}>
      {page ? (
        <CommentStatus
          comment={page.comment}
          path={stet.comments.statusPath(page.comment.id)}
          acts={page.author !== null}
          standing={standing}
          done={singleQuery(asked.done) ?? null}
          trouble={trouble}
        />
      ) : (
        <MissingPiece />
      )}
    </Sheet>
  )
}
