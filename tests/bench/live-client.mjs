// The readers of the bench, in a process of their own: thousands of event streams over plain sockets, each telling
// when an event came in. Nothing but Node, so that the client costs as little as it can.
import { connect } from 'node:net'

/** Connections opened at a time: a listening queue holds some hundred. */
const AT_ONCE = 100

const now = () => performance.timeOrigin + performance.now()

/** @type {Set<import('node:net').Socket>} */
const sockets = new Set()
/** Those who stopped reading. @type {Set<import('node:net').Socket>} */
const slowSockets = new Set()
/** Receipts of each event, by the id of its comment. @type {Map<string, number[]>} */
const receipts = new Map()
let expected = 0

const hear = (block) => {
  const id = /^event: appeared\ndata: .*?"id":"(\w+)"/m.exec(block)?.[1]
  if (!id) return
  const times = receipts.get(id) ?? []
  receipts.set(id, times)
  times.push(now())
  if (times.length === expected) process.send?.({ kind: 'all', id, times })
}

/** Resolves once the server has greeted; a slow one reads nothing after that. */
const open = ({ port, path, slow }) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const own = slow ? slowSockets : sockets
    own.add(socket)
    let rest = ''
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The server hung up.')))
    socket.on('data', (text) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        if (block.includes('event: hello')) {
          if (slow) socket.pause()
          resolve(undefined)
        } else if (!slow) hear(block)
      }
    })
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/event-stream\r\n\r\n`)
  })

const openMany = async ({ port, path, readers, slow }) => {
  for (let done = 0; done < readers; done += AT_ONCE) {
    const size = Math.min(AT_ONCE, readers - done)
    await Promise.all(Array.from({ length: size }, () => open({ port, path, slow })))
  }
  if (!slow) expected += readers
  process.send?.({ kind: 'open' })
}

/** The slow ones read what was kept for them: `true` when the connection ends before the comment they all wait for. */
const wake = (socket, id) =>
  new Promise((resolve) => {
    let last = ''
    socket.once('close', () => resolve(true))
    socket.on('data', (text) => {
      last = (last + text).slice(-1_000)
      if (last.includes(id)) resolve(false)
    })
    socket.resume()
  })

const wakeAll = async ({ id }) => {
  const cut = await Promise.all([...slowSockets].map((socket) => wake(socket, id)))
  process.send?.({ kind: 'woken', cut: cut.filter(Boolean).length })
}

const leave = () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  expected = 0
  process.send?.({ kind: 'closed' })
}

process.on('message', (message) => {
  if (message.kind === 'close') return leave()
  const work = message.kind === 'open' ? openMany(message) : wakeAll(message)
  work.catch((error) => process.send?.({ kind: 'failed', error: String(error) }))
})
