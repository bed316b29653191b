'use server'

import { z } from 'zod'
import { changeManyInput } from '@/lib/articles/change-many'
import { defineAction } from '@/lib/http/define-action'

const PICK = /^p-(.+)$/

/** The boxes are fields named after their pieces (`p-<id>`), each with the version that was on the page. */
const bulkForm = z
  .record(z.string(), z.string())
  .transform(({ move, assignedTo, back = '/studio', ...rest }, context) => {
    const picks = Object.entries(rest).map(([name, version]) => ({
      articleId: PICK.exec(name)?.[1],
      version,
    }))
    const parsed = changeManyInput.safeParse({ move, assignedTo, picks })
    if (!parsed.success) {
      for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    return { ...parsed.data, back: /^\/studio(?:\?|$)/.test(back) ? back : '/studio' }
  })

export const changeManyAction = defineAction({
  input: bulkForm,
  run: ({ stet, actor, input: { back: _, ...input } }) => stet.articles.changeMany(actor, input),
  goTo: ({ done, left }, { back }) => {
    const [path = '/studio', query] = back.split('?')
    const next = new URLSearchParams(query)
    next.set('done', String(done))
    next.set('left', String(left))
    return `${path}?${next}`
  },
})
