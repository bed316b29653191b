import { type DemoPiece, ENGLISH } from '../demo-piece'

export const nightShiftPie: DemoPiece = {
  ...ENGLISH,
  key: 'pie',
  by: 'tomas',
  state: 'published',
  daysAgo: 50,
  kicker: 'Galley',
  title: 'Smoked mackerel pie for the night shift',
  dek: 'Feeds four, or two who have been on deck. It waits for you, and it can be eaten with one hand.',
  tags: 'Food, Work',
  text: `This is the pie from the pilot station. Nobody there has ever written it down, so I stood next to Bettina Kruse with a kitchen scale and weighed what she threw in.

## You need

- 800 g floury potatoes
- 300 g smoked mackerel, skin off
- 2 leeks
- 50 g butter, and some for the dish
- 40 g flour
- 500 ml milk
- 1 spoon of grated horseradish, from a jar is fine
- a lemon
- pepper. No salt until the end: the fish has been there before you

## You do

1. Peel the potatoes, cut them small, boil them in unsalted water till they give in. Mash with half of the butter and a splash of the milk.
2. Slice the leeks into rings and wash them as though you disliked them. Soften in the other half of the butter, with a lid on, for ten minutes. They must not brown.
3. Stir in the flour. Count to sixty. Now the milk, a little at a time, and keep stirring until it’s as thick as paint.
4. Off the heat: horseradish, the rind of the lemon and half its juice, a lot of pepper. Break in the mackerel in pieces you’d be glad to meet.
5. *Now* taste for salt.
6. Into a buttered dish, potato on top, and rough it up with a fork; the ridges are the point.
7. 200 degrees, 35 minutes, till the ridges are the colour of a good rope.

## If you come off late

It keeps in a low oven for two hours and is better for the first of them. Cold, it can be cut in squares and carried in a coat. Bettina says she has delivered it so to a tanker, up a ladder, in January. *The pie was fine*, she says. *The ladder was the problem.*
`,
}
