import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { DeskWriter } from './desk-store'
import { CHECKS } from './checks/index'
import { type LanguageChoice, languageChoices } from './language-choices'
import { SCRIPT_NAMES } from './script-of'

/** What the fields of the desk's filter offer. */
export interface DeskChoices {
  readonly checks: readonly string[]
  readonly scripts: readonly string[]
  readonly languages: readonly LanguageChoice[]
  readonly writers: readonly DeskWriter[]
  readonly savedReplies: readonly { readonly name: string; readonly body: string }[]
  readonly reasonRequired: boolean
}

const WRITERS_MAX = 200
const NOTHING: DeskChoices = {
  checks: [],
  scripts: [],
  languages: [],
  writers: [],
  savedReplies: [],
  reasonRequired: false,
}

/** Checks that object, in the order of the house policy; the others turn an author away before anything is stored. */
const REFUSING: ReadonlySet<string> = new Set(['closed', 'parent-visible', 'length', 'shouting'])

type Deps = Pick<Ports, 'deskStore' | 'settingsStore'>

/** What the filters and forms of the desk offer; nothing to whoever may not open it. */
export const deskChoices = async ({ deskStore, settingsStore }: Deps, actor: Actor): Promise<DeskChoices> => {
  if (!can(actor, 'open.desk')) return NOTHING
  const [{ settings }, writers, languages] = await Promise.all([
    settingsStore.read(),
    deskStore.writers(WRITERS_MAX),
    deskStore.languages(),
  ])
  return {
    checks: CHECKS.map(({ name }) => name).filter((name) => !REFUSING.has(name)),
    scripts: SCRIPT_NAMES,
    languages: languageChoices(languages),
    writers,
    savedReplies: settings.savedReplies,
    reasonRequired: settings.reasonRequired,
  }
}
