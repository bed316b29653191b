import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { at } from './project.mjs'
import { say } from './say.mjs'

const FOLDER_LOCK = at('.stet/workshop.lock')
/** The holder touches the file every 2 s; silent for this long, it is gone. */
const SILENT_MS = 20_000

const create = (file, token) => {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** The holder's token and whether it still lives; null when nobody holds the lock. */
const holder = (file) => {
  try {
    const token = readFileSync(file, 'utf8')
    const [pid, host] = token.split(' ')
    const silent = Date.now() - statSync(file).mtimeMs > SILENT_MS
    // No host: it is being written at this very moment.
    const here = host === hostname()
    return { token, alive: !silent && (!here || isRunning(Number(pid))) }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const beat = (file, token) => {
  if (holder(file)?.token === token) utimesSync(file, new Date(), new Date())
}

/** Takes a dead holder's lock away; gives it back if somebody living took it in between. */
const clear = (file, token) => {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== token) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * Installing, generating and building happen once at a time in one folder: a second command waits for the first,
 * then finds its work done. An interrupted holder is recognised and does not block anybody.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [file] the lock
 * @returns {Promise<T>}
 */
export const withWorkshop = async (work, file = FOLDER_LOCK) => {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`
  for (let told = false; !create(file, token);) {
    const other = holder(file)
    if (other && !other.alive) clear(file, other.token)
    else if (other) {
      if (!told) say('Another Stet command is preparing this folder; waiting for it…')
      told = true
      await sleep(300)
    }
  }
  const touch = setInterval(() => beat(file, token), 2_000)
  const release = () => holder(file)?.token === token && rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(touch)
    process.off('exit', release)
    release()
  }
}
