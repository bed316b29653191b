import type { ArticleView } from '../articles/article-view'
import type { Ports } from '../ports'

/** What the views of a thread need to know of the piece and of the house it stands in: the same for every reader. */
export interface ThreadPlace {
  /** Of the piece, site-relative: what its thread needs stands below it. */
  readonly path: string
  /** Whether comments are taken. */
  readonly open: boolean
  /** Whether a moderator reads each comment first: said before posting. */
  readonly everyCommentWaits: boolean
  /** When they are taken no more; null where no moment is set. ISO 8601 UTC. */
  readonly closesAt: string | null
  /** Of the publication, by whose clocks that is told: the editors set it by them. */
  readonly zone: string
  /** How long that takes as a rule, in words ("within 2 hours"); null while too little is known to say. */
  readonly wait: string | null
  /** Whether a commenter can ask for mail: only where the operator has set up a way to send it. */
  readonly mail: boolean
  /** Search engines are asked to quote no comment. */
  readonly nosnippet: boolean
}

/** Declared here because the form says it; lib/moderation/typical-wait.ts is the one implementation, compose.ts passes it in. */
export interface Waiting {
  readonly typicalWait: () => Promise<string | null>
}

/** The place of a piece's thread. */
export const threadPlace = async (
  { settingsStore, typicalWait, mailer }: Pick<Ports, 'settingsStore' | 'mailer'> & Waiting,
  {
    base,
    commentsOpen,
    everyCommentWaits,
    commentsCloseAt,
  }: Pick<ArticleView, 'base' | 'commentsOpen' | 'everyCommentWaits' | 'commentsCloseAt'>,
): Promise<ThreadPlace> => {
  const [{ settings }, wait] = await Promise.all([
    settingsStore.read(),
    everyCommentWaits ? typicalWait() : null,
  ])
  return {
    path: base,
    open: commentsOpen,
    everyCommentWaits,
    closesAt: commentsCloseAt,
    zone: settings.timeZone,
    wait,
    mail: mailer !== null,
    nosnippet: settings.nosnippet,
  }
}
