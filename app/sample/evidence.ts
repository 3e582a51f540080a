import type { SampleEvidence } from './sample-postmortem.ts'

/** A link into Skerry Line's (imagined) tools: `link('dashboard', 'graphs', 'payments/declines')`. */
export function link(source: string, host: string, path: string): SampleEvidence {
  return { kind: 'link', source, href: `https://${host}.skerry-line.example/${path}`, text: '', capturedAt: null }
}

/** Words or output kept as they were, with where they stood and when they were copied (UTC). */
export function snippet(source: string, capturedAt: string, text: string): SampleEvidence {
  return { kind: 'snippet', source, href: null, text, capturedAt }
}
