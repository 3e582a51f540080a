import { z } from 'zod'
import { TemplateContent, templateKey } from './template-shape.ts'
import type { Template } from './templates.ts'

/** Bytes of a template's file: the largest template there may be has less than half of it. */
export const templateFileBytes = 256 * 1024

const TemplateFile = z.strictObject({
  format: z.literal('candor-template', 'This has to be "candor-template".'),
  version: z.literal(1, 'This program reads version 1 of the format.'),
  key: templateKey,
  ...TemplateContent.shape,
})

export type ReadTemplateFile = { ok: true; template: Template } | { ok: false; problems: string[] }

/** A template as a file: JSON for people, which `readTemplateFile` reads back without loss. */
export function writeTemplateFile({ key, name, description, sections }: Template): string {
  const listed = sections.map(({ key, kind, title, prompt, help, required }) => ({
    key,
    kind,
    title,
    prompt,
    help,
    required,
  }))
  return `${JSON.stringify({ format: 'candor-template', version: 1, key, name, description, sections: listed }, null, 2)}\n`
}

/** Reads a template's file, or says of each thing that is wrong where it stands and what belongs there. */
export function readTemplateFile(text: string): ReadTemplateFile {
  if (new TextEncoder().encode(text).length > templateFileBytes)
    return { ok: false, problems: [`The file is larger than ${templateFileBytes / 1024} kB, which no template needs.`] }
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [`This is not JSON: ${(error as Error).message}`] }
  }
  const parsed = TemplateFile.safeParse(given)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) }
  const { key, name, description, sections } = parsed.data
  return { ok: true, template: { key, name, description, sections } }
}

function problemOf(issue: z.core.$ZodIssue): string {
  const place = placeOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const fields = issue.keys.map((key) => `“${key}”`).join(', ')
    const [is, them] = issue.keys.length === 1 ? ['is no field', 'it'] : ['are no fields', 'them']
    return `${place}: ${fields} ${is} of ${issue.path.length > 0 ? 'a section' : 'a template'}. Take ${them} out.`
  }
  if (issue.code === 'invalid_type' && issue.path.length === 0) return 'The file has to be a JSON object in braces.'
  return `${place}: ${issue.message}`
}

/** `sections[2].title` as people count: “Section 3, title”. */
function placeOf(path: PropertyKey[]): string {
  if (path.length === 0) return 'The template'
  const [first, index, ...rest] = path.map(String)
  if (first !== 'sections' || index === undefined) return path.map(String).join('.')
  return [`Section ${Number(index) + 1}`, ...rest].join(', ')
}
