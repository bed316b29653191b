import type { Metadata } from 'next'
import { NoPiece } from '@/components/studio/no-piece'
import { RedirectsPage } from '@/components/studio/redirects/redirects-page'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { setStatus } from '@/lib/http/set-status'
import { addRedirectAction, forgetMissedAction, removeRedirectAction } from './redirect-actions'

export const metadata: Metadata = { title: 'Redirects' }

const ACTIONS = { add: addRedirectAction, remove: removeRedirectAction, forget: forgetMissedAction }

export default openPage('manage.redirects', async ({ stet, actor, query }) => {
  const list = await stet.articles.redirects(actor)
  if (!list.ok) {
    setStatus(statusOf(list.error.code))
    return <NoPiece error={list.error} />
  }
  return (
    <RedirectsPage
      list={list.value}
      now={new Date(stet.ports.clock.now()).toISOString()}
      from={query('from')?.slice(0, 1_000) ?? ''}
      added={query('added')?.slice(0, 1_000) ?? null}
      refused={refusedPost()}
      actions={ACTIONS}
    />
  )
})
