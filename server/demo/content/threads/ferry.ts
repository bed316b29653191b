import { type DemoThread, answered, letStand, liked, said } from '../demo-comment'

/** The long one: fifty-odd comments, a branch that goes deep, several languages, every public state. */
export const ferryThread: DemoThread = {
  under: 'ferry',
  comments: [
    said('nurse', 1.1, 'I am one of the nineteen. The dog is called Admiral and he has a month ticket.', {
      key: 'nineteen',
      then: [
        ...liked('hattie', 'colm', 'peter', 'kofi', 'ottilie', 'tuba', 'geese'),
        { do: 'pick', in: 300, by: 'sam' },
      ],
    }),
    said('hattie', 1.6, 'Please tell Admiral that he is the best part of my Tuesday.', {
      to: 'nineteen',
      key: 'admiral',
    }),
    said('nurse', 2.2, 'I told him. He was asleep on somebody’s foot.', { to: 'admiral', key: 'asleep' }),
    said('lateshift', 2.6, 'It was my foot.', { to: 'asleep', key: 'foot' }),
    said('hattie', 3.0, 'Then you, sir, are the second best part of my Tuesday.', {
      to: 'foot',
      key: 'second',
    }),
    said('lateshift', 3.4, 'This is the nicest thing that has ever been said about my foot.', {
      to: 'second',
      key: 'nicest',
    }),
    said('gull', 4.1, 'get a room (on the ferry (it has no rooms))', {
      to: 'nicest',
      then: [
        ...letStand,
        { do: 'report', in: 95, by: 'ottilie', reason: 'topic' },
        { do: 'report', in: 240, by: 'grumpy', reason: 'rude', note: 'Admiral deserves better company.' },
      ],
    }),
    said('nurse', 5.0, 'Admiral approves of this thread.', { to: 'nicest' }),
    said(
      'grumpy',
      1.9,
      `Lovely writing. But let us be clear about what happened: a town with a boat persuaded a county without one to go on paying for it.

£318,000 is eleven classroom assistants. I would like the same four hundred people to turn up for them.`,
      { key: 'doubt' },
    ),
    said(
      'colm',
      2.8,
      `That is a fair question and I would turn up. (I teach at the school in question. We have two.)

What the clipboards showed is that the money is spent either way. If you close the boat you get a larger bill from the hospital and the road, and no assistants.`,
      { to: 'doubt', key: 'either', then: liked('nurse', 'accountant', 'engineer', 'ottilie') },
    ),
    said(
      'grumpy',
      3.7,
      'You get a *possible* bill. The report had receipts, you had answers to a hypothetical question. People say they will leave their job. Mostly they buy a car.',
      { to: 'either', key: 'receipts' },
    ),
    said(
      'accountant',
      4.4,
      'The year it stopped is not hypothetical, though. 31, 22, 9. That is a receipt of a kind.',
      { to: 'receipts', key: 'kind', then: liked('colm', 'oldHand') },
    ),
    said('grumpy', 5.1, 'Granted. That is the number that got me too.', { to: 'kind', key: 'granted' }),
    said('colm', 5.8, 'Come to the library some Wednesday. Bring your doubts, we are short of doubts.', {
      to: 'granted',
      key: 'wednesday',
    }),
    said('grumpy', 7.2, 'What time?', { to: 'wednesday', key: 'time' }),
    said('colm', 7.9, 'Half past six. There is a bad coffee machine and a good lamp.', {
      to: 'time',
      key: 'lamp',
    }),
    said('grumpy', 31, 'Reporting back: the coffee was worse than advertised. I have a clipboard now.', {
      to: 'lamp',
    }),
    said('ottilie', 6.4, 'I read this argument every evening like a serial. Please never stop.', {
      to: 'granted',
    }),
    said(
      'peter',
      8.5,
      `Peter Lund here, the one from the car park. I was quoted right.

Since people ask: yes, it was me on the folding chair. Eleven days so far. 94 cars a day stop at our turning, and 60 of them have one person in. I have no idea yet what it means but I have started, and I will send the figures to anybody.`,
      { key: 'chair' },
    ),
    said('ines', 9.6, 'I would very much like to see them, Mr Lund. May I bring a second chair?', {
      to: 'chair',
      key: 'secondchair',
    }),
    said('peter', 10.2, 'You may. Bring a hat.', { to: 'secondchair' }),
    said('anon', 9.9, 'This made me cry on a bus, which as the article points out some people do not have.', {
      to: 'chair',
    }),
    said(
      'wiebke',
      3.2,
      'Bei uns an der Elbe hat man die Fähre eingestellt, und nach zwei Jahren auch den Bäcker. Niemand hat den Zusammenhang beschlossen.',
      {
        key: 'elbe',
      },
    ),
    said('sven', 4.8, 'Bei uns genauso, nur war es die Post.', { to: 'elbe' }),
    said(
      'marta',
      5.6,
      'I put this through a translator and then sat there for a while. “Nobody voted for the connection.” Yes.',
      {
        to: 'elbe',
      },
    ),
    said(
      'inaki',
      6.1,
      'En mi pueblo la barca la lleva la misma familia desde hace cinco generaciones. Nadie sabe cuánto cuesta y nadie quiere preguntarlo.',
      {
        key: 'barca',
      },
    ),
    said('lucie', 7.3, 'C’est peut-être la seule façon de la garder : ne pas demander.', {
      to: 'barca',
      key: 'nepas',
    }),
    said('inaki', 8.0, 'O preguntar bien, como en Saltby.', { to: 'nepas' }),
    said('hassan', 6.8, 'عندنا عبّارة مثلها على النهر. كان جدّي يقول: الجسر يوصلك، والعبّارة تعرّفك على الناس.', {
      key: 'abbara',
    }),
    said('noor', 8.8, 'جدّك حكيم. والله كأنّك تصف عبّارة حارتنا.', { to: 'abbara' }),
    said('yael', 10.5, 'ארבע דקות של שקט כל בוקר. הייתי משלמת יותר מ־2.40 בשביל זה.', { key: 'sheket' }),
    said('yuki', 11.7, '毎朝の四分間。うちの渡し船は去年なくなりました。', { key: 'watashi' }),
    said('deniz', 12.4, 'Vapur gibi. Dört dakika çay içmeye yetmez ama yeter de.', { key: 'vapur' }),
    said('agnieszka', 13.1, 'Pięknie napisane. Najbardziej poruszyła mnie lista obecności: 31, 22, 9.', {
      key: 'lista',
    }),
    said('tuba', 14.0, 'I can confirm Thursdays.', { key: 'thursdays' }),
    said('theo', 14.9, 'what do you play', { to: 'thursdays', key: 'play' }),
    said(
      'tuba',
      15.6,
      'The low bits! In the town band. We have a spare euphonium if your parents are patient people.',
      {
        to: 'play',
        key: 'euphonium',
      },
    ),
    said('theo', 16.8, 'they are not but my gran is', { to: 'euphonium' }),
    said('anonToo', 12.0, '❤️⛴️❤️'),
    said(
      'engineer',
      18.2,
      `A small technical note. A gearbox every seven years is not a law of nature: it is what happens if you reverse onto a ramp forty-eight times a day with a fixed propeller. A boat with a propeller at each end would not need to. It costs more once and less for ever.

I wrote this to the council in two thousand and something and got a kind reply.`,
      { key: 'gearbox' },
    ),
    said(
      'skipperFan',
      19.5,
      'My late husband was ferry engineer for sixteen years and he’d like you to know that he said so too, every seven years.',
      {
        to: 'gearbox',
        key: 'husband',
      },
    ),
    said(
      'engineer',
      20.3,
      'Then I am in the best company. What was his name? I think I may have had a kind reply from him, also.',
      {
        to: 'husband',
        key: 'kindreply',
      },
    ),
    said('skipperFan', 21.7, 'Arthur. He kept your letter, it’s in the biscuit tin.', { to: 'kindreply' }),
    said(
      'loud',
      15.2,
      'Whoever voted against this is an enemy of the working people and should be made to swim it, every day, in November, in a suit.',
      {
        key: 'suit',
        then: [
          { do: 'approve', in: 9, by: 'tomas' },
          { do: 'withdraw', in: 400 },
        ],
      },
    ),
    said(
      'oldHand',
      16.3,
      'I voted for the boat and I would not have any of them swim. Two of the nine are my neighbours. They read the thing and they came and they put their hands up in front of four hundred people.',
      {
        to: 'suit',
        key: 'neighbours',
      },
    ),
    said('loud', 17.6, 'That’s fair. I’d had a long day.', { to: 'neighbours', key: 'longday' }),
    said('oldHand', 18.0, 'We’ve all had them. Mind the ramp.', { to: 'longday' }),
    said('kofi', 22.5, 'How do we know that the hospital’s “a third” is not simply what hospitals say?', {
      key: 'third',
    }),
    answered(
      'sam',
      23.8,
      `A good question, and it came up in the queue from four different people, so here is the answer from the author's notes: the hospital asked the sixty-four by name, and twenty-three said they would look elsewhere. The letter is in the library's cabinet, drawer two.

Please keep other people's addresses out of the comments, though. We have removed one.`,
      { to: 'third', key: 'drawer' },
    ),
    said('kofi', 25.1, 'Thank you. 23 of 64 is 36 %, so “a third” was even polite.', { to: 'drawer' }),
    said('marta', 27.3, 'Is there a picture of the boat anywhere? I keep imagining a very small cathedral.', {
      key: 'cathedral',
      then: [
        { do: 'approve', in: 3, by: 'sam' },
        {
          do: 'edit',
          in: 9,
          body: 'Is there a picture of the boat anywhere? I keep imagining a very small cathedral.\n\nEdit: someone sent me one. It’s a very small cathedral.',
        },
        { do: 'approve', in: 22, by: 'sam' },
      ],
    }),
    said('gull', 28.0, 'can confirm (I sit on it)', { to: 'cathedral' }),
    said(
      'robin',
      46,
      'Crossed on Saturday because of this piece. The deckhand asked whether I was “one of the readers”. Apparently there have been several.',
      {
        key: 'readers',
      },
    ),
    said('anonThree', 49.5, 'There were 40 of us on Sunday! He has started doing a small bow.', {
      to: 'readers',
    }),
    said(
      'fan',
      70,
      'Ich habe das meiner Mutter vorgelesen, die 1961 mit genau so einem Boot zur Schule gefahren ist. Sie hat nur gesagt: »Ja. Die Großen standen an der Klappe.«',
    ),
    said('benoit', 95, 'Relu trois fois. « Swim: 4 » me fait toujours rire.'),
    said('sven', 140, 'Came for the ferry, stayed for the foot.', { key: 'came' }),
    said('lateshift', 141.2, 'The foot thanks you.', { to: 'came' }),
    said(
      'grumpy',
      190,
      'A last word from the sceptic: the clipboards go out again in five years and I’ve put my name down for the six-oh-six. Somebody had to ask the awkward version of the question.',
    ),

    said(
      'seller',
      33,
      'Save your town with casino bonus codes!! casino bonus 200% https://win.example/a https://win.example/b https://win.example/c',
      {
        then: [],
      },
    ),
    said(
      'loud',
      38,
      'Councillor Amory lives at the house with the yellow door, I say we all go round tonight.',
      {
        then: [{ do: 'reject', in: 6, by: 'sam', reason: 'Private information' }],
      },
    ),
    said('gull', 41, 'first', { then: [{ do: 'reject', in: 44, by: 'tomas', reason: 'Off topic' }] }),
    said('kofi', 52, 'The council are idiots and so is anybody who believes the treasurer.', {
      then: [{ do: 'reject', in: 12, by: 'sam', reason: 'Personal attack' }],
    }),
    said('grumpy', 60, 'I hear the deckhand’s uncle sits on the committee. Funny, that.', {
      key: 'uncle',
      then: [
        { do: 'approve', in: 10, by: 'tomas' },
        { do: 'reject', in: 180, by: 'sam', reason: 'Unfounded claim' },
      ],
    }),
    said('oldHand', 61.5, 'He has no uncle. He has me, and I’m his grandmother’s neighbour.', {
      to: 'uncle',
    }),
  ],
}
