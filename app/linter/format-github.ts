import type { Located } from './formats.ts'

/**
 * Workflow commands of GitHub Actions, one line per finding: they become annotations beside the changed lines. `file`
 * has to be the path below the repository.
 */
export function formatGithub(located: Located[]): string {
  return located
    .map(({ file, line, column, endLine, endColumn, finding }) => {
      const place = { file, line, endLine, ...(line === endLine && { col: column, endColumn }) }
      const properties = Object.entries({ ...place, title: `${finding.ruleId}: ${finding.excerpt}` })
        .map(([name, value]) => `${name}=${property(String(value))}`)
        .join(',')
      const text = data(`${finding.message} ${finding.why}\n${finding.question}`)
      return `::${finding.level === 'warn' ? 'warning' : 'notice'} ${properties}::${text}\n`
    })
    .join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
