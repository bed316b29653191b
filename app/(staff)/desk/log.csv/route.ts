import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'
import { logFilter } from '../log/log-filter'

/** `GET /desk/log.csv`: the log as the page filters it, chunk by chunk. */
export const GET = defineNextRoute({
  for: 'visitor',
  run: async ({ stet, actor, request }) => {
    const asked = new URL(request.url).searchParams
    const filter = logFilter((name) => (asked.getAll(name).length === 1 ? asked.get(name) : null))
    const lines = await stet.moderation.exportLog(actor, { filter })
    if (!lines.ok) return lines
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        const { done, value } = await lines.value.next()
        if (done) stream.close()
        else stream.enqueue(encoder.encode(value))
      },
      cancel: async () => void (await lines.value.return(undefined)),
    })
    return ok(
      new Response(body, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="decisions.csv"',
          'cache-control': 'private, no-store',
        },
      }),
    )
  },
})
