import type { ReactNode } from 'react'

/** The places of this part, for the table of contents. */
export const elsewhere = [
  { id: 'command-line', title: 'Command line' },
  { id: 'before-a-commit', title: 'Before a commit' },
  { id: 'in-your-ci', title: 'In your CI' },
]

const commandLine = `npm run -s candor -- lint postmortems/
npm run -s candor -- lint --explain omission-verb
npm run -s candor -- lint --baseline known.json --write-baseline postmortems/`

const hook = `#!/bin/sh
# .git/hooks/pre-commit; CANDOR is the folder of a Candor checkout after "npm ci"
git diff --cached --name-only --diff-filter=ACM -z -- 'postmortems/*.md' |
  xargs -0 -r "$CANDOR/node_modules/.bin/node" "$CANDOR/candor.mjs" lint`

const ci = `- uses: actions/checkout@v4
- uses: actions/checkout@v4
  with: { repository: YOUR-ORGANISATION/candor, path: .candor }
- uses: actions/setup-node@v4
  with: { node-version: 24 }
- run: npm ci --omit=dev --prefix .candor
- run: node .candor/candor.mjs lint --format github postmortems/`

/** How to look at Markdown files without the product: command line, commit hook, continuous integration. */
export function Elsewhere() {
  return (
    <div className="border-t border-line pt-6">
      <h2 className="mb-2 font-serif text-2xl">Use it elsewhere</h2>
      <Part id="command-line" title="Command line" code={commandLine}>
        The same notes for Markdown files, folders and standard input. A sentence is read as its nearest heading says.
        The exit code is 1 when a note of the level warn stands there; a baseline leaves out what was there before.
      </Part>
      <Part id="before-a-commit" title="Before a commit" code={hook}>
        Looks at the reports in a commit. To keep a sentence, write its reason in a comment before it:{' '}
        <code className="rounded bg-sunken px-1.5 py-0.5 font-mono text-xs break-words [font-variant-ligatures:none]">
          {'<!-- candor-keep omission-verb: their own words -->'}
        </code>
      </Part>
      <Part id="in-your-ci" title="In your CI" code={ci}>
        Notes stand beside the changed lines. With{' '}
        <code className="font-mono text-sm [font-variant-ligatures:none]">--format sarif</code> they go to code
        scanning, with <code className="font-mono text-sm [font-variant-ligatures:none]">checkstyle</code> to most build
        servers. House words and levels stand in{' '}
        <code className="font-mono text-sm [font-variant-ligatures:none]">.candor-lint.json</code>.
      </Part>
    </div>
  )
}

function Part({ id, title, code, children }: { id: string; title: string; code: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 py-3">
      <h3 id={`${id}-title`} className="mb-1 text-lg font-semibold">
        {title}
      </h3>
      <p className="mb-3 text-ink-2">{children}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line bg-sunken px-4 py-3 font-mono text-[0.8125rem] leading-[1.55] [font-variant-ligatures:none]"
      >
        {code}
      </pre>
    </section>
  )
}
