'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/http/define-action'
import { LIST_KINDS } from '@/lib/settings/word-lists'

const LANGUAGE_HELP = 'Write the short form of a language, for example en or de, or leave it empty.'

const wordListForm = z.strictObject({
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  kind: z.enum(LIST_KINDS),
  language: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?:[a-z]{2,3})?$/, LANGUAGE_HELP),
  words: z.string(),
  how: z.enum(['add', 'replace']),
})

export const saveWordListAction = defineAction({
  input: wordListForm,
  textFiles: { file: 'words' },
  run: ({ stet, actor, input }) => stet.settings.changeWords(actor, input),
  goTo: ({ count }, { kind, language }) =>
    `/settings/words?${new URLSearchParams({ kind, language, saved: String(count) }).toString()}`,
})
