import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

interface Described {
  $ref?: string
  headers?: Record<string, unknown>
  content?: Record<string, unknown>
}

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>
  components: { responses: Record<string, Described> }
}

/**
 * Holds responses to an OpenAPI description.
 *
 * @returns what is wrong with a response: nothing where its status, media type, headers and body are described.
 */
export function createResponseCheck(api: object) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema(api, 'https://api.example/')
  const { paths, components } = api as Description
  const compiled = new Map<string, ValidateFunction>()

  return (method: string, path: string, response: Response, body: string): string[] => {
    const its = paths[path]?.[method.toLowerCase()]?.responses[response.status]
    if (its === undefined) return [`${method} ${path}: ${response.status} is not described`]
    const { $ref } = its
    const pointer =
      $ref?.slice(1) ??
      `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${response.status}`
    const described = $ref === undefined ? its : components.responses[$ref.split('/').at(-1)!]!
    const lacking = Object.keys(described.headers ?? {}).filter((name) => !response.headers.has(name))
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? ''
    if (described.content?.[mediaType] === undefined)
      return [`${response.status}: ${mediaType} is not described`]
    const schema = `https://api.example/#${pointer}/content/${mediaType.replaceAll('/', '~1').replaceAll('+', '%2B')}/schema`
    const check = compiled.get(schema) ?? ajv.compile({ $ref: schema })
    compiled.set(schema, check)
    check(JSON.parse(body))
    return [
      ...lacking.map((name) => `${response.status}: ${name} is missing`),
      ...(check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    ]
  }
}
