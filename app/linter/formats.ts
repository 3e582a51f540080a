import type { Finding, Section } from './block.ts'

/** A finding with its place in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Located {
  file: string
  line: number
  column: number
  endLine: number
  endColumn: number
  section: Section
  /** The sentence as it stands in the file, and where the phrase is in it: half open, in UTF-16 units. */
  sentence: { text: string; from: number; to: number }
  finding: Finding
}

/** A JSON array, one record per finding. */
export function formatJson(located: Located[]): string {
  const records = located.map(({ file, line, column, endLine, endColumn, section, finding }) => {
    const { ruleId, level, excerpt, message, question } = finding
    return { file, line, column, endLine, endColumn, ruleId, level, section, excerpt, message, question }
  })
  return JSON.stringify(records, null, 2)
}
