// The yardstick: node:http and nothing else, in a process of its own. Its parent sends what it answers (method and path →
// { status, headers, body in base64 }) and is sent the port.
import { createServer } from 'node:http'

process.once('message', (given) => {
  const answers = new Map(
    Object.entries(given).map(([asked, { status, headers, body }]) => [
      asked,
      { status, headers, bytes: Buffer.from(body, 'base64') },
    ]),
  )
  const server = createServer((req, res) => {
    const answer = answers.get(`${req.method} ${req.url}`)
    const send = () => {
      res.writeHead(answer.status, answer.headers)
      res.end(answer.bytes)
    }
    if (req.method === 'GET') return send()
    // A post is read to its end, as any server must.
    req.resume().once('end', send)
  })
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
})

// Whoever measured is gone.
process.once('disconnect', () => process.exit())
