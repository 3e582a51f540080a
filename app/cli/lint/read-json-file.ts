import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { decodeStrictly } from './decode-strictly.ts'
import { FileProblem, type JsonWithPlaces, jsonWithPlaces } from './json-with-places.ts'

/** A JSON file by its schema; the first thing wrong with it is thrown as a FileProblem with its place. */
export async function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<JsonWithPlaces & { value: z.infer<Schema> }> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${error.code}).`
    throw new FileProblem(`${file}: ${why}`)
  })
  const decoded = decodeStrictly(bytes)
  if ('problem' in decoded) throw new FileProblem(`${file}: ${decoded.problem}`)
  const json = jsonWithPlaces(file, decoded.text)
  const read = schema.safeParse(json.value)
  if (read.success) return { ...json, value: read.data }
  throw problemOf(read.error.issues[0]!, json)
}

function problemOf(issue: z.core.$ZodIssue, { problemAt, problemAtName }: JsonWithPlaces): FileProblem {
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys
    return problemAtName([...issue.path, key!], `"${key}" is not a setting.`)
  }
  return problemAt(issue.path, messageOf(issue))
}

function messageOf(issue: z.core.$ZodIssue): string {
  const names = issue.path.filter((key) => typeof key === 'string')
  const what = names.length > 0 ? `"${names.join('.')}"` : 'The file'
  if (issue.code === 'invalid_value') return `${what} is one of ${issue.values.join(', ')}.`
  if (issue.code === 'invalid_type') return `${what} is ${kinds[issue.expected] ?? issue.expected}.`
  return `${what}: ${issue.message}`
}

const kinds: Record<string, string> = {
  record: 'a record, { … }',
  object: 'a record, { … }',
  array: 'a list, [ … ]',
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
}
