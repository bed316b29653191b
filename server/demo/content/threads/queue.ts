import type { CommenterKey } from '../commenters'
import { type DemoComment, type DemoThread, justSaid } from '../demo-comment'

/** Nearly the same words from many names: what the desk shows as one card. */
const lucky = (by: CommenterKey, minutes: number, sum: string, days: string): DemoComment =>
  justSaid(
    by,
    minutes,
    `I was deep in debt until I found Mr Harlan Brook here. He turned my ${sum} into a fortune within ${days} days, with guaranteed returns and no risk at all. Write to harlan.brook@fortune.example and thank me later.`,
  )

/** The last hours: what waits at the desk, for every reason there is, and what was decided just now. */
export const queueThreads: readonly DemoThread[] = [
  {
    under: 'ferry',
    comments: [
      justSaid('fan', 520, 'My grandmother took this boat to her own wedding, and her hat did not.'),
      justSaid(
        'engineer',
        430,
        `Since people asked about boats with a propeller at each end, here are four that work:

https://boats.example/double-ended/one
https://boats.example/double-ended/two
https://boats.example/double-ended/three
https://boats.example/double-ended/four

The third is the one I would copy.`,
      ),
      justSaid('ottilie', 395, 'Is the questionnaire public? Our village would like to borrow it.'),
      justSaid(
        'anonToo',
        350,
        'Does anybody else think the whole “shared grant” is a scam to keep the road fund quiet? I’d honestly like to be told that I am wrong.',
      ),
      justSaid('yuki', 280, '来月、乗りに行きます。何時の便がいちばん静かですか。'),
      justSaid('agnieszka', 240, 'Posted twice by accident, sorry. Is the Thursday tuba real?'),
      justSaid('deniz', 236, 'Posted twice by accident, sorry. Is the Thursday tuba real?'),
      justSaid(
        'hattie',
        90,
        'Admiral was on the quay this morning in a yellow coat. I have nothing to add.',
        {
          key: 'coat',
          then: [
            { do: 'approve', in: 4, by: 'sam' },
            {
              do: 'edit',
              in: 11,
              body: 'Admiral was on the quay this morning in a new yellow coat, and sat for the whole crossing. I have nothing more to add.',
            },
          ],
        },
      ),
      justSaid('nurse', 60, 'It was a birthday present. He is nine.', { to: 'coat' }),
      justSaid(
        'kofi',
        48,
        `Two questions after reading the resolution:

1. Does the hospital's share rise with wages, or is it fixed?
2. Who keeps the filing cabinet when the library moves?

I'm asking because “written into the resolution” and “will happen” are different things.`,
      ),
      lucky('luckyOne', 44, '500', 'eleven'),
      lucky('luckyTwo', 43, '700', 'twelve'),
      lucky('luckyThree', 41, '400', 'eleven'),
      justSaid('anon', 15, '👏👏👏'),
    ],
  },
  {
    under: 'bell',
    comments: [
      justSaid('loud', 310, 'It rang all night. ALL NIGHT. Who do I write to?', {
        then: [
          { do: 'approve', in: 20, by: 'sam' },
          { do: 'hold', in: 60, by: 'tomas' },
        ],
      }),
      justSaid('seller', 260, 'Tired? payday loan in 5 minutes, no questions https://loan.example'),
      justSaid('sellerTwo', 200, 'I made 4000 a week from home with guaranteed returns, ask me how!!', {
        then: [{ do: 'spam', in: 18, by: 'sam' }],
      }),
      justSaid('sellerThree', 130, 'I made 4000 a week from home with guaranteed returns, ask me how!!'),
      justSaid('oldHand', 75, 'Friday, and it’s quite all right.', {
        then: [
          { do: 'spam', in: 20, by: 'tomas' },
          { do: 'undo', in: 21, by: 'tomas' },
        ],
      }),
    ],
  },
  {
    under: 'bridges',
    comments: [
      // Known by many that stood: since this morning such readers need no approval here.
      justSaid('hattie', 105, 'Oxlode again this morning: six minutes, one heron, no boat that I could see.'),
      justSaid(
        'bertil',
        97,
        'Hej! In Gothenburg the bridge tells your telephone before it opens. Nobody reads it, but it is a very polite bridge.',
      ),
      lucky('luckyFour', 42, '600', 'eleven'),
      lucky('luckyFive', 40, '500', 'twelve'),
    ],
  },
  {
    under: 'arabic',
    comments: [
      justSaid('hassan', 180, 'هل يمكن أن نقرأ الدفتر نفسه يومًا ما؟ ولو صفحة واحدة، تلك التي محتها الرطوبة.'),
      justSaid('noor', 34, 'أرسلت المقالة إلى أمّي. اتّصلت بي بعد ساعة وقالت: الدرجة الخامسة، نعم.'),
    ],
  },
  {
    under: 'cottage',
    comments: [
      justSaid('gull', 150, 'which pear tree (asking for a gull)', {
        then: [{ do: 'approve', in: 30, by: 'sam' }],
      }),
      justSaid(
        'loud',
        110,
        'Everyone who sells a house like this to somebody from the city should be ashamed.',
        {
          then: [{ do: 'reject', in: 15, by: 'sam', reason: 'Personal attack' }],
        },
      ),
      justSaid('theo', 22, 'what did mr lovelaces daughters say about the stair'),
    ],
  },
]
