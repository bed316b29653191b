import { type DemoThread, answered, letStand, said } from '../demo-comment'

/** The shorter conversations. */
export const otherThreads: readonly DemoThread[] = [
  {
    under: 'bell',
    comments: [
      said('hattie', 2, 'I was one of the three. It’s a different note!! Lower. Like a friend with a cold.', {
        key: 'note',
      }),
      said(
        'engineer',
        3.1,
        'New clappers are always dull until the edge has worn. Give it six weeks of weather.',
        {
          to: 'note',
          key: 'clappers',
        },
      ),
      said('hattie', 4, 'Six weeks! Friday, they said.', { to: 'clappers' }),
      said('gull', 6, 'it’s fine. sat on it.'),
      said('lateshift', 20, 'Slept like a stone. Sorry, everybody.'),
    ],
  },
  {
    under: 'tide-table',
    comments: [
      said('accountant', 3, 'I’d like “page two” made compulsory for annual reports.', { key: 'pagetwo' }),
      said('colm', 4.2, 'For exam papers, too.', { to: 'pagetwo' }),
      said('anon', 9, 'What did he look at the dog for?', { key: 'dog' }),
      said('jonah', 11, 'My mother says: to see if it had got up.', { to: 'dog', key: 'gotup' }),
      said('anon', 11.9, 'Thank you. I’ll think about this all week.', { to: 'gotup' }),
      said(
        'engineer',
        30,
        `The machine with the brass wheels is in the county museum and they *do* let you turn the handle, on the first Sunday of the month. Take a child, as an excuse.`,
        { key: 'brass' },
      ),
      said('theo', 47, 'went. turned it. you can feel when the moon is strong', { to: 'brass' }),
      said('yuki', 52, '「窓の外を見よ」がいちばん好きです。'),
    ],
  },
  {
    under: 'dredger',
    comments: [
      said('gull', 1.5, 'justice for the piano', {
        then: [
          ...letStand,
          { do: 'report', in: 90, by: 'grumpy', reason: 'spam', note: 'Every thread. Every single thread.' },
        ],
      }),
      said('ottilie', 2.4, '“She changed one word.” I’d read a whole interview about the change.', {
        key: 'word',
      }),
      said(
        'ines',
        5,
        'She said a stubborn thing wants to win, and a consistent thing just wants to be left to it.',
        {
          to: 'word',
          key: 'stubborn',
        },
      ),
      said('ottilie', 5.6, 'And there it is.', { to: 'stubborn' }),
      said(
        'oldHand',
        8,
        'The man who wrote to her about the noise was my father. He kept her card from the lock on his fridge.',
        {
          key: 'father',
        },
      ),
      said('skipperFan', 9.3, 'What a lovely thing to know.', { to: 'father' }),
      said(
        'geese',
        26,
        'Very much for the birds. Which ones, does anybody know? Shelduck would be my guess.',
        {
          key: 'birds',
        },
      ),
      said('agnieszka', 29, 'Ohar, tak. Widziałam trzy pary w kwietniu.', { to: 'birds' }),
    ],
  },
  {
    under: 'review',
    comments: [
      said('marta', 5, 'Chapter seven! I read it standing up too, and I was at home.'),
      said('benoit', 12, 'Existe-t-il une traduction ? Je n’ai rien trouvé.', { key: 'traduction' }),
      said('lucie', 15, 'Pas encore. L’éditeur m’a répondu « au printemps », sans dire lequel.', {
        to: 'traduction',
      }),
      said(
        'kofi',
        33,
        'The reviewer is too kind to the thesis. It isn’t true of two roads either, it’s true of one and a half: the cattle road was given up after a flood, she says so herself on page 140.',
        {
          key: 'thesis',
        },
      ),
      said('jonah', 40, 'You’re right about page 140. I have it open now. One and a half it is.', {
        to: 'thesis',
      }),
    ],
  },
  {
    under: 'bridges',
    comments: [
      said(
        'peter',
        2,
        'As a user of Oxlode twice a day I’d like it recorded that I was wrong about the yachts.',
        {
          key: 'yachts',
        },
      ),
      said('gull', 2.7, 'recorded', { to: 'yachts' }),
      said(
        'accountant',
        6,
        'Could you publish the mean next to the median? At Lower the puncture alone must move it by several seconds.',
        {
          key: 'mean',
        },
      ),
      said(
        'ines',
        8,
        'Lower: mean 5 min 49 s, without the puncture 5 min 46 s. I’ll add a column next time.',
        {
          to: 'mean',
          key: 'column',
        },
      ),
      said('accountant', 8.6, 'Three seconds. A good puncture.', { to: 'column' }),
      said('anonToo', 19, 'Old Toll man here. The librarian says hello.', { key: 'oldtoll' }),
      said('hattie', 20, 'Hello, Old Toll man! Which book is it this week?', {
        to: 'oldtoll',
        key: 'whichbook',
      }),
      said('anonToo', 21.5, 'One about locks. I keep having to renew it.', { to: 'whichbook' }),
    ],
  },
  {
    under: 'gauge',
    comments: [
      said(
        'engineer',
        4,
        `One remark on the code. A full minute at one reading a second is fine for wash, but a ship's *surge* in a narrow harbour can last two or three minutes. If your curve still has soft bumps, try 180 samples.`,
        { key: 'surge' },
      ),
      said(
        'jonah',
        6,
        'We see exactly those bumps, at about the time of the gravel barge. Trying 180 tonight.',
        {
          to: 'surge',
          key: 'tonight',
        },
      ),
      said('jonah', 31, 'They’re gone. Thank you!', { to: 'tonight' }),
      said(
        'deniz',
        9,
        'if not 0.0 <= depth <= 12.0:  # a loose wire, or a whale\n\nBest comment in any codebase this year.',
      ),
      said('sven', 14, 'What happens when the pipe freezes?', { key: 'freeze' }),
      said('jonah', 16, 'We’ll find out in January and tell you.', { to: 'freeze' }),
    ],
  },
  {
    under: 'cottage',
    comments: [
      said('skipperFan', 2, 'I’d like to buy it just to leave the chair out.'),
      said('geese', 3, 'The geese were there first. That aside, a perfect letter.', { key: 'geesefirst' }),
      said('oldHand', 4.4, 'She told the geese the same, every morning, in those words but one.', {
        to: 'geesefirst',
      }),
      said(
        'anonThree',
        8,
        'It’s me. We signed on Friday. I’ve found the key. The stair stays, the barometer stays, and the chair is by the beam. Thank you, Mrs Ash.',
        {
          key: 'signed',
        },
      ),
      said(
        'ines',
        9.5,
        'I read this to her over the telephone. There was a silence, and then she asked whether you like pears.',
        {
          to: 'signed',
          key: 'pears',
        },
      ),
      said('anonThree', 9.9, 'One year in three.', { to: 'pears', key: 'onein' }),
      said('hattie', 10.6, 'I’m not crying, it’s the lock. When the chamber’s full, the wall sweats.', {
        to: 'onein',
      }),
      said('lucie', 30, 'Traduire cette lettre serait un bonheur. Puis-je ?'),
    ],
  },
  {
    under: 'obituary',
    comments: [
      said(
        'oldHand',
        6,
        'I was a boy on the pilots’ stairs. Ngozi gave the slips out in envelopes, as though it were wages.',
      ),
      said('engineer', 11, 'Grey hatching. I have used it for twenty years and never knew whom to thank.', {
        key: 'hatching',
      }),
      said('yael', 13, 'מפה היא הבטחה. איזה משפט.', { to: 'hatching' }),
      said('kofi', 28, 'Where can one see a chart with the dot?', { key: 'dot' }),
      answered(
        'tomas',
        33,
        'The library in Saltby has one, framed by the stairs. Ask them to turn on the lamp behind it.',
        {
          to: 'dot',
        },
      ),
    ],
  },
  {
    under: 'pie',
    comments: [
      said('hattie', 5, 'Made it. “Wash them as though you disliked them” is exactly how leeks are washed.'),
      said('marta', 9, 'Can it be done without milk?', { key: 'milk' }),
      answered('tomas', 12, 'Bettina says: oat, not almond, and then a little more lemon.', { to: 'milk' }),
      said('sven', 50, 'Serves two who have been on deck: confirmed. 🥧'),
    ],
  },
  {
    under: 'arabic',
    comments: [
      said('noor', 2, 'بكيت عند «ونافذة صارت لجيران لا أعرفهم». شكرًا يا ليلى.', { key: 'window' }),
      said('leila', 4, 'شكرًا لكِ يا نور. الجيران أناس طيّبون، وقد تركوا الستارة القديمة.', {
        to: 'window',
        key: 'curtain',
      }),
      said('noor', 4.8, 'هذا يكفي إذن.', { to: 'curtain' }),
      said(
        'hassan',
        9,
        'جرّبت الحساب: 50 دقيقة في اليوم، أي دورة كاملة كلّ أسبوعين تقريبًا. الدفتر كان على حقّ.',
        {
          key: 'daftar',
        },
      ),
      said(
        'colm',
        14,
        'I read this with a dictionary and my neighbour. She says “the fifth step” is also how her family tells the time.',
        {
          to: 'daftar',
        },
      ),
      said('yael', 22, 'קראתי בתרגום, ועדיין הרחתי את המלח.'),
    ],
  },
  {
    under: 'deich',
    comments: [
      said('wiebke', 3, 'Butterkuchen als Rechtsgrundlage. Endlich schreibt es jemand auf.'),
      said('fan', 5, 'Die Wühlmaus »prahlt nicht damit«. 😄', { key: 'maus' }),
      said(
        'sven',
        8,
        'Mein Großvater zahlte uns 20 Pfennig pro gefundenem Loch. Wir haben nie gegraben. Fast nie.',
        {
          to: 'maus',
          key: 'pfennig',
        },
      ),
      said('wiebke', 9.5, 'Der Deichrichter liest hier hoffentlich nicht mit.', { to: 'pfennig' }),
      said('friederike', 20, 'Er liest mit. Er sagt, es sei verjährt.', { to: 'pfennig' }),
      said('accountant', 26, 'The line about layers of misfortune deserves an English version.'),
    ],
  },
  {
    under: 'ecluse',
    comments: [
      said('benoit', 4, '« Aucun budget n’a encore prévu d’épaule. » Merci pour cette phrase.', {
        key: 'epaule',
      }),
      said('lucie', 6, 'Je l’ai affichée au bureau. Au service du budget.', { to: 'epaule' }),
      said('inaki', 30, '¿Y qué pasó en primavera? ¿Aceptó?', { key: 'primavera' }),
      said('margaux', 35, 'Il réfléchit. Il note tout dans la marge.', { to: 'primavera' }),
    ],
  },
]
