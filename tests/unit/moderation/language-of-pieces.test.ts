import { expect, it } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { decideMany } from '../../../lib/moderation/decide-many'
import { deskAddress, readDeskAddress } from '../../../lib/moderation/desk-address'
import { deskChoices } from '../../../lib/moderation/desk-choices'
import { languageChoices, varietiesOf } from '../../../lib/moderation/language-choices'
import { listQueue } from '../../../lib/moderation/list-queue'
import { must } from '../../support/builders/must'
import { conversation, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  for (const language of ['de', 'de-AT', 'en']) {
    const { slug } = await publicPiece(deps, ada, { language })
    await post(deps, { slug, body: `Under a piece in ${language}.` })
  }
  const shown = async (language: string) => {
    const { cards, filtered } = await must('list', listQueue(deps, ada, { language }))
    const texts = cards.map(({ body }) => body.map(({ text }) => text).join('')).sort()
    return { texts, filtered }
  }
  return { deps, ada, shown }
}

it('shows what stands under pieces in a language and its varieties', async () => {
  const { shown } = await stage()
  const under = (...tags: string[]) => tags.map((tag) => `Under a piece in ${tag}.`).sort()
  expect(await shown('de')).toEqual({ texts: under('de', 'de-AT'), filtered: true })
  expect(await shown('DE')).toEqual({ texts: under('de', 'de-AT'), filtered: true })
  expect(await shown('de-AT')).toEqual({ texts: under('de-AT'), filtered: true })
  expect((await shown('')).texts).toHaveLength(3)
})

it.each(['fr', 'd', 'xx-yy-zz', '%', "de' OR '1'='1", '../..', 'ä', 'de-'.repeat(20)])(
  'shows nothing for %j, and decides about nothing with it',
  async (language) => {
    const { deps, ada, shown } = await stage()
    expect(await shown(language)).toEqual({ texts: [], filtered: true })
    const target = { kind: 'filter', fields: { language }, seenAt: deps.clock.now() + 1 } as const
    expect(await must('many', decideMany(deps, ada, { target, move: 'approve' }))).toMatchObject({
      decided: 0,
    })
  },
)

it('decides about all of a language with one click, and about nothing else', async () => {
  const { deps, ada, shown } = await stage()
  const target = { kind: 'filter', fields: { language: 'de' }, seenAt: deps.clock.now() + 1 } as const
  expect(await must('many', decideMany(deps, ada, { target, move: 'spam' }))).toMatchObject({ decided: 2 })
  expect((await shown('en')).texts).toHaveLength(1)
  expect((await shown('de')).texts).toEqual([])
})

it('offers the languages there are to moderators alone', async () => {
  const { deps, ada } = await stage()
  expect((await deskChoices(deps, ada)).languages).toEqual([
    { tag: 'de-AT', name: 'Austrian German (de-AT)' },
    { tag: 'en', name: 'English (en)' },
    { tag: 'de', name: 'German (de)' },
  ])
  expect((await deskChoices(deps, ANONYMOUS)).languages).toEqual([])
})

it('offers a language where pieces are in varieties of it', () => {
  const tags = (from: readonly string[]) => languageChoices(from).map(({ tag }) => tag)
  expect(tags(['pt-BR', 'pt-PT'])).toEqual(['pt-BR', 'pt-PT', 'pt'])
  expect(tags(['pt-BR', 'en'])).toEqual(['pt-BR', 'en'])
  expect(languageChoices(['qaa', 'not a tag'])).toEqual([
    { tag: 'not a tag', name: 'not a tag' },
    { tag: 'qaa', name: 'qaa' },
  ])
})

it('takes no language for a variety of another one', () => {
  expect(varietiesOf('de', ['de', 'de-AT', 'den', 'del-x'])).toEqual(['de', 'de-AT'])
  expect(varietiesOf('zh-Hant', ['zh', 'zh-Hans', 'zh-Hant', 'zh-Hant-TW'])).toEqual([
    'zh-Hant',
    'zh-Hant-TW',
  ])
  expect(varietiesOf('', ['de'])).toEqual([])
})

it('stands in the address of the desk', () => {
  const address = deskAddress({ tab: 'waiting', language: 'de-AT' })
  expect(address).toBe('/desk?tab=waiting&language=de-AT')
  expect(readDeskAddress(address)).toEqual({ tab: 'waiting', language: 'de-AT' })
})
