/** What the owner chose: the publication's name, its character, and the words that make a moderator look twice. */
export const PUBLICATION = {
  name: 'Slackwater',
  description: 'A paper about rivers, harbours and the people who keep them going.',
  suspectWords: ['scam', 'idiots', 'guaranteed returns', 'miracle'],
  bannedWords: ['casino bonus', 'payday loan'],
} as const
