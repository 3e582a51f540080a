// The peers as functions from a text to what they find, each made anew so that nothing of an earlier text is kept.
import { TextlintKernel } from '@textlint/kernel'
import markdown from '@textlint/textlint-plugin-markdown'
import { text as alexText } from 'alex'
import { LocalLinter } from 'harper.js'
import { binaryInlined } from 'harper.js/binaryInlined'
import textlintWriteGood from 'textlint-rule-write-good'
import writeGood from 'write-good'

export const peers = {
  async 'harper.js'() {
    const linter = new LocalLinter({ binary: binaryInlined })
    await linter.setup()
    // The dictionary is read with the first text.
    await linter.lint('The tide turned.')
    return { lint: (text) => linter.lint(text), end: () => linter.dispose?.() }
  },
  async alex() {
    return { lint: (text) => alexText(text).messages }
  },
  async 'write-good'() {
    return { lint: (text) => writeGood(text) }
  },
  async textlint() {
    const kernel = new TextlintKernel()
    const options = {
      ext: '.md',
      plugins: [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }],
      rules: [{ ruleId: 'write-good', rule: textlintWriteGood.default ?? textlintWriteGood }],
    }
    return { lint: async (text) => (await kernel.lintText(text, options)).messages }
  },
}
