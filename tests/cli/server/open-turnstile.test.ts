import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTurnstile } from '../../../packages/cli/src/serving/open-turnstile.ts'

const never = new AbortController().signal

describe('openTurnstile', () => {
  it('lets through what there is room for, and the rest in order', async () => {
    const turnstile = openTurnstile({ atOnce: 1, longAtOnce: 1, mostWaiting: 2 })
    const leave = await turnstile.enter(false, never)
    const order: string[] = []
    const a = turnstile.enter(false, never).finally(() => order.push('a'))
    const b = turnstile.enter(true, never).finally(() => order.push('b'))
    expect(turnstile.waiting).toBe(2)
    leave()
    ;(await a)()
    ;(await b)()
    expect(order).toEqual(['a', 'b'])
    expect(turnstile.waiting).toBe(0)
  })

  it('tells at once that too many wait, with when to try again', async () => {
    const turnstile = openTurnstile({ atOnce: 1, longAtOnce: 1, mostWaiting: 0 })
    await turnstile.enter(false, never)
    await expect(turnstile.enter(false, never)).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' }
    })
  })

  it('lets short ones past long ones that have to wait, and long ones not past each other', async () => {
    const turnstile = openTurnstile({ atOnce: 2, longAtOnce: 1, mostWaiting: 9 })
    const order: string[] = []
    const enter = async (name: string, isLong: boolean) => {
      const leave = await turnstile.enter(isLong, never)
      order.push(name)
      return leave
    }
    const first = await enter('first', true)
    const second = enter('second', true)
    const third = enter('third', true)
    ;(await enter('short', false))()
    expect(order).toEqual(['first', 'short'])
    first()
    ;(await second)()
    ;(await third)()
    expect(order).toEqual(['first', 'short', 'second', 'third'])
  })

  it('gives up the place of one that is gone', async () => {
    const turnstile = openTurnstile({ atOnce: 1, longAtOnce: 1, mostWaiting: 1 })
    const leave = await turnstile.enter(false, never)
    const gone = new AbortController()
    const waits = turnstile.enter(false, gone.signal)
    gone.abort(new Error('gone'))
    await expect(waits).rejects.toThrow('gone')
    expect(turnstile.waiting).toBe(0)
    await expect(turnstile.enter(false, gone.signal)).rejects.toThrow('gone')
    const next = turnstile.enter(false, never)
    leave()
    ;(await next)()
  })

  it('never lets too many through, loses none, and is empty at the end', async () => {
    const visits = fc.array(
      fc.record({ isLong: fc.boolean(), stay: fc.nat({ max: 4 }), gives: fc.option(fc.nat({ max: 4 })) }),
      { maxLength: 40 }
    )
    const limits = fc
      .record({ atOnce: fc.integer({ min: 1, max: 4 }), mostWaiting: fc.nat({ max: 10 }) })
      .chain((its) =>
        fc
          .record({ longAtOnce: fc.integer({ min: 1, max: its.atOnce }) })
          .map((long) => ({ ...its, ...long }))
      )
    await fc.assert(
      fc.asyncProperty(visits, limits, async (visits, limits) => {
        const turnstile = openTurnstile(limits)
        const ticks = async (count: number) => {
          for (let tick = 0; tick <= count; tick++) await Promise.resolve()
        }
        let running = 0
        let long = 0
        const ends = await Promise.all(
          visits.map(async ({ isLong, stay, gives }) => {
            const controller = new AbortController()
            if (gives !== null) ticks(gives).then(() => controller.abort('gone'))
            try {
              const leave = await turnstile.enter(isLong, controller.signal)
              running++
              if (isLong) long++
              expect(running).toBeLessThanOrEqual(limits.atOnce)
              expect(long).toBeLessThanOrEqual(limits.longAtOnce)
              await ticks(stay)
              running--
              if (isLong) long--
              leave()
              return 'through'
            } catch (error) {
              return error === 'gone' ? 'gone' : (error as { status: number }).status
            }
          })
        )
        expect(turnstile.waiting).toBe(0)
        for (const [index, end] of ends.entries())
          if (visits[index]!.gives === null) expect(['through', 503]).toContain(end)
        if (visits.length <= limits.atOnce && !visits.some(({ isLong }) => isLong))
          expect(ends.every((end) => end === 'through')).toBe(true)
        // All the room is there again.
        for (let index = 0; index < limits.atOnce; index++) await turnstile.enter(false, never)
      })
    )
  })
})
