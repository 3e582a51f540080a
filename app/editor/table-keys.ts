import { Extension } from '@tiptap/core'

/** Rows and columns by key: Alt and Shift with an arrow put one on that side, with Delete take the row away. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 300,
  addKeyboardShortcuts() {
    const inTable = (act: () => boolean) => () => this.editor.isActive('table') && act()
    const { commands } = this.editor
    return {
      'Alt-Shift-ArrowDown': inTable(() => commands.addRowAfter()),
      'Alt-Shift-ArrowUp': inTable(() => commands.addRowBefore()),
      'Alt-Shift-ArrowRight': inTable(() => commands.addColumnAfter()),
      'Alt-Shift-ArrowLeft': inTable(() => commands.addColumnBefore()),
      'Alt-Shift-Delete': inTable(() => commands.deleteRow()),
      'Alt-Shift-Backspace': inTable(() => commands.deleteColumn()),
    }
  },
})
