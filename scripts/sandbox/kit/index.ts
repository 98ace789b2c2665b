export { type Html, type HtmlValue, html } from './html.ts';
export { type Page, STYLESHEET_PATH, sendPage } from './pages.ts';
export { isSameOrigin } from './same-origin.ts';
export { type StandIn, type StandInOptions, createStandIn } from './stand-in.ts';
export type { RequestLogEntry } from './request-log.ts';
export type { TokenOwner, Tokens } from './tokens.ts';
export { type BooleanTree, groupConditions } from './odata-boolean.ts';
export { addEntra } from './entra.ts';
export { type RefreshTokens, createRefreshTokens } from './refresh-tokens.ts';
