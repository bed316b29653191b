import type { Actor } from '../kernel/actor'
import { canonicalText, codePoints } from '../kernel/canonical-text'
import { type FieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { LONGEST_WORD, type ListKind, MOST_WORDS, type WordList } from './word-lists'

/** Words for one list, as they were typed or pasted. */
export interface ChangeWordListInput {
  /** Of all lists together. */
  readonly version: number
  readonly kind: ListKind
  readonly language: string
  /** One word or phrase per line; lines that begin with # are notes. */
  readonly words: string
  /** `add` keeps what the list holds, `replace` does not. */
  readonly how: 'add' | 'replace'
}

/** The words of a pasted text, each once. */
export const wordsIn = (pasted: string): readonly string[] => [
  ...new Set(
    pasted
      .split(/\r\n?|\n/)
      .map((line) => canonicalText(line, { singleLine: true }))
      .filter((word) => word !== '' && !word.startsWith('#')),
  ),
]

const problemOf = (words: readonly string[]): FieldProblems | null => {
  const long = words.find((word) => codePoints(word) > LONGEST_WORD)
  if (long !== undefined)
    return {
      words: `A word or phrase may have at most ${LONGEST_WORD} characters. Too long: “${long.slice(0, 40)}…”`,
    }
  if (words.length > MOST_WORDS)
    return {
      words: `A list may hold at most ${MOST_WORDS.toLocaleString('en')} words; this would be ${words.length.toLocaleString('en')}.`,
    }
  return null
}

const isIt =
  ({ kind, language }: ChangeWordListInput) =>
  (list: WordList): boolean =>
    list.kind === kind && list.language === language

/** Changes one list; an empty one is gone. Whoever was faster on any list is a conflict: nothing is written. */
export const changeWordList = async (
  { wordListStore }: Pick<Ports, 'wordListStore'>,
  actor: Actor,
  input: ChangeWordListInput,
): Promise<Result<{ readonly count: number }>> => {
  if (!can(actor, 'manage.settings')) return fail('forbidden', 'Only the owner can change the word lists.')
  const { version, kind, language, how } = input
  const stands = await wordListStore.read()
  const old = stands.lists.find(isIt(input))?.words ?? []
  const words = how === 'replace' ? wordsIn(input.words) : [...new Set([...old, ...wordsIn(input.words)])]
  const problem = problemOf(words)
  if (problem) return invalidFields(problem)
  const others = stands.lists.filter((list) => !isIt(input)(list))
  const lists = words.length > 0 ? [...others, { kind, language, words: [...words] }] : others
  const written =
    stands.version === version &&
    (await wordListStore.write({
      lists,
      expectVersion: version,
      audit: {
        actor,
        action: 'change.words',
        subject: 'setting:words',
        detail: { kind, language, before: old.length, words: words.length, version: version + 1 },
      },
      effects: [
        {
          key: `settings.changed:words:${version + 1}`,
          effect: { kind: 'settings.changed', key: 'words' },
        },
      ],
    }))
  if (written) return ok({ count: words.length })
  return fail(
    'conflict',
    'Somebody else changed the word lists while you were editing. What you typed is still here and not saved yet: saving again applies it to the lists as they are now.',
    { details: { version: (await wordListStore.read()).version } },
  )
}
