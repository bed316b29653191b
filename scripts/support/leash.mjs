// Preloaded into the server by the supervisor: a server whose supervisor was killed ends too, instead of keeping
// port and database to itself. It gets the same signal as for an ordinary stop, and 12 s to drain.
process.channel?.unref()
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 12_000).unref()
})
process.channel?.unref()
