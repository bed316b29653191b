import type { Chance } from '../chance'

/** Sentences with holes, and what fills them. */
export interface Grammar {
  /** How often this one speaks, beside the others. */
  readonly share: number
  readonly starts: readonly string[]
  readonly slots: Readonly<Record<string, readonly string[]>>
}

const DEEPEST = 6

const fill = ({ slots }: Grammar, text: string, chance: Chance): string => {
  let filled = text
  for (let depth = 0; depth < DEEPEST && /\{/.test(filled); depth += 1) {
    filled = filled.replace(/\{([^{}]+)\}/gu, (hole, name: string) => {
      const choices = slots[name]
      return choices ? chance.pick(choices) : hole
    })
  }
  return filled
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** What people's fingers do. */
const typed = (text: string, chance: Chance): string => {
  switch (chance.below(12)) {
    case 0:
      return text.toLowerCase()
    case 1:
      return text.replace(/[.]$/u, '')
    case 2:
      return `${text} ${chance.pick([':)', '😀', '!', '...', '😉', 'lol', '🙏'])}`
    case 3: {
      const at = 1 + chance.below(Math.max(1, text.length - 2))
      return text.slice(0, at) + text.slice(at + 1)
    }
    default:
      return capital(text)
  }
}

export const speak = (grammars: readonly Grammar[], chance: Chance): string => {
  const all = grammars.reduce((sum, { share }) => sum + share, 0)
  let left = chance.below(all)
  const grammar = grammars.find(({ share }) => (left -= share) < 0)
  if (!grammar) throw new Error('nobody speaks')
  return typed(fill(grammar, chance.pick(grammar.starts), chance), chance)
}
