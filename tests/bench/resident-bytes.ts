import { readFileSync } from 'node:fs'

/** Resident memory of a process in bytes; null where /proc is missing (Linux only). */
export const residentBytes = (pid: number): number | null => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) * 1_024 : null
  } catch {
    return null
  }
}
