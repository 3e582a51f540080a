import type { Located } from './formats.ts'

/** Checkstyle's XML, which most build servers can show. */
export function formatCheckstyle(located: Located[]): string {
  const files = [...Map.groupBy(located, ({ file }) => file)].map(([file, found]) => {
    const errors = found.map(({ line, column, finding }) => {
      const severity = finding.level === 'warn' ? 'warning' : 'info'
      const message = `${finding.message} ${finding.question}`
      return `    <error line="${line}" column="${column}" severity="${severity}" message="${escaped(message)}" source="candor.${escaped(finding.ruleId)}"/>\n`
    })
    return `  <file name="${escaped(file)}">\n${errors.join('')}  </file>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** XML 1.0 has no place for control characters and halves of a pair, not even escaped. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  )
}
