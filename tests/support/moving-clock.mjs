// Preloaded into servers under test: the clock of the process goes ahead when the test says so (start-server.ts).
// Timers go on as they do.
const { now } = Date
let ahead = 0
const moved = () => now() + ahead

globalThis.Date = new Proxy(Date, {
  get: (date, name) => (name === 'now' ? moved : Reflect.get(date, name)),
  construct: (date, given) => (given.length === 0 ? new date(moved()) : new date(...given)),
})

process.on('message', (told) => {
  if (typeof told?.ahead === 'number') ahead = told.ahead
  process.send?.({ ahead })
})
process.channel?.unref()
