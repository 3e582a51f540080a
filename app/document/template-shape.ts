import { z } from 'zod'
import { sectionKinds } from './section-kind.ts'

/** What a template may hold. Its form takes more, so that a longer paste is not cut unseen, and says what is too long. */
export const templateLimits = {
  name: 80,
  description: 300,
  sections: 30,
  title: 120,
  prompt: 300,
  help: 1000,
} as const

const line = (most: number) =>
  z
    .string({ error: 'This has to be a text.' })
    .transform((typed) => typed.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
const lines = (most: number) =>
  z
    .string({ error: 'This has to be a text.' })
    .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, `Use at most ${most.toLocaleString('en')} characters.`))

export const templateKey = z
  .string({ error: 'This has to be a text.' })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'Use 1 to 64 small letters, digits and hyphens.')

/** One section of a template, as a form or a file brings it. Other fields are refused, so that none is dropped unseen. */
export const TemplateSectionShape = z.strictObject({
  key: templateKey,
  kind: z.enum(sectionKinds, `Use one of ${sectionKinds.join(', ')}.`),
  title: line(templateLimits.title).pipe(z.string().min(1, 'Give the section a title.')),
  prompt: line(templateLimits.prompt).default(''),
  help: lines(templateLimits.help).default(''),
  required: z.boolean({ error: 'This is true or false.' }).default(false),
})

const sections = z
  .array(TemplateSectionShape, { error: 'This has to be a list of sections.' })
  .min(1, 'A template has at least one section.')
  .max(templateLimits.sections, `A template has at most ${templateLimits.sections} sections.`)
  .superRefine((listed, context) => {
    const seen = new Set<string>()
    for (const [place, { key }] of listed.entries()) {
      if (seen.has(key)) {
        const message = `Another section has the key “${key}”. Give this one a key of its own.`
        context.addIssue({ code: 'custom', path: [place, 'key'], message })
      }
      seen.add(key)
    }
    if (listed.length > 0 && !listed.some(({ required }) => required)) {
      context.addIssue({ code: 'custom', path: [], message: 'Make at least one section required.' })
    }
  })

/** What is saved of a template, checked once, whether a form or a file brought it. */
export const TemplateContent = z.strictObject({
  name: line(templateLimits.name).pipe(z.string().min(1, 'Give the template a name.')),
  description: line(templateLimits.description).default(''),
  sections,
})
export type TemplateContent = z.infer<typeof TemplateContent>
