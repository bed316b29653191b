/** What the owner chose: the publication's name, its character, and the words that make a moderator look twice. */
export const PUBLICATION = {
  name: 'Slackwater',
  description: 'A paper about rivers, harbours and the people who keep them going.',
  timeZone: 'Europe/London',
  navigation: {
    header: [
      { label: 'Measuring the Merrow', href: '/series/measuring-the-merrow' },
      { label: 'Tags', href: '/tags' },
      { label: 'Archive', href: '/archive' },
      { label: 'About', href: '/about' },
      { label: 'Search', href: '/search' },
    ],
    footer: [
      { label: 'Front page', href: '/' },
      { label: 'About', href: '/about' },
      { label: 'Series', href: '/series' },
      { label: 'Authors', href: '/authors' },
      { label: 'Guidelines', href: '/guidelines' },
      { label: 'Transparency', href: '/transparency' },
      { label: 'Feed', href: '/feed.xml' },
      { label: 'Sign in', href: '/login' },
    ],
  },
  suspectWords: ['scam', 'idiots', 'guaranteed returns', 'miracle'],
  bannedWords: ['casino bonus', 'payday loan'],
}
