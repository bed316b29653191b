import { z } from 'zod'
import type { AuditEntry } from '../kernel/audit'
import type { QueuedEffect } from '../kernel/effect'
import { text, whole } from './bounded'
import { decisionReason, savedReply } from './decision-reason'
import { HOUSE_REASONS } from './house-reasons'
import { navigation } from './navigation'
import { screeningRules } from './screening-rules'
import { themeFields } from './theme'
import { readLanguage } from '../kernel/language'
import { isZone } from '../kernel/wall-time'

/** In code points. */
export const PUBLICATION_NAME_MAX = 120

/** In code points. */
export const MAINTENANCE_NOTE_MAX = 300

const PROFILE_HELP = 'Write whole addresses, one per line, for example https://social.example/@news.'
const profile = z
  .string()
  .max(500, PROFILE_HELP)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), PROFILE_HELP)

const HUB_HELP = 'Write the whole address of a hub, beginning with https://, or leave it empty.'
const hubAddress = z
  .string()
  .trim()
  .max(500, HUB_HELP)
  .refine((text) => text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)), HUB_HELP)
  // As it stands in a header.
  .transform((text) => (text === '' ? '' : new URL(text).href))
  .pipe(z.string().max(500, HUB_HELP))

/** The owner's choices, one stored row (`site`), compare-and-set by version. */
export const siteSettings = z.strictObject({
  name: text({ min: 1, max: PUBLICATION_NAME_MAX }),
  description: text({ min: 0, max: 300 }).default(''),
  /** Markdown for /guidelines; '' for the text of the house. */
  guidelines: text({ min: 0, max: 20_000 }).default(''),
  commentMode: z.enum(['all', 'first', 'open', 'closed']).default('all'),
  /** Every thread is closed, whatever a piece says of its own: for an emergency (lib/accounts/close-conversation.ts). */
  conversationClosed: z.boolean().default(false),
  /** Readers are asked to come back later; the staff work on (lib/accounts/change-maintenance.ts). */
  maintenance: z.boolean().default(false),
  /** What readers are told meanwhile; '' for the words of the house. */
  maintenanceNote: text({ min: 0, max: MAINTENANCE_NOTE_MAX }).default(''),
  /** Approved comments a proven identity needs in mode `first`. */
  trustAfter: whole({ min: 1, max: 100 }).default(2),
  /** Minutes after posting during which an author may still edit an approved comment. */
  editMinutes: whole({ min: 0, max: 1440 }).default(15),
  /** Days after publication at which the comments of a piece close that sets no date of its own; 0: never. */
  closeAfterDays: whole({ min: 0, max: 3_650 }).default(0),
  /** Minutes between two comments of one person under one piece; 0: none. */
  slowMinutes: whole({ min: 0, max: 1_440 }).default(0),
  /** Why comments are turned away: the list moderators choose from, in their order. */
  reasons: z
    .array(decisionReason)
    .max(30)
    .default(() => [...HOUSE_REASONS]),
  /** Whether a comment may be rejected only with a reason. */
  reasonRequired: z.boolean().default(false),
  /** Whether words of the house's lists are blurred at the desk until somebody asks for them. */
  veilWords: z.boolean().default(true),
  /** Whether one card in five at the desk is one that will most likely stand. */
  mixedDiet: z.boolean().default(false),
  savedReplies: z.array(savedReply).max(50).default([]),
  /** What the checks look at, and how strictly. */
  screening: screeningRules,
  /** More links than this hold a comment. */
  maxLinks: whole({ min: 0, max: 50 }).default(2),
  /** Asks search engines to quote no comment under their links (`data-nosnippet`). */
  nosnippet: z.boolean().default(false),
  /** Whose clocks the studio shows: a zone of the IANA database. */
  timeZone: z.string().refine(isZone, 'Choose a time zone such as Europe/Vienna.').default('UTC'),
  /** Language tags; new pieces begin with the first. */
  languages: z
    .array(
      z.string().refine((tag) => readLanguage(tag) === tag, 'Write language tags such as en, de-AT or ar.'),
    )
    .min(1, 'Name at least one language.')
    .max(20, 'Name at most 20 languages.')
    .default(['en']),
  /** Told of changes of our feeds (WebSub); '' for none. */
  webSubHub: hubAddress.default(''),
  /** Shows search engines that news of changes comes from us (IndexNow); '' for none. */
  indexNowKey: z
    .string()
    .trim()
    .regex(/^(?:[A-Za-z0-9-]{8,128})?$/, 'Use 8 to 128 letters, numbers or hyphens, or leave it empty.')
    .default(''),
  /** The publication's pages elsewhere (`rel=me`, structured data). */
  profiles: z.array(profile).max(10, 'Name at most 10 pages.').default([]),
  navigation,
  ...themeFields,
})
export type SiteSettings = z.infer<typeof siteSettings>

/** Choices with all that comes of them, stored in one transaction. */
export interface SettingsChange {
  readonly settings: SiteSettings
  /** Compare-and-set; the row then has version + 1. */
  readonly expectVersion: number
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** Port: the owner’s choices, all of one version. */
export interface SettingsStore {
  /**
   * The stored settings with defaults filled in; the defaults alone before the first run. `unread`: keys that a newer version
   * has stored and this one does not understand; absent where there are none.
   */
  read(): Promise<{
    readonly settings: SiteSettings
    readonly version: number
    readonly unread?: readonly string[]
  }>
  /** False when the version has moved on: nothing was written. Audit line and effects are in the same transaction. */
  write(change: SettingsChange): Promise<boolean>
}
