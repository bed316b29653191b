import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** Pictures of the library, newest first, to be put into a text: for the editor's dialog. `after` is a cursor. */
export const GET = defineNextRoute({
  for: 'visitor',
  run: async ({ stet, actor, request }) => {
    const after = (new URL(request.url).searchParams.get('after') ?? '').slice(0, 100)
    const list = await stet.media.list(actor, { after })
    if (!list.ok) return list
    const pictures = list.value.items.map(
      ({ address, src, srcset, fileName, alt, caption, credit, focus }) => ({
        ...{ address, src, srcset, fileName, alt, caption, credit, focus },
      }),
    )
    const { next } = list.value
    return ok(Response.json({ pictures, next }, { headers: { 'cache-control': 'private, no-store' } }))
  },
})
