// The yardstick: node:http and nothing else, in a process of its own. What it answers comes as JSON on standard
// input: path → { status, headers, body (base64) }. Prints its port.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const answers = new Map(
  Object.entries(JSON.parse(await text(process.stdin))).map(([path, { status, headers, body }]) => [
    path,
    { status, headers, bytes: Buffer.from(body, 'base64') },
  ]),
)

const server = createServer((req, res) => {
  const answer = answers.get(req.url)
  const send = () => {
    res.writeHead(answer.status, answer.headers)
    res.end(answer.bytes)
  }
  if (req.method === 'GET') return send()
  // A post is read to its end, as any server must.
  req.resume().once('end', send)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
