/**
 * The editor, in the browser alone: no server builds it. As a part of its page it is asked for by the page's first bytes, and
 * not when the page has come to life.
 */
export { default as PostmortemEditor } from '#app/editor/postmortem-editor.tsx'
