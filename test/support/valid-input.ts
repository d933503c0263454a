/** As much of JSON Schema as the listing at `GET /api` uses. */
export interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema | JsonSchema[]
  enum?: unknown[]
  const?: unknown
  oneOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  minItems?: number
  minimum?: number
  maximum?: number
}

/** A procedure as the listing shows it. */
export interface Listed {
  name: string
  input: JsonSchema
  refusals: string[]
  may: string[]
  writes: boolean
}

/** Leaves a field out of a generated input. */
export const leftOut = Symbol('left out')

/** The value of a field by its name and its path (`rows.0.phone`); undefined leaves it to the schema. */
export type Wording = (name: string, path: string) => unknown

/** How much is said: every field and yes, every field and no, or only what must be said. */
export type Manner = 'yes' | 'no' | 'brief'

/** An input as the schema wants it. What a schema cannot say (an existing id, a later end) is the wording's. */
export function inputFor(schema: JsonSchema, wording: Wording, manner: Manner = 'yes', name = '', path = ''): unknown {
  const worded = wording(name, path)
  if (worded !== undefined) return worded
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.oneOf ?? schema.anyOf ?? []
  if (choice) return inputFor(choice, wording, manner, name, path)
  const below = (step: string | number) => (path === '' ? `${step}` : `${path}.${step}`)
  switch (schema.type) {
    case 'object': {
      const isSaid = ([key]: [string, JsonSchema]) => manner !== 'brief' || schema.required?.includes(key)
      const fields = Object.entries(schema.properties ?? {})
        .filter(isSaid)
        .map(([key, field]): [string, unknown] => [key, inputFor(field, wording, manner, key, below(key))])
      return Object.fromEntries(fields.filter(([, value]) => value !== leftOut))
    }
    case 'array': {
      const items = Array.isArray(schema.items) ? schema.items : Array(schema.minItems ?? 1).fill(schema.items)
      return items.map((item: JsonSchema, i) => inputFor(item, wording, manner, name, below(i)))
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return manner !== 'no'
    default:
      return '内容'
  }
}
