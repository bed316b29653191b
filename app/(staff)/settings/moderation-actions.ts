'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/http/define-action'
import { parseReasons, parseSavedReplies } from '@/lib/settings/parse-reasons'
import { screeningRules } from '@/lib/settings/screening-rules'
import { siteSettings } from '@/lib/settings/site-settings'

const REPLIES_HELP = 'Begin each reply with a line “# its name”, and write what is said below it.'
const MOST_TEXT = 200_000

const number = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'Enter a whole number.')
  .transform(Number)
const yes = z.enum(['yes', 'no']).transform((choice) => choice === 'yes')

const { reasons, savedReplies } = siteSettings.shape
const rules = screeningRules.unwrap().shape

const reasonForm = z
  .strictObject({
    version: number,
    reasons: z.string().max(MOST_TEXT).transform(parseReasons).pipe(reasons.unwrap()),
    reasonRequired: yes,
    veilWords: yes,
    mixedDiet: yes,
    savedReplies: z
      .string()
      .max(MOST_TEXT)
      .transform((text, ctx) => {
        const replies = parseSavedReplies(text)
        if (replies) return replies
        ctx.addIssue({ code: 'custom', message: REPLIES_HELP })
        return z.NEVER
      })
      .pipe(savedReplies.unwrap()),
  })
  .transform(({ version, ...settings }) => ({ version, settings }))

const checkForm = z
  .strictObject({
    version: number,
    shorteners: yes,
    domainRecord: yes,
    imitation: yes,
    disposableMail: yes,
    newAuthor: yes,
    script: yes,
    speed: number.pipe(rules.speed.unwrap()),
    rejectionRate: number.pipe(rules.rejectionRate.unwrap()),
    timeTrap: number.pipe(rules.timeTrap.unwrap()),
    hook: z.string().trim().pipe(rules.hook.unwrap()),
    akismet: yes,
    akismetKey: z.string().trim().pipe(rules.akismetKey.unwrap()),
    learner: yes,
  })
  .refine(({ akismet, akismetKey }) => !akismet || akismetKey !== '', {
    path: ['akismetKey'],
    message: 'Akismet needs a key. Get one there, or leave it switched off.',
  })
  .transform(({ version, ...screening }) => ({ version, settings: { screening } }))

export const saveReasonsAction = defineAction({
  input: reasonForm,
  run: ({ stet, actor, input }) => stet.settings.change(actor, input),
  goTo: () => '/settings/reasons?saved',
})

export const saveChecksAction = defineAction({
  input: checkForm,
  run: ({ stet, actor, input }) => stet.settings.change(actor, input),
  goTo: () => '/settings/checks?saved',
})
