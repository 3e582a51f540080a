import type { EditorView } from '@tiptap/pm/view'

/** What someone types after the first box is gone and before the editor has the caret, and where it goes on. */
interface OnTheWay {
  text: string
  /** The section in which the text of the first box ends. */
  into: string
}

/** So long, in milliseconds, the editor may take to open before the letters are sent without it. */
const LONGEST = 20_000

let current: (OnTheWay & { stop: () => void }) | null = null

/**
 * Keeps the letters that are typed while one page leaves and the editor opens: until then no field would take them. They
 * follow `start`, and `notTaken` gets all of it when the editor does not open.
 */
export function keepTypingOnTheWay(start: OnTheWay, notTaken: (text: string) => void): void {
  takeTypingOnTheWay()
  const onTheWay = { ...start, stop }
  const press = (event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')
    if (isCommand || event.isComposing || event.target !== document.body) return
    if (event.key === 'Backspace') onTheWay.text = onTheWay.text.slice(0, -1)
    else if (event.key === 'Enter') onTheWay.text += '\n'
    else if (event.key.length === 1) onTheWay.text += event.key
    else return
    event.preventDefault()
  }
  const giveUp = () => {
    const { text } = takeTypingOnTheWay() ?? { text: '' }
    if (text) notTaken(text)
  }
  const timer = setTimeout(giveUp, LONGEST)
  function stop() {
    clearTimeout(timer)
    document.removeEventListener('keydown', press)
    window.removeEventListener('pagehide', giveUp)
  }
  document.addEventListener('keydown', press)
  window.addEventListener('pagehide', giveUp)
  current = onTheWay
}

/** Ends the keeping and hands over what was typed; null when nobody came from the first box. */
export function takeTypingOnTheWay(): OnTheWay | null {
  const taken = current
  current = null
  taken?.stop()
  return taken && { text: taken.text, into: taken.into }
}

/** Types a text at the caret, letter by letter, so that times become entries and lines new ones as under the keys. */
export function typeText(view: EditorView, text: string): void {
  for (const letter of text) {
    if (letter === '\n') {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
      view.someProp('handleKeyDown', (handle) => handle(view, enter))
      continue
    }
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(letter, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert())
  }
}
