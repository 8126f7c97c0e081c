import { InferenceSession, Tensor } from '#onnxruntime'
import type { Model } from './model-file.ts'

/** Width of the encoder's vectors. As in `training/model.py`. */
export const WIDTH = 384
/** Scores of a unit: one a role, then one a step from the unit before. */
export const SCORES = 12
/** A unit farther from the cue than this counts as this far. */
export const FARTHEST = 48

/** A cue's window. */
export interface WindowUnits {
  readonly count: number
  /** `WIDTH` a unit. */
  readonly units: Float32Array
  readonly cue: Float32Array
  readonly distance: Int32Array
  readonly place: Int32Array
}

/** The two parts of the model, ready to run. */
export interface Network {
  /** Pieces to vectors, `WIDTH` a piece, and to the score that each is the head of a cue. */
  readonly encode: (
    pieces: Int32Array,
    marks: Int32Array
  ) => Promise<{ hidden: Float32Array; score: Float32Array }>
  /** `SCORES` a unit. */
  readonly readRoles: (window: WindowUnits) => Promise<Float32Array>
}

export async function startNetwork({ encoder, roles }: Pick<Model, 'encoder' | 'roles'>): Promise<Network> {
  const [encoding, reading] = await Promise.all([encoder, roles].map((part) => InferenceSession.create(part)))
  return {
    async encode(pieces, marks) {
      const shape = [1, pieces.length]
      const { hidden, score } = await encoding!.run({
        pieces: new Tensor('int32', pieces, shape),
        marks: new Tensor('int32', marks, shape),
        there: new Tensor('int32', new Int32Array(pieces.length).fill(1), shape)
      })
      return { hidden: hidden!.data as Float32Array, score: score!.data as Float32Array }
    },
    async readRoles({ count, units, cue, distance, place }) {
      const shape = [1, count]
      const { scores } = await reading!.run({
        units: new Tensor('float32', units, [1, count, WIDTH]),
        cue: new Tensor('float32', cue, [1, WIDTH]),
        distance: new Tensor('int32', distance, shape),
        place: new Tensor('int32', place, shape),
        there: new Tensor('int32', new Int32Array(count).fill(1), shape)
      })
      return scores!.data as Float32Array
    }
  }
}
