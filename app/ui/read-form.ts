import { z } from 'zod'

/** What a form gets back that could not be taken: the problems by field, what was typed, and a word on the whole. */
export interface FormAnswer {
  problems: Record<string, string[] | undefined>
  /** Never holds what was typed into a field whose name says that it is secret. */
  typed: Record<string, string | undefined>
  message?: string
}

/** Reads a posted form by its shape, once, at the door. An empty field counts as missing. */
export function readForm<Shape extends z.ZodType>(
  shape: Shape,
  form: FormData,
): { ok: true; value: z.output<Shape> } | { ok: false; answer: FormAnswer } {
  const given = Object.fromEntries([...form].filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, answer: { typed: typedInto(form), problems: z.flattenError(parsed.error).fieldErrors } }
}

/** The answer to a form that was well formed and still could not be taken. */
export function answerTo(form: FormData, answer: { problems?: FormAnswer['problems']; message?: string }): FormAnswer {
  return { problems: {}, ...answer, typed: typedInto(form) }
}

function typedInto(form: FormData): FormAnswer['typed'] {
  const open = [...form].filter(([name, value]) => typeof value === 'string' && !/password|code|token/i.test(name))
  return Object.fromEntries(open) as FormAnswer['typed']
}
