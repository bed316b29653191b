import { holdArticleInput } from '@/lib/articles/hold-article'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** What an open page says every few seconds: that somebody writes there, or would like to. */
export const POST = defineNextRoute({
  for: 'visitor',
  body: holdArticleInput,
  run: async ({ stet, actor, input }) => {
    const lock = await stet.articles.hold(actor, input)
    return lock.ok
      ? ok(Response.json(lock.value, { headers: { 'cache-control': 'private, no-store' } }))
      : lock
  },
})
