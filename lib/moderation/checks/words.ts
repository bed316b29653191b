import { wordsFinder } from '../find-words'
import { rememberLast } from '../remember-last'
import { type Check, PASS } from './check'

// The automaton of a long list takes a while to build and changes with the settings only.
const bannedIn = rememberLast(wordsFinder)
const suspectIn = rememberLast(wordsFinder)

/** The publication's two lists: words it takes for spam, and words after which a person should look. */
export const words: Check = {
  name: 'words',
  run: ({ body }, { bannedWords, suspectWords }) => {
    const banned = bannedIn(bannedWords)(body)
    if (banned.length > 0) {
      return {
        level: 'spam',
        reason: 'It holds a word from the list of banned words.',
        evidence: { spans: banned },
      }
    }
    const suspect = suspectIn(suspectWords)(body)
    return suspect.length > 0
      ? {
          level: 'hold',
          reason: 'It holds a word from the list of suspect words.',
          nudge: 'This holds words that advertisements and quarrels are often made of.',
          evidence: { spans: suspect },
        }
      : PASS
  },
}
