import { z } from 'zod'

/**
 * The part of the SARIF 2.1.0 schema (OASIS, sarif-schema-2.1.0.json) that our reports use, written by hand: what is
 * required, which values are allowed, and, being strict, that no property is written that the part does not know.
 */
const message = z.strictObject({ text: z.string() })
const level = z.enum(['none', 'note', 'warning', 'error'])
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  snippet: message,
})
const uri = z.string().regex(/^(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/, 'is no URI reference')
const reportingDescriptor = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({ tags: z.array(z.string()) }).optional(),
})
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(
    z.strictObject({ physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri }), region }) }),
  ),
  partialFingerprints: z.record(z.string(), z.string()),
})
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({ driver: z.strictObject({ name: z.string(), rules: z.array(reportingDescriptor) }) }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(result),
    }),
  ),
})

/** What is wrong with a SARIF log by the schema, and by what the schema cannot say: each result's rule is the one of its index. */
export function sarifProblems(report: unknown): string[] {
  const read = log.safeParse(report)
  if (!read.success) return read.error.issues.map(({ path, message: said }) => `${path.join('.')}: ${said}`)
  return read.data.runs.flatMap(({ tool, results }) => {
    const ids = tool.driver.rules.map(({ id }) => id)
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`)
    const strays = results.filter(({ ruleId, ruleIndex }) => ids[ruleIndex] !== ruleId)
    return [...twice, ...strays.map(({ ruleId }) => `${ruleId} is not at its index`)]
  })
}
