/**
 * The same frame under a root of its own: Next's way from any other page to the sheet is then a page load. The sheet
 * brings its own script and none of the framework's (decision 39).
 */
export { default, metadata, viewport } from '../(staff)/layout'
