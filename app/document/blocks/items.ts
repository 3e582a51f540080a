import { itemKinds } from '../items.ts'
import { defineItem } from './define-item.ts'

/** One node for every structured item of a post-mortem. */
export const itemNodes = itemKinds.map(defineItem)
