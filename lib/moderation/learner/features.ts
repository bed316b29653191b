import { foldText } from '../../kernel/fold-text'
import { linksIn } from '../links-in'

/** What the learner sees of a comment. Nothing of its place in time, and nobody's address. */
export interface LessonText {
  readonly body: string
  /** '' for none. */
  readonly name: string
  /** Written with an account. */
  readonly member: boolean
  readonly reply: boolean
}

/** One thing about a text, in words that a moderator understands. */
export type Feature = string

/** Number of weights: 2^18. Two features that share one are rare, and both are learned from. */
export const WEIGHTS = 2 ** 18
/** Raised whenever texts are taken apart in another way: what was learned before is learned again from the log. */
export const FEATURES_VERSION = 1

/** Words looked at; the rest of a very long text says the same. */
const MOST_TOKENS = 1_500

const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}])[\p{L}\p{M}])+|\p{N}+|[$€£%!?@#]/gu

/** Every number is the same word but for its length: +44 7700 900123 and $5,000 differ from 1953. */
const tokenOf = (match: string): string =>
  /^\p{N}+$/u.test(match) ? `number of ${match.length} digits` : match

const tokensOf = (text: string): readonly string[] =>
  (foldText(text).match(TOKEN) ?? []).slice(0, MOST_TOKENS).map(tokenOf)

const scale = (count: number): string => (count < 3 ? String(count) : count < 6 ? '3 to 5' : '6 and more')
const share = (part: number, all: number): string => {
  const ratio = all === 0 ? 0 : part / all
  return ratio === 0 ? 'no' : ratio < 0.1 ? 'few' : ratio < 0.5 ? 'many' : 'mostly'
}
const counted = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const lengthOf = (text: string): string => {
  const steps = [20, 60, 150, 400, 1_000]
  const step = steps.find((most) => text.length < most)
  return step === undefined ? 'long text' : `text below ${step} characters`
}

const structure = ({ body, name, member, reply }: LessonText): readonly Feature[] => {
  const links = linksIn(body)
  const letters = counted(body, /\p{L}/gu)
  return [
    `${scale(links.length)} links`,
    ...links.map(({ domain }) => `link to ${domain}`),
    lengthOf(body),
    `${share(counted(body, /\p{Lu}/gu), letters)} capitals`,
    `${share(counted(body, /\p{N}/gu), body.length)} digits`,
    `${scale(counted(body, /!/g))} exclamation marks`,
    `${scale(counted(body, /\p{Extended_Pictographic}/gu))} pictures`,
    `${scale(counted(body, /\n/g))} line breaks`,
    name === '' ? 'no name' : 'a name',
    member ? 'an account' : 'a guest',
    reply ? 'a reply' : 'no reply',
    ...tokensOf(name).map((word) => `name “${word}”`),
  ]
}

/** Everything the learner knows a text by, each once, in a fixed order. */
export const featuresOf = (text: LessonText): readonly Feature[] => {
  const words = tokensOf(text.body)
  const pairs = words.slice(1).map((word, n) => `“${words[n] ?? ''} ${word}”`)
  return [...new Set([...words.map((word) => `“${word}”`), ...pairs, ...structure(text)])]
}

/** FNV-1a over UTF-16 units: the same on every machine. */
export const weightOf = (feature: Feature): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (WEIGHTS - 1)
}

/** The weights a text touches, each once. */
export const weightsOf = (text: LessonText): readonly number[] => [...new Set(featuresOf(text).map(weightOf))]
