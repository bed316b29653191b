import type { Metadata } from 'next'
import { NoPiece } from '@/components/studio/no-piece'
import { StudioList } from '@/components/studio/studio-list'
import { ARTICLE_STATUSES } from '@/lib/articles/article-status'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { can } from '@/lib/policy/policy'
import { changeManyAction } from './bulk-actions'
import { createPieceAction } from './studio-actions'

export const metadata: Metadata = { title: 'Studio' }

/** What a bulk move says of itself in the address it leads to. */
const changedBefore = (done: string | null, left: string | null) =>
  done !== null && left !== null && /^\d{1,2}$/.test(done) && /^\d{1,2}$/.test(left)
    ? { done: Number(done), left: Number(left) }
    : null

export default openPage('open.studio', async ({ stet, actor, query }) => {
  const after = query('after')?.slice(0, 100) ?? ''
  // An address that was cut or mistyped still leads to the list.
  const status = ARTICLE_STATUSES.find((each) => each === query('status')) ?? null
  const title = query('title')?.slice(0, 200) ?? ''
  const assigned = query('assigned') === 'me' ? 'me' : ''
  const list = await stet.articles.list(actor, {
    ...{ after, title },
    ...(status ? { status } : {}),
    ...(assigned ? { assigned } : {}),
  })
  if (!list.ok) {
    setStatus(statusOf(list.error.code))
    return <NoPiece error={list.error} />
  }
  const people = await stet.articles.editors(actor)
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <StudioList
      list={list.value}
      status={status}
      filter={{ title, assigned }}
      after={after}
      now={now}
      isEditor={can(actor, 'manage.redirects')}
      people={people}
      changed={changedBefore(query('done'), query('left'))}
      bulk={changeManyAction}
      create={createPieceAction}
    />
  )
})
