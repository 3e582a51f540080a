import type { ArrivedFile } from './upload.ts'

export type SendOutcome =
  | { ok: true; file: ArrivedFile }
  | { ok: false; reason: 'away' | 'cancelled' }
  | { ok: false; reason: 'refused'; problem: string }

/**
 * Sends a file as it is; `onSent` is told how many bytes have left. Sent again under the same id it is kept once. By
 * XMLHttpRequest, because `fetch` tells nothing of what has left.
 */
export function sendFile(
  file: File,
  id: string,
  reference: string,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/files/${id}?of=${encodeURIComponent(reference)}`)
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    request.addEventListener('error', () => resolve({ ok: false, reason: 'away' }))
    request.addEventListener('abort', () => resolve({ ok: false, reason: 'cancelled' }))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): SendOutcome {
  const answer = parsed(responseText)
  if (status === 201 && answer && 'id' in answer) return { ok: true, file: answer as ArrivedFile }
  const problem = (answer as { problem?: string } | null)?.problem
  if (problem) return { ok: false, reason: 'refused', problem }
  // What is no answer of ours is the page for signing in, or one between us and the server.
  if (status >= 500) return { ok: false, reason: 'away' }
  return {
    ok: false,
    reason: 'refused',
    problem:
      'It could not be added here. When you have been signed out, sign in again in another tab and try once more.',
  }
}

function parsed(text: string): object | null {
  try {
    const answer = JSON.parse(text) as unknown
    return typeof answer === 'object' ? answer : null
  } catch {
    return null
  }
}
