import { parseMarkdown } from '../articles/document/parse-markdown'
import { plainText } from '../articles/document/plain-text'
import { renderHtml } from '../articles/document/render-html'
import { textDirection } from '../articles/document/text-direction'
import type { Direction } from '../articles/article'
import type { Ports } from '../ports'
import type { SiteSettings } from '../settings/site-settings'
import type { DecisionReason } from '../settings/decision-reason'

/** What readers are told of how comments are handled. */
export interface GuidelinesView {
  /** The owner's own text, rendered by our renderer; null where they wrote none. */
  readonly own: { readonly html: string; readonly direction: Direction } | null
  /** How comments are handled here, by the settings: one sentence each. */
  readonly handling: readonly string[]
  /** What is turned away, and why. */
  readonly reasons: readonly DecisionReason[]
}

const WAITING: Readonly<Record<SiteSettings['commentMode'], (settings: SiteSettings) => string>> = {
  all: () => 'Every comment waits until a moderator has read it. Nobody else sees it before that.',
  first: ({ trustAfter }) =>
    `Comments of somebody new wait until a moderator has read them. After ${trustAfter} that were approved, yours appear at once, unless a check finds something to look at.`,
  open: () =>
    'Comments appear at once, unless a check finds something that a moderator should look at first.',
  closed: () => 'No comments are taken at the moment.',
}

const editing = ({ editMinutes }: SiteSettings): string =>
  editMinutes === 0
    ? 'An approved comment can be removed by its author, but not changed.'
    : `You can change an approved comment for ${editMinutes} ${editMinutes === 1 ? 'minute' : 'minutes'}. A change is read by a moderator too; until then the earlier text stays.`

const links = ({ maxLinks }: SiteSettings): string =>
  maxLinks === 0
    ? 'A comment with a link waits for a moderator.'
    : `A comment with more than ${maxLinks} ${maxLinks === 1 ? 'link' : 'links'} waits for a moderator.`

const ownText = ({ guidelines }: SiteSettings): GuidelinesView['own'] => {
  const document = guidelines === '' ? null : parseMarkdown(guidelines)
  if (!document?.ok) return null
  const direction = textDirection(plainText(document.value)) ?? 'ltr'
  return { html: renderHtml(document.value, direction), direction }
}

/** What commenters are asked for, and what becomes of what they write. */
export const readGuidelines = async ({
  settingsStore,
}: Pick<Ports, 'settingsStore'>): Promise<GuidelinesView> => {
  const { settings } = await settingsStore.read()
  return {
    own: ownText(settings),
    handling: [
      WAITING[settings.conversationClosed ? 'closed' : settings.commentMode](settings),
      editing(settings),
      links(settings),
    ],
    reasons: settings.reasons,
  }
}
