import { convertTextInput } from '@/lib/articles/convert-text'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** A text in Markdown and as the editor's document, whichever came in; nothing is stored. */
export const POST = defineNextRoute({
  for: 'visitor',
  body: convertTextInput,
  run: async ({ stet, actor, input }) => {
    const converted = await stet.articles.convert(actor, input)
    return converted.ok
      ? ok(Response.json(converted.value, { headers: { 'cache-control': 'private, no-store' } }))
      : converted
  },
})
