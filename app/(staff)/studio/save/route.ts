import { z } from 'zod'
import { saveArticleInput } from '@/lib/articles/save-article-input'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { statusOf } from '@/lib/http/error-table'
import { ok } from '@/lib/kernel/result'

const NEVER_KEPT = { headers: { 'cache-control': 'private, no-store' } }

/** What the editor saves by itself while somebody writes. Answers with what is different by now, and no more. */
export const POST = defineNextRoute({
  for: 'visitor',
  body: saveArticleInput.omit({ direction: true }).extend({ slugBefore: z.string().max(10_000) }),
  run: async ({ stet, actor, input: { slug, slugBefore, ...typed } }) => {
    // An address that was left alone is no wish: it may have moved on since the page was opened.
    const saved = await stet.articles.save(actor, { ...typed, ...(slug === slugBefore ? {} : { slug }) })
    if (!saved.ok) return saved
    const { merged, updatedAt, ...stands } = saved.value
    // A piece is printed to be opened, which takes longer than saving it: only where there is something to show.
    const piece = merged ? await stet.articles.open(actor, { articleId: typed.articleId }) : ok(null)
    if (!piece.ok) return piece
    const answer = { ...stands, updatedAt: new Date(updatedAt).toISOString(), piece: piece.value }
    return ok(Response.json(answer, NEVER_KEPT))
  },
  // A conflict shows both texts; a page of our own asks, so it may have the details.
  refuse: async ({ error }) => Response.json({ error }, { ...NEVER_KEPT, status: statusOf(error.code) }),
})
