/** A process for pictures that reads none: what it does is said by the name of the file. */
process.on('message', ({ kind, file }) => {
  if (file === 'end') process.exit(1)
  if (file === 'full') return process.send({ kind: 'broken', code: 'ENOSPC', message: 'no space left' })
  if (file === 'broken') return process.send({ kind: 'broken', code: 'EIO', message: 'a broken disk' })
  const value = {
    pid: process.pid,
    file,
    secrets: Object.keys(process.env).filter((name) => name !== 'NODE_ENV'),
  }
  // Whoever did not wait for their turn would overtake the first.
  setTimeout(() => process.send({ kind, result: { ok: true, value } }), file === 'slow' ? 150 : 0)
})
