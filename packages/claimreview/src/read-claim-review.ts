import { isIsoDate, isWebAddress } from './check-values.ts'
import { describeValue } from './describe-value.ts'
import {
  type ClaimReviewNode,
  fieldOf,
  follow,
  isNode,
  isSchemaContext,
  type MarkupDocument,
  type Node,
  openDocument,
  type Place,
  typesOf,
  valuesIn
} from './markup-document.ts'
import { parseNumber } from './parse-number.ts'
import { pointTo } from './point-to.ts'
import type {
  Problem,
  PublishedAgent,
  PublishedClaim,
  PublishedRating,
  PublishedReview,
  PublishedWork
} from './published-review.ts'

/** What markup held. */
export interface ClaimReviewReading {
  /** The reviews that could be read, in the markup's order. */
  reviews: PublishedReview[]
  /** Why others could not; a review with a problem is not among `reviews`. */
  problems: Problem[]
}

/**
 * Reads ClaimReview markup in the forms that it is found in: one node, a list or a `@graph`, or inside a page's node;
 * `http` and `https` contexts; lists of one; names and addresses where objects belong; numbers as strings; references
 * by `@id`.
 *
 * What is missing, empty or null is read as null; only `claimReviewed` has to be there. What is there and wrong (a
 * rating of `"four"`, a date that is none) gets its review refused, with its place: nothing is guessed. This reads;
 * whether markup is fit to publish is for `validateClaimReview` to say.
 *
 * @param json parsed JSON. What holds no ClaimReview gives no review and one problem, at `''`.
 * @see https://schema.org/ClaimReview
 */
export function readClaimReview(json: unknown): ClaimReviewReading {
  const document = openDocument(json)
  const reading: ClaimReviewReading = { reviews: [], problems: [] }
  for (const node of document.reviews) {
    const reader = new Reader(document)
    const review = reader.readReview(node)
    if (reader.problems.length === 0) reading.reviews.push(review)
    else reading.problems.push(...reader.problems)
  }
  if (document.reviews.length === 0)
    reading.problems.push({ pointer: '', reason: `is ${describeValue(json)} that holds no ClaimReview` })
  return reading
}

/** Reads one review; what is wrong in it gathers in `problems`. */
class Reader {
  readonly problems: Problem[] = []
  readonly #document: MarkupDocument

  constructor(document: MarkupDocument) {
    this.#document = document
  }

  readReview(node: ClaimReviewNode): PublishedReview {
    if (node.context !== undefined && !isSchemaContext(node.context))
      this.#refuse(
        { value: node.context, pointer: pointTo(node.pointer, '@context') },
        'give "https://schema.org"'
      )
    const field = fieldOf(node, 'claimReviewed')
    const claimReviewed = this.#readText(field)
    if (claimReviewed === null && this.problems.length === 0)
      this.problems.push({ pointer: field.pointer, reason: 'is missing: give the claim that is reviewed' })
    return {
      claimReviewed: claimReviewed ?? '',
      url: this.#readUrl(fieldOf(node, 'url')),
      authors: this.#readAgents(fieldOf(node, 'author')),
      datePublished: this.#readDate(fieldOf(node, 'datePublished')),
      rating: this.#readRating(fieldOf(node, 'reviewRating')),
      claim: this.#readClaim(fieldOf(node, 'itemReviewed'))
    }
  }

  #readRating(place: Place): PublishedRating | null {
    const its = this.#single(place)
    if (its === null) return null
    const bare = {
      alternateName: null,
      ratingValue: null,
      bestRating: null,
      worstRating: null,
      ratingExplanation: null,
      image: null
    }
    if (!isNode(its)) {
      if (typeof its.value === 'string') return { ...bare, alternateName: this.#readText(its) }
      return { ...bare, ratingValue: this.#readNumber(its) }
    }
    const rating: PublishedRating = {
      alternateName: this.#readText(fieldOf(its, 'alternateName')) ?? this.#readText(fieldOf(its, 'name')),
      ratingValue: this.#readNumber(fieldOf(its, 'ratingValue')),
      bestRating: this.#readNumber(fieldOf(its, 'bestRating')),
      worstRating: this.#readNumber(fieldOf(its, 'worstRating')),
      ratingExplanation: this.#readText(fieldOf(its, 'ratingExplanation')),
      image: this.#readWork(fieldOf(its, 'image'))?.url ?? null
    }
    return rating.alternateName === null && rating.ratingValue === null ? null : rating
  }

  #readClaim(place: Place): PublishedClaim | null {
    const its = this.#single(place)
    if (its === null) return null
    if (!isNode(its))
      return {
        text: this.#readText(its),
        name: null,
        authors: [],
        datePublished: null,
        firstAppearance: null,
        appearances: []
      }
    return {
      text: this.#readText(fieldOf(its, 'text')),
      name: this.#readText(fieldOf(its, 'name')),
      authors: this.#readAgents(fieldOf(its, 'author')),
      datePublished: this.#readDate(fieldOf(its, 'datePublished')),
      firstAppearance: this.#readWork(fieldOf(its, 'firstAppearance')),
      appearances: this.#values(fieldOf(its, 'appearance')).map((work) => this.#toWork(work))
    }
  }

  #readAgents(place: Place): PublishedAgent[] {
    return this.#values(place).flatMap((its) => {
      const agent = {
        name: null,
        type: null,
        url: null,
        jobTitle: null,
        image: null,
        sameAs: []
      }
      if (!isNode(its)) {
        if (isWebAddress(its.value)) return [{ ...agent, url: its.value }]
        const name = this.#readText(its)
        return name === null ? [] : [{ ...agent, name }]
      }
      return [
        {
          name: this.#readText(fieldOf(its, 'name')),
          type: agentTypeOf(its),
          url: this.#readAddress(fieldOf(its, 'url')),
          jobTitle: this.#readText(fieldOf(its, 'jobTitle')),
          image: this.#readWork(fieldOf(its, 'image'))?.url ?? null,
          sameAs: this.#values(fieldOf(its, 'sameAs')).flatMap(({ value }) =>
            isWebAddress(value) ? [value] : []
          )
        }
      ]
    })
  }

  #readWork(place: Place): PublishedWork | null {
    const [first] = this.#values(place)
    return first === undefined ? null : this.#toWork(first)
  }

  /** Addresses, names and nodes are all seen where a work belongs. */
  #toWork(place: Place): PublishedWork {
    if (isNode(place)) {
      const id = place.value['@id']
      return {
        name: this.#readText(fieldOf(place, 'name')) ?? this.#readText(fieldOf(place, 'headline')),
        url: this.#readAddress(fieldOf(place, 'url')) ?? (isWebAddress(id) ? id : null)
      }
    }
    if (isWebAddress(place.value)) return { name: null, url: place.value }
    return { name: this.#readText(place), url: null }
  }

  /** The address that tells where the review is; one that is none would send readers nowhere. */
  #readUrl(place: Place): string | null {
    const its = this.#single(place)
    if (its === null) return null
    const work = this.#toWork(its)
    if (work.url === null) this.#refuse(its, 'give an absolute http or https URL')
    return work.url
  }

  /** An address beside the point: what is none is left out. */
  #readAddress(place: Place): string | null {
    const its = this.#values(place).find(({ value }) => isWebAddress(value))
    return isWebAddress(its?.value) ? its.value : null
  }

  #readDate(place: Place): string | null {
    const its = this.#single(place)
    if (its === null) return null
    const date =
      typeof its.value === 'string' ? its.value.trim().replace(/^([\d-]+) (?=\d)/, '$1T') : its.value
    if (isIsoDate(date)) return date
    this.#refuse(its, 'give an ISO 8601 date such as 2026-01-31')
    return null
  }

  #readNumber(place: Place): number | null {
    const its = this.#single(place)
    if (its === null) return null
    const number = parseNumber(its.value)
    if (number === undefined) this.#refuse(its, 'give a number')
    return number ?? null
  }

  #readText(place: Place): string | null {
    const its = this.#single(place)
    if (its === null) return null
    if (typeof its.value === 'string') return its.value.replace(/\s+/g, ' ').trim()
    if (typeof its.value === 'number') return String(its.value)
    this.#refuse(its, 'give words')
    return null
  }

  /** The one value of a place; several are refused, for which is meant can't be told. */
  #single(place: Place): Place | null {
    const values = this.#values(place)
    if (values.length > 1) this.#refuse(place, 'give one')
    return values[0] ?? null
  }

  #values(place: Place): Place[] {
    return valuesIn(place)
      .filter(({ value }) => typeof value !== 'string' || value.trim() !== '')
      .map((its) => follow(its, this.#document))
  }

  #refuse({ value, pointer }: Place, advice: string): void {
    this.problems.push({ pointer, reason: `is ${describeValue(value)}: ${advice}` })
  }
}

function agentTypeOf({ value }: Node): PublishedAgent['type'] {
  const types = typesOf(value)
  if (types.includes('Person')) return 'Person'
  return types.some((type) => type.endsWith('Organization')) ? 'Organization' : null
}
