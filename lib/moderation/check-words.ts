/** What the checks look at, for people: moderators are never shown the name by which the house calls one. */
const CHECK_WORDS: Readonly<Record<string, string>> = {
  closed: 'Comments are closed',
  'parent-visible': 'The comment it answers',
  length: 'Length',
  mode: 'Everything is read first',
  words: 'Listed words',
  links: 'Many links',
  shorteners: 'Links that hide where they lead',
  'domain-record': 'Links to places turned away before',
  duplicate: 'The same words again',
  'near-repeat': 'Nearly the same words',
  'slow-mode': 'Slow mode',
  speed: 'Many comments at once',
  'new-author': 'First comment of its author',
  'rejection-rate': 'Author turned away often',
  imitation: 'Name like the staff’s',
  script: 'Another script',
  'disposable-mail': 'Throw-away mail address',
  shouting: 'Capitals',
  trap: 'Hidden field filled in',
  'time-trap': 'Written too fast',
  proof: 'Wrong proof of work',
  measures: 'Written with what a banned person used',
  hook: 'External checker',
  akismet: 'Akismet',
}

/** What people call a check; its own name where nobody has given it another. */
export const checkWords = (check: string): string => CHECK_WORDS[check] ?? check
