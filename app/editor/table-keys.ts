import { Extension } from '@tiptap/core'

/** Rows and columns by key: Alt and Shift with an arrow put one on that side, with Delete take the row away. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 300,
  addKeyboardShortcuts() {
    const inTable = (act: () => boolean) => () => this.editor.isActive('table') && act()
    return {
      'Alt-Shift-ArrowDown': inTable(() => this.editor.commands.addRowAfter()),
      'Alt-Shift-ArrowUp': inTable(() => this.editor.commands.addRowBefore()),
      'Alt-Shift-ArrowRight': inTable(() => this.editor.commands.addColumnAfter()),
      'Alt-Shift-ArrowLeft': inTable(() => this.editor.commands.addColumnBefore()),
      'Alt-Shift-Delete': inTable(() => this.editor.commands.deleteRow()),
      'Alt-Shift-Backspace': inTable(() => this.editor.commands.deleteColumn()),
    }
  },
})
