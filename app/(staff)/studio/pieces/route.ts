import { PUBLIC } from '@/lib/articles/article-status'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** As many as a person looks through. */
const MOST = 8
/** Letters of a title that are looked for. */
const LONGEST = 100

/** Pieces to link to, by words of their titles: for `@` in the editor. */
export const GET = defineNextRoute({
  for: 'visitor',
  run: async ({ stet, actor, request }) => {
    const title = (new URL(request.url).searchParams.get('title') ?? '').slice(0, LONGEST)
    const list = await stet.articles.list(actor, { title })
    if (!list.ok) return list
    const pieces = list.value.rows.items.slice(0, MOST).map(({ id, title, status }) => ({
      id,
      title,
      isPublic: PUBLIC.has(status),
    }))
    return ok(Response.json({ pieces }, { headers: { 'cache-control': 'private, no-store' } }))
  },
})
