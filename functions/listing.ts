import { toJsonSchema } from '@valibot/to-json-schema'
import type { MetadataAction } from 'valibot'
import type { AnyProcedure } from '../contract/procedure'
import type { Keepers } from './api'

function schemaOf(schema: AnyProcedure['input'], typeMode: 'input' | 'output') {
  // checks and transformations have no JSON Schema; the shape that remains is still true
  return toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode,
    // what a field says of its format is for readers of the listing
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'metadata'
        ? { ...jsonSchema, ...(valibotAction as MetadataAction<unknown, Record<string, unknown>>).metadata }
        : undefined,
  })
}

let made: { keepers: Keepers; isDemo: boolean; body: object } | undefined

/** Every procedure with its JSON Schemas, refusals and duties: the answer of `GET /api`. */
export function listing(keepers: Keepers, isDemo: boolean): object {
  if (made?.keepers === keepers && made.isDemo === isDemo) return made.body
  const procedures = [...keepers.values()]
    .map(({ procedure }) => procedure)
    .filter((procedure) => isDemo || procedure.name !== 'people.signInAsDemo')
    .map((procedure) => ({
      name: procedure.name,
      summary: procedure.summary,
      input: schemaOf(procedure.input, 'input'),
      output: schemaOf(procedure.output, 'input'),
      refusals: procedure.refusals,
      may: typeof procedure.may === 'string' ? [procedure.may] : procedure.may,
      writes: procedure.writes ?? false,
    }))
  made = { keepers, isDemo, body: { procedures } }
  return made.body
}
