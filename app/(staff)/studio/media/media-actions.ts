'use server'

import { describeMediaInput } from '@/lib/media/describe-media'
import { removeMediaInput } from '@/lib/media/remove-media'
import { defineAction } from '@/lib/http/define-action'

export const describeMediaAction = defineAction({
  input: describeMediaInput,
  run: ({ stet, actor, input }) => stet.media.describe(actor, input),
  goTo: ({ name }) => `/studio/media?said=${name}#m-${name}`,
})

export const removeMediaAction = defineAction({
  input: removeMediaInput,
  run: ({ stet, actor, input }) => stet.media.remove(actor, input),
  goTo: () => '/studio/media',
})
