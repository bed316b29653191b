import { defineNextRoute } from '@/lib/http/define-next-route'
import { ok } from '@/lib/kernel/result'

/** One list as a text, one word per line. */
export const GET = defineNextRoute({
  for: 'visitor',
  run: async ({ stet, actor, request }) => {
    const found = await stet.settings.words(actor)
    if (!found.ok) return found
    const asked = new URL(request.url).searchParams
    const [kind, language] = [asked.get('kind') ?? '', asked.get('language') ?? '']
    const list = found.value.lists.find((known) => known.kind === kind && known.language === language)
    const name = `${list?.kind ?? 'words'}${list?.language ? `-${list.language}` : ''}.txt`
    return ok(
      new Response(list ? `${list.words.join('\n')}\n` : '', {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
        },
      }),
    )
  },
})
