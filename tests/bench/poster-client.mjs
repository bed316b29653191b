// The posters of the bench, in a process of their own: plain sockets kept alive, on each one request after the other, all
// of them made beforehand. Server and posters share the processors, so that whatever a poster computes is taken
// from what is measured. Nothing but Node.
import { connect } from 'node:net'

const HEAD_END = '\r\n\r\n'

/** All that will be posted. @type {Buffer[]} */
const requests = []
let taken = 0

/** Sends request after request on one connection while there is time, and reads each answer to its end. */
const poster = ({ port, status, until, isOnce }, tell) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    const start = `HTTP/1.1 ${status} `
    let answer = ''
    let number = 0
    let sent = 0
    const send = () => {
      sent = performance.now()
      if (sent < until) {
        number = taken++
        if (isOnce && number >= requests.length)
          return reject(new Error('More was posted than was prepared.'))
        return socket.write(requests[number % requests.length])
      }
      socket.removeListener('close', lost)
      socket.destroy()
      resolve(undefined)
    }
    const lost = () => reject(new Error('The server hung up on somebody who posts.'))
    socket.once('connect', send).once('error', reject).once('close', lost)
    socket.on('data', (text) => {
      answer += text
      const end = answer.indexOf(HEAD_END)
      const length = end < 0 ? null : /\r\ncontent-length: (\d+)\r\n/i.exec(answer)?.[1]
      if (end >= 0 && !length) return reject(new Error(`An answer without a length: ${answer}`))
      if (!length || answer.length < end + HEAD_END.length + Number(length)) return
      if (!answer.startsWith(start)) return reject(new Error(`Another answer than ${status}: ${answer}`))
      tell(number, performance.now() - sent)
      answer = ''
      send()
    })
  })

const shoot = async ({ port, status, connections, seconds, isOnce }) => {
  const from = performance.now()
  const accepted = []
  const took = []
  const shot = { port, status, until: from + seconds * 1_000, isOnce }
  const tell = (number, ms) => void (accepted.push(number), took.push(ms))
  await Promise.all(Array.from({ length: connections }, () => poster(shot, tell)))
  return { accepted, took, seconds: (performance.now() - from) / 1_000 }
}

process.on('message', (message) => {
  if (message.kind === 'take') {
    for (const text of message.requests) requests.push(Buffer.from(text))
    return
  }
  shoot(message).then(
    (shot) => process.send?.({ ok: true, ...shot }),
    (error) => process.send?.({ ok: false, error: String(error) }),
  )
})

// Whoever measured is gone.
process.once('disconnect', () => process.exit())
