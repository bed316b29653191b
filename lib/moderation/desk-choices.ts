import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { CHECKS } from './checks/index'
import { SCRIPT_NAMES } from './script-of'

/** What the fields of the desk's filter offer. */
export interface DeskChoices {
  readonly checks: readonly string[]
  readonly scripts: readonly string[]
  /** People with a byline: address of their page, and name. */
  readonly writers: readonly { readonly slug: string; readonly name: string }[]
  readonly savedReplies: readonly { readonly name: string; readonly body: string }[]
  readonly reasonRequired: boolean
}

const WRITERS_MAX = 200
const NOTHING: DeskChoices = { checks: [], scripts: [], writers: [], savedReplies: [], reasonRequired: false }

/** Checks that object, in the order of the house policy; the others turn an author away before anything is stored. */
const REFUSING: ReadonlySet<string> = new Set(['closed', 'parent-visible', 'length', 'shouting'])

/** What the filters and forms of the desk offer; nothing to whoever may not open it. */
export const deskChoices = async (
  { pieceIndex, settingsStore, clock }: Pick<Ports, 'pieceIndex' | 'settingsStore' | 'clock'>,
  actor: Actor,
): Promise<DeskChoices> => {
  if (!can(actor, 'open.desk')) return NOTHING
  const [{ settings }, authors] = await Promise.all([
    settingsStore.read(),
    pieceIndex.authors(clock.now(), WRITERS_MAX),
  ])
  return {
    checks: CHECKS.map(({ name }) => name).filter((name) => !REFUSING.has(name)),
    scripts: SCRIPT_NAMES,
    writers: authors.map(({ slug, name }) => ({ slug, name })),
    savedReplies: settings.savedReplies,
    reasonRequired: settings.reasonRequired,
  }
}
