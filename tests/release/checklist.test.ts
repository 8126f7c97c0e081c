import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { Checklist, run, Skipped } from '../../scripts/checklist.ts'

describe('Checklist', () => {
  let log: MockInstance<typeof console.log>
  beforeEach(() => {
    log = vi.spyOn(console, 'log').mockImplementation(() => {})
  })
  afterEach(() => log.mockRestore())
  const lines = () => log.mock.calls.map(([line]) => line)

  it('prints a line for what passes', async () => {
    const checklist = new Checklist()
    expect(await checklist.check('sums', () => {})).toBe(true)
    expect(lines()).toEqual(['ok      sums (0 s)'])
    expect(checklist.failures).toBe(0)
  })

  it('counts what fails, tells why, and goes on', async () => {
    const checklist = new Checklist()
    const fail = async () => {
      throw new Error('1 + 1 is 3')
    }
    expect(await checklist.check('sums', fail)).toBe(false)
    expect(await checklist.check('words', () => {})).toBe(true)
    expect(lines()).toEqual(['FAILED  sums', '1 + 1 is 3', 'ok      words (0 s)'])
    expect(checklist.failures).toBe(1)
  })

  it('tells what was skipped, which is neither', async () => {
    const checklist = new Checklist()
    const skip = () => {
      throw new Skipped('there is no abacus')
    }
    expect(await checklist.check('sums', skip)).toBe(false)
    expect(lines()).toEqual(['skipped sums: there is no abacus'])
    expect(checklist.failures).toBe(0)
  })
})

describe('run', () => {
  it('gives what a program prints', () => {
    expect(run(process.execPath, ['-e', 'console.log("yes")'])).toBe('yes\n')
  })

  it('throws with all that was printed where it fails', () => {
    const program = 'console.log("out"); console.error("err"); process.exit(3)'
    expect(() => run(process.execPath, ['-e', program])).toThrow(/out\nerr\n/)
  })

  it('throws where there is no such program', () => {
    expect(() => run('no-such-program', [])).toThrow(/no-such-program.*ENOENT/s)
  })
})
