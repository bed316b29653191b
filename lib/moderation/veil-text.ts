import type { Ports } from '../ports'
import { finderOf } from './checks/words'
import { markText } from './mark-text'
import type { TextRun } from './queue-view'

/** Cuts a text so that words of the house's lists can be blurred until somebody asks for them. */
export type Veil = (text: string) => readonly TextRun[]

/**
 * For texts that are shown without what the checks once said of them, or cut: looks for the lists' words anew, in every
 * language, because a slur is none the less one below a piece in another. Shows everything where the house wants that.
 */
export const readVeil = async ({
  settingsStore,
  wordListStore,
}: Pick<Ports, 'settingsStore' | 'wordListStore'>): Promise<Veil> => {
  const [{ settings }, { lists }] = await Promise.all([settingsStore.read(), wordListStore.read()])
  if (!settings.veilWords || lists.length === 0) return (text) => [{ text, marked: false }]
  const find = finderOf(lists)
  return (text) =>
    markText(
      text,
      find(text).map(({ span }) => span),
    ).map((run) => (run.marked ? { ...run, veiled: true } : run))
}
