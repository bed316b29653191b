import type { DecisionReason } from './decision-reason'

const lines = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `Off topic: It has nothing to do with the piece.`, one a line; each name once, the first one counts. */
export const parseReasons = (text: string): DecisionReason[] => {
  const reasons = lines(text).map((line) => {
    const [, name = line, meaning = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    return { name: name.trim(), meaning }
  })
  return reasons.filter(({ name }, n) => reasons.findIndex((other) => other.name === name) === n)
}

/** `# name` and the lines below it. Null when something stands above the first name, or below one nothing. */
export const parseSavedReplies = (text: string): { name: string; body: string }[] | null => {
  const [before = '', ...replies] = text.replace(/\r\n?/g, '\n').split(/^#[ \t]*/m)
  const parsed = replies.map((reply) => {
    const [name = '', ...body] = reply.split('\n')
    return { name: name.trim(), body: body.join('\n').trim() }
  })
  const isWhole = before.trim() === '' && parsed.every(({ name, body }) => name !== '' && body !== '')
  return isWhole ? parsed : null
}
