import { saveArticleInput } from '@/lib/articles/save-article-input'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { statusOf } from '@/lib/http/error-table'
import { ok } from '@/lib/kernel/result'
import { carryOut, changeFields } from '../carry-out'

const NEVER_KEPT = { headers: { 'cache-control': 'private, no-store' } }

/** A button of the editor, pressed where scripts run: what the form of the page posts, answered in place. */
export const POST = defineNextRoute({
  for: 'visitor',
  body: saveArticleInput.omit({ direction: true, settles: true }).required().extend(changeFields),
  run: async (visit) => {
    const edited = await carryOut(visit)
    return edited.ok ? ok(Response.json(edited.value, NEVER_KEPT)) : edited
  },
  // How the piece stands by now goes along; a page of our own asks, so it may have the details.
  refuse: async ({ error }) => Response.json({ error }, { ...NEVER_KEPT, status: statusOf(error.code) }),
})
