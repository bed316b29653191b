import type { Metadata } from 'next'
import { MediaLibrary } from '@/components/studio/media/media-library'
import { NoPiece } from '@/components/studio/no-piece'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { setStatus } from '@/lib/http/set-status'
import { can } from '@/lib/policy/policy'
import { describeMediaAction, removeMediaAction } from './media-actions'

export const metadata: Metadata = { title: 'Media' }

const ACTIONS = { describe: describeMediaAction, remove: removeMediaAction }

export default openPage('open.studio', async ({ stet, actor, query }) => {
  const after = query('after')?.slice(0, 100) ?? ''
  const list = await stet.media.list(actor, { after })
  if (!list.ok) {
    setStatus(statusOf(list.error.code))
    return <NoPiece error={list.error} />
  }
  // The plain form of uploading. Those of single pictures show themselves what is wrong with them.
  const posted = refusedPost()
  const refused = posted?.values.upload === undefined ? null : posted
  if (refused) setStatus(statusOf(refused.error.code))
  return (
    <MediaLibrary
      list={list.value}
      after={after}
      added={query('added')}
      refused={refused?.error.message ?? null}
      isEditor={can(actor, 'manage.redirects')}
      actions={ACTIONS}
    />
  )
})
