import claimReviewSchema from '@saywho/claimreview/schema/claim-review.schema.json' with { type: 'json' }
import extractionSchema from '@saywho/core/schema/extraction.schema.json' with { type: 'json' }
import jsonLdSchema from '@saywho/jsonld/schema/json-ld.schema.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import openapi from './openapi.json' with { type: 'json' }

/** What the packages put out is described by their own schemas. */
const SCHEMAS = { Extraction: extractionSchema, JsonLd: jsonLdSchema, ClaimReview: claimReviewSchema }

/** The server's OpenAPI description. */
export const api = {
  ...openapi,
  info: { ...openapi.info, version: manifest.version },
  components: {
    ...openapi.components,
    schemas: {
      ...openapi.components.schemas,
      ...Object.assign({}, ...Object.entries(SCHEMAS).map(([name, schema]) => toComponents(name, schema)))
    }
  }
}

/**
 * A schema and its definitions as components beside each other, since few readers of OpenAPI know that a schema within it
 * may have a base of its own.
 */
function toComponents(name: string, schema: { $defs: object }): Record<string, unknown> {
  const nameOf = (key: string) => name + key.charAt(0).toUpperCase() + key.slice(1)
  const { $schema, $id, $defs, ...whole } = schema as { $schema?: string; $id?: string; $defs: object }
  return Object.fromEntries(
    [[name, whole] as const, ...Object.entries($defs).map(([key, its]) => [nameOf(key), its] as const)].map(
      ([key, its]) => [
        key,
        JSON.parse(JSON.stringify(its), (field, value) =>
          field === '$ref'
            ? value.replace(
                /^#\/\$defs\/(.*)$/,
                (_: string, its: string) => `#/components/schemas/${nameOf(its)}`
              )
            : value
        )
      ]
    )
  )
}
