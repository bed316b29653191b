import { previewTextInput } from '@/lib/articles/preview-text'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** Markdown in, what readers would see out; nothing is stored. Asked by the editor while somebody writes. */
export const POST = defineNextRoute({
  for: 'visitor',
  body: previewTextInput,
  run: async ({ stet, actor, input }) => {
    const preview = await stet.articles.preview(actor, input)
    return preview.ok
      ? ok(Response.json(preview.value, { headers: { 'cache-control': 'private, no-store' } }))
      : preview
  },
})
