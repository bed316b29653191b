import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { aPiece } from '../../support/builders/a-piece'
import { servePipeline } from '../../support/serve-pipeline'

it('requests sent behind a stream are all answered, so that node stops reading them: none is kept for ever', async () => {
  const site = await servePipeline()
  const { path } = await aPiece(site.stet)
  const answers: ServerResponse[] = []
  site.server.on('request', (_req, res) => void answers.push(res))
  const socket = connect(site.port, '127.0.0.1')
  await once(socket, 'connect')
  const ask = `GET ${path}/live HTTP/1.1\r\nHost: localhost\r\n\r\n`
  socket.write(ask)
  await once(socket, 'data')
  socket.write(ask.repeat(3))
  await expect.poll(() => answers.map((res) => res.writableEnded)).toEqual([false, true, true, true])
  const left = once(socket, 'close')
  socket.destroy()
  await left
  await site.close()
})
