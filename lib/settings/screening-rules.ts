import { z } from 'zod'
import { text, whole } from './bounded'

/** Addresses of checkers outside: https, or this machine. */
const HOOK_HELP = 'Write a whole address that begins with https://, or leave it empty.'
const hookAddress = z
  .string()
  .max(500, HOOK_HELP)
  .refine(
    (typed) => typed === '' || (URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)),
    HOOK_HELP,
  )

/** How strict the checks are beyond words and links. A zero or `false` switches one off. */
export const screeningRules = z
  .strictObject({
    /** Links that hide where they lead (bit.ly and its like) hold a comment. */
    shorteners: z.boolean().default(true),
    /** Links to domains whose earlier comments here were mostly turned away hold a comment. */
    domainRecord: z.boolean().default(true),
    /** More comments than this of one person in ten minutes hold the next one. */
    speed: whole({ min: 0, max: 100 }).default(6),
    /** Somebody's first comment waits, in every mode. */
    newAuthor: z.boolean().default(false),
    /** From this share (per cent) of the decided comments of the last seven days turned away, the next ones wait. */
    rejectionRate: whole({ min: 0, max: 100 }).default(30),
    /** Names that look like the staff's, or claim an office, hold a comment. */
    imitation: z.boolean().default(true),
    /** Texts in another script than the piece's hold a comment. */
    script: z.boolean().default(false),
    /** Mail addresses made to be thrown away hold a comment. */
    disposableMail: z.boolean().default(true),
    /** Comments sent faster than this (seconds after their form came into use) wait. */
    timeTrap: whole({ min: 0, max: 60 }).default(3),
    /** A checker of one's own, asked over HTTP; '' for none. */
    hook: hookAddress.default(''),
    akismet: z.boolean().default(false),
    akismetKey: text({ min: 0, max: 100 }).default(''),
    /** Whether the local learner scores comments. */
    learner: z.boolean().default(true),
  })
  .prefault({})
