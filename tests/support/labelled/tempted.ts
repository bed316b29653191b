import type { Grammar } from './grammar'

/** Honest comments that speak of what spam speaks of: a learner has to look twice. */
export const TEMPTED: readonly Grammar[] = [
  {
    share: 1,
    starts: [
      'The casino on the pier closed in {year}, and nobody misses it.',
      'Has anybody paid the ferry with bitcoin yet? Asking for my {who}.',
      'Great article, thanks for sharing. My {who} cried.',
      'I made a video of the flood, it is on my channel: https://video.example/{year}',
      'Thanks for the informative article about the {thing}.',
      'Subscribe to the paper, people. It costs less than a coffee.',
      'My {who} lost £{money} to one of those crypto traders. Do not click on anything.',
      'See the minutes at https://council.example/{year}/{thing} and the map at https://maps.example/{thing}',
      'FREE parking at the {thing}? In this town? Never!!!',
      'The loan for the {thing} was approved in {year}, at {money} percent of nothing.',
      'I earn {money} a week on that boat and I would not sell it.',
      'Doctor {name} delivered half of this town, bless him.',
      'Write me at ann@{thing}.example if you have the old photographs.',
      'Who else follows the harbour on whatsapp? Their pictures are the best.',
      'I really enjoyed reading this, keep it up!',
    ],
    slots: {
      year: ['1974', '1987', '2004', '2019'],
      who: ['mother', 'neighbour', 'uncle'],
      thing: ['harbour', 'lock', 'bridge', 'weir'],
      money: ['50', '200', '5,000', '3'],
      name: ['Osei', 'Hancock', 'Fuchs'],
    },
  },
]
