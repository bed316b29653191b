import { expect, it } from 'vitest'
import { parseReasons, parseSavedReplies } from '../../../lib/settings/parse-reasons'

it('reads reasons line by line, each name once', () => {
  expect(parseReasons('Off topic: Not about this: at all.\r\n\n Rude \nRude: again')).toEqual([
    { name: 'Off topic', meaning: 'Not about this: at all.' },
    { name: 'Rude', meaning: '' },
  ])
  expect(parseReasons(' \n')).toEqual([])
})

it('reads saved replies under their names, and refuses what belongs to none', () => {
  expect(parseSavedReplies('# Thanks\r\nThank you, {name}.\nBye\n\n#Sorry\nSorry.')).toEqual([
    { name: 'Thanks', body: 'Thank you, {name}.\nBye' },
    { name: 'Sorry', body: 'Sorry.' },
  ])
  expect(parseSavedReplies('')).toEqual([])
  for (const wrong of ['no name', '# only a name', '#\nno name']) expect(parseSavedReplies(wrong)).toBeNull()
})
