import { connect } from 'node:net'

/** Sends bytes as they are, valid HTTP or not, and returns everything that comes back until the server hangs up: say `Connection: close`. */
export const speakHttp = (port: number, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => (heard += text))
    socket.once('close', () => resolve(heard))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(heard) : reject(error),
    )
    // Not `end`: a visitor who stops talking is one who has left.
    socket.write(bytes)
  })
