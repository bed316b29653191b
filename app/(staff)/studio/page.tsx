import type { Metadata } from 'next'
import { NoPiece } from '@/components/studio/no-piece'
import { StudioList } from '@/components/studio/studio-list'
import type { StudioFilter } from '@/components/studio/studio-tabs'
import { ARTICLE_STATUSES } from '@/lib/articles/article-status'
import { statusOf } from '@/lib/http/error-table'
import { ID_PATTERN } from '@/lib/kernel/ids'
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
  const field = (name: string) => query(name)?.slice(0, 200) ?? ''
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | '' =>
    values.find((value) => value === query(name)) ?? ''
  const filter: StudioFilter = {
    ...{ words: field('words'), tag: field('tag'), series: field('series') },
    assigned: oneOf('assigned', ['me']),
    kind: oneOf('kind', ['piece', 'page']),
    author: ID_PATTERN.test(field('author')) ? field('author') : '',
    only: oneOf('only', ['featured', 'soon', 'attention']),
    order: oneOf('order', ['oldest', 'published']),
  }
  const { assigned, kind, author, only, order, ...names } = filter
  const list = await stet.articles.list(actor, {
    ...{ after, ...names },
    ...(status ? { status } : {}),
    ...(assigned ? { assigned } : {}),
    ...(kind ? { kind } : {}),
    ...(author ? { author } : {}),
    ...(only ? { only } : {}),
    ...(order ? { order } : {}),
  })
  if (!list.ok) {
    setStatus(statusOf(list.error.code))
    return <NoPiece error={list.error} />
  }
  const people = await stet.articles.editors(actor)
  const { settings } = await stet.settings.read()
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <StudioList
      list={list.value}
      status={status}
      filter={filter}
      choices={await stet.articles.filters(actor)}
      after={after}
      now={now}
      zone={settings.timeZone}
      isEditor={can(actor, 'manage.redirects')}
      people={people}
      changed={changedBefore(query('done'), query('left'))}
      bulk={changeManyAction}
      create={createPieceAction}
    />
  )
})
