const WORDS = [
  'hemp',
  'manila',
  'and',
  'the',
  'rope',
  'that',
  'came',
  'after',
  'it',
  'strong',
  'light',
  'old',
] as const

const sentence = (from: number, words: number): string =>
  Array.from({ length: words }, (_, i) => WORDS[(from + i * 5) % WORDS.length]).join(' ')

/** 10,000 words in 200 paragraphs with 50 figures, headings and notes between, as the sheet sends it. */
export const longDocument = (src: string) => ({
  type: 'doc',
  content: Array.from({ length: 200 }, (_, i) => [
    ...(i % 10 === 0
      ? [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: sentence(i, 4) }] }]
      : []),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: `${sentence(i, 30)} ` },
        { type: 'text', text: sentence(i + 3, 3), marks: [{ type: 'strong' }] },
        { type: 'text', text: ` ${sentence(i + 7, 17)}.` },
        ...(i % 20 === 0 ? [{ type: 'footnote', content: [{ type: 'text', text: sentence(i, 8) }] }] : []),
      ],
    },
    ...(i % 4 === 0
      ? [
          {
            type: 'figure',
            attrs: { src, alt: `Rope ${i}` },
            content: [{ type: 'text', text: sentence(i, 6) }],
          },
        ]
      : []),
  ]).flat(),
})
