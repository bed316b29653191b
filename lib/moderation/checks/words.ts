import type { Draft } from '../../comments/screening'
import type { WordList } from '../../settings/word-lists'
import { type FoundWord, type WordFinder, makeWordFinder } from '../words/word-finder'
import { type Check, type Finding, PASS } from './check'

// The automaton of long lists takes a while to build: it is kept as long as the lists are the same object.
const finders = new WeakMap<readonly WordList[], WordFinder>()

/** Places of the lists’ words in a text. */
export const finderOf = (lists: readonly WordList[]): WordFinder => {
  const known = finders.get(lists)
  if (known) return known
  const finder = makeWordFinder(lists.map(({ words }) => words))
  finders.set(lists, finder)
  return finder
}

/** A list of a language is for pieces in it: “slut” is Swedish for “end”. */
const isFor = ({ language }: WordList, { article }: Draft): boolean =>
  language === '' || article?.language.split('-')[0]?.toLowerCase() === language

const finding = (found: readonly FoundWord[], what: string): Omit<Finding, 'level'> => ({
  reason: `It holds ${found.length === 1 ? 'a word' : `${found.length} words`} from the list of ${what} words.`,
  evidence: { spans: found.map(({ span }) => span) },
})

/** The publication's lists: words it takes for spam, and words after which a person should look. */
export const words: Check = {
  name: 'words',
  run: async (draft, _settings, { wordListStore }) => {
    const { lists } = await wordListStore.read()
    if (lists.length === 0) return PASS
    const onList = (text: string, kind: WordList['kind']): readonly FoundWord[] =>
      finderOf(lists)(text).filter(({ list }) => {
        const known = lists[list]
        return known !== undefined && known.kind === kind && isFor(known, draft)
      })
    const banned = onList(draft.body, 'banned')
    if (banned.length > 0) return { level: 'spam', ...finding(banned, 'banned') }
    const suspect = onList(draft.body, 'suspect')
    if (suspect.length > 0) {
      return {
        level: 'hold',
        ...finding(suspect, 'suspect'),
        nudge: 'This holds words that advertisements and quarrels are often made of.',
      }
    }
    const named = (['banned', 'suspect'] as const).some((kind) => onList(draft.name, kind).length > 0)
    return named
      ? { level: 'hold', reason: 'The name holds a listed word.', evidence: { facts: { name: draft.name } } }
      : PASS
  },
}
