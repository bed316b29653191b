import type { SiteSettings } from './site-settings'

/** Choices whose words open something elsewhere: the log says that they changed, not to what. */
const SECRET: ReadonlySet<string> = new Set(['screening.akismetKey'])
/** Code points of a value in the log: long texts stand in the settings themselves. */
const SHOWN_MAX = 200

const shown = (name: string, value: unknown): unknown => {
  if (SECRET.has(name)) return value === '' ? '' : '(kept out of the log)'
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const letters = [...(typeof value === 'string' ? value : JSON.stringify(value))]
  const cut = letters.length > SHOWN_MAX ? `${letters.slice(0, SHOWN_MAX).join('')}…` : null
  return cut ?? value
}

/** Choices by name, those of the checks each by its own: `screening.speed`. */
const each = ({ screening, ...others }: SiteSettings): ReadonlyMap<string, unknown> =>
  new Map([
    ...Object.entries(others),
    ...Object.entries(screening).map(([name, choice]) => [`screening.${name}`, choice] as const),
  ])

/** What the log tells of a change: which choices are others now, and what they were and are, as JSON by name. */
export const whatChanged = (
  before: SiteSettings,
  after: SiteSettings,
): { readonly changed: string; readonly before: string; readonly after: string } => {
  const [was, is] = [each(before), each(after)]
  const changed = [...is.keys()].filter(
    (name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)),
  )
  const values = (choices: ReadonlyMap<string, unknown>): string =>
    JSON.stringify(Object.fromEntries(changed.map((name) => [name, shown(name, choices.get(name))])))
  return { changed: changed.join(' '), before: values(was), after: values(is) }
}
