/**
 * Keeps React from reading the selection in the editor's text. Around each update of any panel it asks the focused element
 * whether it can be edited, and walks all of its text to the caret to put the selection back afterwards, which ProseMirror
 * does itself: in a long document that takes longer than a key may. To everyone else the element answers as before.
 */
export function keepSelectionFromReact(text: HTMLElement): void {
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'contentEditable')!
  Object.defineProperty(text, 'contentEditable', {
    configurable: true,
    // React compares with "true"; ProseMirror asks of any element whether it is "false".
    get: () => (get!.call(text) === 'true' ? 'plaintext-only' : get!.call(text)),
    set: (value: string) => set!.call(text, value),
  })
}
