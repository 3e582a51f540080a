import { type HtmlElement, styleOf, wordsOf } from './html-node.ts'

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋'

/** A number that is set above or below its line, in signs that stay there: without them 10³ would be 103. Null for any other text. */
export function raisedNumber(element: HtmlElement): string | null {
  const place = styleOf(element, 'vertical-align')
  const isRaised = element.name === 'sup' || place === 'super'
  if (!isRaised && element.name !== 'sub' && place !== 'sub') return null
  const number = wordsOf(element).replace('−', '-')
  if (!/^[+-]?\d{1,9}$/.test(number)) return null
  const signs = isRaised ? raised : lowered
  return [...number].map((sign) => signs['0123456789+-'.indexOf(sign)]).join('')
}
