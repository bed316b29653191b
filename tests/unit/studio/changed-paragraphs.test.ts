import { describe, expect, it } from 'vitest'
import { changedParagraphs } from '../../../components/studio/changed-paragraphs'
import { differences, typedIn } from '../../../components/studio/piece-values'

describe('two texts of one piece', () => {
  it('marks what the other does not hold, wherever it stands', () => {
    const marked = changedParagraphs('One.\n\nTwo,\nnew.\n\nThree.', 'Three.\r\n\r\nOne.\r\n\r\nTwo.')
    expect(marked).toEqual([
      { text: 'One.', changed: false },
      { text: 'Two,\nnew.', changed: true },
      { text: 'Three.', changed: false },
    ])
  })

  it('has no paragraphs where nothing was written', () => {
    expect(changedParagraphs(' \n\n \n', 'One.')).toEqual([])
  })

  it('takes the line ends of a form for what they are', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ title: 'T', text: 'a\r\nb\rc', version: '7' }))
      form.set(name, value)
    const typed = typedIn(form)
    expect(typed).toMatchObject({
      kicker: '',
      title: 'T',
      dek: '',
      text: 'a\nb\nc',
      tags: '',
      series: '',
      notes: '',
      translationOf: '',
      canonicalUrl: '',
      slug: '',
      language: '',
    })
    expect(differences(typed, { ...typed, text: 'a\r\nb\nc' })).toEqual([])
    expect(differences(typed, { ...typed, dek: 'D', text: 'a' })).toEqual(['dek', 'text'])
  })
})
