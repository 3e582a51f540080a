import type { EditorHost } from './editor-host.ts'

/** Below the text: asks for one more section, which goes to the end. */
export function AddSectionButton({ host }: { host: EditorHost }) {
  return (
    <button
      type="button"
      className="ed-add mt-6"
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => {
        const last = host.outline.get().sections.at(-1)
        host.ask.set({ about: 'add-section', id: last?.id ?? '', anchor: currentTarget })
      }}
    >
      Add a section
    </button>
  )
}
