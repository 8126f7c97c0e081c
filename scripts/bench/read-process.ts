import { readFileSync } from 'node:fs'

/** What a process has in memory, and the most that it had so far, in bytes; null where the system does not tell: only Linux does. */
export const readMemory = (pid: number): number | null => readSize(pid, 'VmRSS')
export const readPeakMemory = (pid: number): number | null => readSize(pid, 'VmHWM')

/** The time that a process had on all processors so far, in milliseconds, in steps of 10; null where the system does not tell. */
export function readProcessorTime(pid: number): number | null {
  // The name, in parentheses, may hold spaces.
  const fields = readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * 10
}

function readSize(pid: number, name: string): number | null {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readProc(pid, 'status') ?? '') ?? []
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}
